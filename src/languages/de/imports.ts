/** What the report of an import says. */
export const imports = {
  // About a record.
  notes: {
    'no-name':
      'name: Der Datensatz hat keinen Namen, und weder Betreiber noch Ort, aus denen sich einer bilden ließe.',
    'no-category':
      'categories: Kein Tag dieses Datensatzes gehört zu einer Kategorie von Betrieben ({found}).',
    'no-position': 'location: Der Datensatz hat weder Koordinaten noch eine Adresse.',
    'no-reachability': 'phones: Der Datensatz hat weder Telefonnummer noch E-Mail-Adresse noch Webadresse.',
    'bad-geometry': 'location: Die Koordinaten sind keine Zahlen in der Reihenfolge Länge, Breite ({found}).',
    'no-tags': 'properties: Das Feature hat keine Eigenschaften.',
    twice: 'externalId: Diese Kennung kommt in der Datei schon vorher vor; der erste Datensatz gilt.',
    'name-composed': 'name: Der Name wurde aus Kategorie und Betreiber oder Ort gebildet.',
    'number-without-field':
      '{field}: Für die weitere Nummer {found} gibt es kein Feld; sie wurde weggelassen.',
    'hours-understood': 'hours: „{found}“ wurde gelesen als {rule}.',
    'hours-as-comment': 'hours: „{found}“ ist keine Regel und steht nun als Kommentar im Feld. {asked}',
    'hours-in-part':
      'hours: „{found}“ ist nur zum Teil zu verstehen ({rule}) und steht nun als Kommentar im Feld. {asked}',
    'value-unknown': '{field}: „{found}“ ist hier nicht bekannt und wurde weggelassen.',
  },
  // After what a rule says of a value.
  leftOut: 'Der Wert wurde weggelassen.',
  // About a listing that is not public as it is in the record.
  reservations: {
    'stays-unpublished': 'Der Eintrag ist nicht veröffentlicht und bleibt es; die Änderung steht im Entwurf.',
    'has-pending-changes':
      'Im Entwurf stehen unveröffentlichte Änderungen; die neue steht dabei und wurde nicht veröffentlicht.',
  },
};
