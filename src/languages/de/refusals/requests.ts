export const requests = {
  'field-unknown': '{field}: Dieses Feld gibt es nicht. Bitte lassen Sie es weg.',
  'field-shape': '{field}: Dieser Wert passt nicht. Erwartet wird: {expected}.',
  'field-not-writable': '{field}: Dieses Feld setzt der Server. Bitte lassen Sie es weg.',
  'whole-number': '{field}: Bitte geben Sie eine ganze Zahl an.',
  'data-missing': 'Der Inhalt fehlt. Bitte senden Sie ihn in der Form { "data": { … } }.',
  'parameter-unknown': '{field}: Diesen Parameter gibt es hier nicht. Möglich sind: {allowed}.',
  'locale-unknown':
    '{field}: Die Sprache „{found}“ gibt es hier nicht. Bitte nennen Sie genau eine von diesen: {known}.',
  'address-too-long': 'Die Adresse ist zu lang. Bitte teilen Sie die Anfrage auf.',
  'address-malformed': 'Die Adresse ist falsch kodiert. Bitte kodieren Sie Sonderzeichen mit %XX als UTF-8.',
  'search-repeated': '_q: Bitte geben Sie genau einen Suchtext an.',
  'body-unreadable':
    'Der Inhalt der Anfrage ist nicht lesbar. Bitte prüfen Sie Content-Type (bei multipart samt boundary) und Content-Encoding.',
  'null-character': 'Die Anfrage enthält ein Nullzeichen (U+0000). Bitte entfernen Sie es.',
  'value-out-of-range':
    'Ein Wert der Anfrage passt nicht zu seinem Feld (zu groß oder keine Zahl). Bitte prüfen Sie Filter, Seiten und Kennungen.',
  'content-type':
    'Diese Art von Inhalt wird hier nicht angenommen. Bitte senden Sie JSON in UTF-8 (Content-Type: application/json).',
  'content-encoding':
    'Komprimierte Anfragen werden nicht angenommen. Bitte senden Sie den Inhalt ohne Content-Encoding.',
  'body-nesting': 'Der Inhalt der Anfrage ist zu tief verschachtelt. Erlaubt sind {maximum} Ebenen.',
  'no-such-address':
    'Unter dieser Adresse gibt es nichts. Bitte schreiben Sie sie genau wie in der Dokumentation: Groß- und Kleinschreibung, einfache Schrägstriche und keiner am Ende, nichts unnötig kodiert.',
  'no-such-action':
    'Diesen Weg gibt es für diesen Inhaltstyp nicht. Bitte verwenden Sie den, den die Verwaltung für ihn anbietet.',
  'body-shape': '{field}: fehlt oder hat nicht die richtige Form.',
  'took-too-long':
    'Die Antwort würde zu lange dauern. Bitte fragen Sie weniger auf einmal oder später noch einmal.',
  'too-many-requests':
    'Zu viele Anfragen von dieser Adresse. Bitte warten Sie bis zum Ende der Minute und fragen Sie dann seltener; ETag und If-None-Match sparen Übertragung.',
  'too-many-attempts': 'Zu viele Versuche. Bitte warten Sie und versuchen Sie es dann noch einmal.',
  'too-many-at-once': 'Zu viele Änderungen dieses Kontos auf einmal. Bitte senden Sie sie nacheinander.',
};
