/** What the report of an import says. */
export const imports = {
  // About a record.
  notes: {
    'no-name':
      'Name: Der Datensatz hat keinen, und weder Betreiber noch Ort, aus denen sich für diese Kategorie einer bilden ließe.',
    'no-category': 'Branchen: Kein Tag dieses Datensatzes gehört zu einer Kategorie von Betrieben ({found}).',
    'no-category-named':
      'Branchen: „{found}“ nennt keine Kategorie von Betrieben. Bitte schreiben Sie den Namen einer Kategorie oder ein OSM-Tag (shop=bakery).',
    'no-position': 'Lage: Der Datensatz hat weder Koordinaten noch eine Adresse.',
    'no-reachability':
      'Erreichbarkeit: Der Datensatz hat weder Telefonnummer noch E-Mail-Adresse noch Webadresse.',
    'bad-geometry': 'Lage: Die Koordinaten sind keine Gradzahlen von Länge und Breite ({found}).',
    'geometry-left-out':
      'Lage: „{found}“ sind keine Gradzahlen von Länge und Breite; der Datensatz kam ohne Koordinaten hinein.',
    'point-swapped': 'Lage: Länge und Breite waren vertauscht ({found}) und wurden getauscht.',
    'no-tags': 'Das Feature hat keine Eigenschaften.',
    closed: 'Der Betrieb ist in der Quelle als geschlossen vermerkt ({found}).',
    twice: 'Diese Kennung kommt in der Datei schon vorher vor; der erste Datensatz gilt.',
    'name-composed': 'Name: Er wurde aus Kategorie und Betreiber oder Ort gebildet.',
    'value-without-field':
      '{field}: Für die weitere Angabe „{found}“ gibt es kein Feld; sie wurde weggelassen.',
    'cells-too-many':
      'Zeile {line} hat {found} Felder, die Kopfzeile {expected}: Werte, in denen „{meant}“ vorkommt, gehören in Anführungszeichen.',
    'row-broken':
      'Zeile {line} ist von einem Zeilenumbruch zerteilt und reicht bis Zeile {found}: Werte mit Zeilenumbruch gehören in Anführungszeichen.',
    'quote-open': 'In Zeile {line} beginnt ein Wert mit einem Anführungszeichen, das nicht geschlossen wird.',
    'quotes-loose': 'Anführungszeichen mitten in einem Wert wurden als Teil des Textes gelesen.',
    'text-repaired': '{field}: „{found}“ war doppelt kodiert und wurde gelesen als „{meant}“.',
    'text-damaged': '{field}: „{found}“ enthält zerstörte Zeichen. Bitte berichtigen Sie die Quelle.',
    'value-elsewhere':
      '{field}: „{found}“ verweist auf eine andere Zeile. Bitte schreiben Sie den Wert selbst.',
    'number-is-date':
      '{field}: „{found}“ ist ein Datum, das die Tabellenkalkulation aus einer Nummer gemacht hat; es wurde weggelassen. Bitte formatieren Sie die Spalte als Text.',
    'column-twice': '{field}: Zwei Spalten nennen es; „{found}“ aus der zweiten wurde weggelassen.',
    'category-understood': 'Branchen: „{found}“ wurde gelesen als {meant}.',
    'postcode-completed': 'Postleitzahl: „{found}“ wurde gelesen als {meant}.',
    'hours-understood': 'Öffnungszeiten: „{found}“ wurde gelesen als {rule}.',
    'hours-as-comment':
      'Öffnungszeiten: „{found}“ ist keine Regel und steht nun als Kommentar im Feld. {asked}',
    'hours-in-part':
      'Öffnungszeiten: „{found}“ ist nur zum Teil zu verstehen ({rule}) und steht nun als Kommentar im Feld. {asked}',
    'value-unknown': '{field}: „{found}“ ist hier nicht bekannt und wurde weggelassen.',
  },
  // After what a rule says of a value.
  leftOut: 'Der Wert wurde weggelassen.',
  kept: 'Der Wert wurde so übernommen.',
  // About the file as a whole; it was read.
  file: {
    encoding: 'Die Datei ist in {encoding} kodiert und wurde so gelesen.',
    'foreign-lines':
      'Die Datei ist UTF-8, aber diese Zeilen sind Windows-1252 und wurden so gelesen: {lines}.',
    'lines-before-header': 'Vor der Kopfzeile steht Text, der keine Zeile der Tabelle ist: {lines}.',
    'lines-between': 'Diese Zeilen sind Überschrift, Summe oder Anmerkung und kein Datensatz: {lines}.',
    'coordinates-unknown':
      'Die Koordinaten stehen in {found}. Gelesen werden Grad (WGS 84) und UTM (EPSG:25831 bis 25833, 32631 bis 32633): Bitte exportieren Sie die Datei so.',
    'columns-ignored': 'Spalten ohne Bedeutung hier: {columns}.',
    'answer-incomplete': 'Die Antwort von Overpass ist unvollständig: {found}',
    'line-unreadable': 'Zeile {line} ist kein gültiges JSON und wurde übersprungen: {found}.',
  },
  // Why a file cannot be read.
  unreadable: {
    missing: '{file} gibt es nicht.',
    'no-access': '{file} kann nicht gelesen werden: {found}.',
    empty: '{file} ist leer.',
    'not-a-file-of-ours': '{file} ist weder GeoJSON oder Overpass-JSON (.geojson, .json) noch CSV (.csv).',
    spreadsheet:
      '{file} ist eine Excel-Datei: Bitte speichern Sie sie als „CSV UTF-8“ und importieren Sie diese.',
    compressed: '{file} ist gepackt: Bitte entpacken Sie sie zuerst.',
    encoding:
      '{file} ist in Zeile {line} in keiner Kodierung, die hier gelesen wird (UTF-8, UTF-16, Windows-1252): Bitte speichern Sie sie als UTF-8.',
    'json-broken': '{file} ist kein gültiges JSON: {found}.',
    'json-broken-at': '{file} ist in Zeile {line} kein gültiges JSON: {found}.',
    'not-geojson':
      '{file} ist weder GeoJSON noch eine Antwort von Overpass: Es fehlt eine Liste „features“ (RFC 7946, FeatureCollection) oder „elements“.',
    'geojson-advisory':
      '{file} ist GeoJSON und enthält Betriebe: Beratungsangebote werden aus CSV importiert.',
    'columns-missing': '{file} fehlt in der Kopfzeile: {missing}. Gefunden: {columns}.',
  },
  // About a listing that is not public as it is in the record.
  reservations: {
    'stays-unpublished': 'Der Eintrag ist nicht veröffentlicht und bleibt es; die Änderung steht im Entwurf.',
    'has-pending-changes':
      'Im Entwurf stehen unveröffentlichte Änderungen; die neue steht dabei und wurde nicht veröffentlicht.',
  },
};
