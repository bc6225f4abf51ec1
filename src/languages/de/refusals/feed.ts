export const feed = {
  'token-missing': 'Bitte senden Sie das Token des Portals mit: Authorization: Bearer …',
  'token-unknown': 'Dieses Token gilt nicht (mehr). Die Stadt kann für das Portal ein neues ausstellen.',
  'portal-not-active': 'Dieses Portal ist angehalten ({state:state}). Bitte wenden Sie sich an die Stadt.',
  'cursor-invalid':
    'after: Das ist kein Cursor dieses Feeds. Bitte übergeben Sie meta.cursor einer Antwort unverändert, oder lassen Sie after weg, um von vorn zu lesen.',
  'cursor-other-portal':
    'after: Dieser Cursor wurde einem anderen Portal gegeben. Bitte beginnen Sie mit /api/feed/snapshot.',
  'filter-changed':
    'Was dieses Portal bekommt, wurde geändert. Bitte holen Sie /api/feed/snapshot und lesen Sie mit dessen Cursor weiter.',
  'cursor-too-old':
    'Dieser Cursor ist älter, als Entferntes aufbewahrt wird. Bitte holen Sie /api/feed/snapshot und lesen Sie mit dessen Cursor weiter.',
  'cursor-ahead':
    'Der Feed kennt diesen Cursor nicht, vermutlich nach einer Wiederherstellung. Bitte holen Sie /api/feed/snapshot und lesen Sie mit dessen Cursor weiter.',
  'type-unknown': 'Diese Art von Ereignis gibt es nicht. /api/feed/schema zählt alle auf.',
  'too-many-snapshots':
    'Für dieses Portal werden schon Snapshots gelesen. Bitte warten Sie, bis sie fertig sind.',
  'no-portal': 'Dieses Portal gibt es nicht. Vielleicht wurde es inzwischen entfernt.',
  'no-delivery': 'Diese Zustellung gibt es nicht (mehr). Zustellungen werden 30 Tage aufbewahrt.',
  'no-url': 'Dieses Portal hat keine Zieladresse: Es holt ab, zugestellt wird ihm nichts.',
  'portal-not-here': 'Portale werden unter „Portale“ verwaltet, nicht im Content-Manager.',
  'box-north-south': '{field}: Der Norden muss größer sein als der Süden. Bitte tauschen Sie die Werte.',
  'box-east-west': '{field}: Der Osten muss größer sein als der Westen. Bitte tauschen Sie die Werte.',
  'value-unknown': '{field}: „{found}“ gibt es hier nicht. Möglich sind: {known}.',
  'target-url-malformed':
    '{field}: Das ist keine Webadresse. Bitte geben Sie sie vollständig an, zum Beispiel https://portal.example.de/webhook.',
  'target-url-scheme': '{field}: Bitte geben Sie eine Adresse mit https:// an.',
  'target-url-credentials': '{field}: Zugangsdaten gehören nicht in die Adresse. Lieferungen sind signiert.',
  'name-lines':
    '{field}: Der Name darf keine Zeilenumbrüche und Steuerzeichen enthalten. Bitte schreiben Sie ihn in eine Zeile.',
  'range-reversed': '{field}: Die letzte Nummer darf nicht kleiner sein als die erste.',
};
