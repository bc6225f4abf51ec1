export const directory = {
  'parameter-repeated': '{field}: Bitte nennen Sie den Parameter nur einmal; mehrere Werte trennt ein Komma.',
  'search-text-length': '{field}: Bitte geben Sie einen Suchtext mit höchstens 200 Zeichen an.',
  'too-many-values': '{field}: Bitte geben Sie höchstens 20 Werte an.',
  'listing-type-unknown': 'type: „{found}“ gibt es nicht. Möglich sind: {types}.',
  'audience-unknown': 'audience: „{found}“ gibt es nicht. Möglich sind: {audiences}.',
  'serves-malformed':
    'serves: „{found}“ ist nicht lesbar. Bitte geben Sie einen Punkt (51.4901,7.5032), eine Postleitzahl (44263) oder das Kürzel eines Stadtbezirks (hoerde) an, auch mehrere durch Komma getrennt.',
  'service-unknown': 'service: „{found}“ gibt es nicht. Möglich sind: {services}.',
  'coordinates-malformed':
    '{field}: „{found}“ ist nicht lesbar. Bitte geben Sie Dezimalgrade an: near=51.5136,7.4653 (Breite, Länge), bbox=7.3,51.4,7.6,51.6 (West, Süd, Ost, Nord).',
  'bbox-reversed':
    'bbox: Westen muss kleiner als Osten und Süden kleiner als Norden sein. Bitte prüfen Sie die Reihenfolge West, Süd, Ost, Nord.',
  'radius-range': 'radius: Bitte geben Sie ganze Meter von 1 bis 50000 an.',
  'radius-without-near':
    'radius: Ein Umkreis braucht einen Mittelpunkt. Bitte geben Sie auch near=Breite,Länge an.',
  'distance-without-near': 'sort: Nach Entfernung kann nur mit near=Breite,Länge sortiert werden.',
  'sort-unknown': 'sort: „{found}“ gibt es nicht. Möglich sind: relevance, distance, name, newest.',
  'page-range': 'page: Bitte geben Sie eine ganze Zahl ab 1 an.',
  'page-size-range': 'pageSize: Bitte geben Sie eine ganze Zahl von 1 bis 100 an.',
  'page-too-deep':
    'page: Mit page sind nur die ersten 10000 Treffer erreichbar. Bitte blättern Sie mit meta.pagination.nextCursor weiter.',
  'cursor-other-search':
    'cursor: Der Wert gehört nicht zu dieser Suche. Bitte verwenden Sie meta.pagination.nextCursor einer Antwort auf dieselbe Suche.',
  'cursor-and-page': 'cursor: Bitte geben Sie entweder cursor oder page an.',
  'facets-unknown':
    'facets: „{found}“ ist nicht möglich. Möglich sind: category, district, service, audience.',
  'moment-malformed':
    'openAt: „{found}“ ist kein Zeitpunkt. Bitte geben Sie now oder einen Zeitpunkt nach ISO 8601 an, zum Beispiel 2026-12-24T10:00+01:00.',
  'open-past': 'openAt: „{found}“ ist vergangen. Bitte geben Sie einen Zeitpunkt ab jetzt an.',
  'open-ahead': 'openAt: „{found}“ liegt zu weit voraus. Öffnungszeiten sind für 60 Tage bekannt.',
  'valid-malformed':
    'validAt: „{found}“ ist weder Tag noch Zeitpunkt. Bitte geben Sie zum Beispiel 2026-12-24 oder 2026-12-24T10:00+01:00 an.',
  'listing-gone': 'Diesen Eintrag gibt es nicht mehr.',
  'listing-not-found': 'Diesen Eintrag gibt es nicht, oder er ist nicht mehr öffentlich.',
  'form-not-acceptable': 'Accept: Einträge gibt es als {forms}.',
  'no-vcard': 'Dieser Eintrag hat keine Kontaktdaten; eine Visitenkarte (text/vcard) gibt es nur mit ihnen.',
};
