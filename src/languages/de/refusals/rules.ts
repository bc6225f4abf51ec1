export const rules = {
  'text-not-a-string': '{field}: Hier wird Text erwartet. Bitte geben Sie Text ein.',
  'text-html':
    '{field}: HTML ist hier nicht erlaubt. Bitte entfernen Sie „{found}“ oder setzen Sie nach „<“ ein Leerzeichen.',
  'text-control-character':
    '{field}: Der Text enthält ein unsichtbares Steuerzeichen ({found}). Bitte löschen Sie es oder tippen Sie die Stelle neu.',
  'text-line-break':
    '{field}: Zeilenumbrüche und Tabulatoren sind hier nicht erlaubt. Bitte schreiben Sie den Text in eine Zeile.',
  'text-lone-surrogate':
    '{field}: Der Text enthält ein zerstörtes Zeichen. Bitte löschen Sie es und tippen Sie die Stelle neu.',
  'text-too-long':
    '{field}: Der Text ist mit {length} Zeichen zu lang. Bitte kürzen Sie ihn auf höchstens {maximum} Zeichen.',
  'blocks-malformed':
    '{field}: Der Text ist nicht als Blöcke aufgebaut. Bitte schreiben Sie ihn im Editor oder übergeben Sie eine Liste von Blöcken.',
  'blocks-link':
    '{field}: Der Link „{found}“ ist nicht erlaubt. Bitte verwenden Sie eine Adresse mit https://, mailto: oder tel:.',
  'postcode-malformed':
    '{field}: „{postcode}“ ist keine Postleitzahl. Bitte geben Sie genau fünf Ziffern ein.',
  'postcodes-too-many':
    '{field}: Das sind {count} Postleitzahlen; möglich sind {maximum}. Bitte geben Sie stattdessen einen Umkreis an.',
  'service-radius-range':
    '{field}: Bitte geben Sie den Umkreis in Kilometern an, von {minimum} bis {maximum}. Bitte korrigieren Sie „{found}“.',
  'service-radius-without-point':
    '{field}: Ein Umkreis braucht eine Mitte. Bitte geben Sie auch die Lage auf der Karte an.',
  'district-moved':
    '{field}: Der Punkt auf der Karte liegt jetzt woanders. Veröffentlicht ist: {before}. Im Entwurf steht: {after}. Bitte prüfen Sie, ob der Punkt stimmt.',
  'district-differs':
    '{field}: Hier steht „{found}“, der Punkt auf der Karte liegt aber in „{within}“. Stimmt der Punkt, leeren Sie bitte das Feld: Dann folgt es wieder dem Punkt.',
  'district-outside':
    '{field}: Hier steht „{found}“, der Punkt auf der Karte liegt aber außerhalb aller Stadtbezirke. Bitte prüfen Sie beides.',
  'unknown-postcode':
    '{field}: Die Postleitzahl {postcode} gibt es in Deutschland nicht. Bitte prüfen Sie die fünf Ziffern.',
  'place-mismatch':
    '{field}: „{place}“ passt nicht zur Postleitzahl {postcode}. Dazu gehört: {suggestions}. Bitte korrigieren Sie Ort oder Postleitzahl.',
  'phone-malformed':
    '{field}: „{found}“ ist keine Telefonnummer. Bitte geben Sie sie mit Vorwahl an, zum Beispiel 0231 123456 oder +49 231 123456.',
  'phone-several': '{field}: „{found}“ enthält mehrere Nummern. Bitte geben Sie hier nur eine an.',
  'phone-extension':
    '{field}: „{found}“ enthält eine getrennte Durchwahl. Bitte schreiben Sie die Durchwahl als Teil der Nummer, zum Beispiel 0231 123-45.',
  'hours-malformed':
    '{field}: Die Regel „{found}“ ist nicht lesbar ({problem}) Bitte schreiben Sie sie zum Beispiel so: Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off.',
  'hours-too-complex':
    '{field}: In dieser Regel stehen {count} „+“ hintereinander; mehr als {maximum} werden nicht ausgewertet. Bitte nennen Sie das Ende der Zeiten (18:00-22:00 statt 18:00+), oder verteilen Sie sie auf mehrere Einträge.',
  'hours-too-wordy':
    '{field}: In dieser Regel stehen {count} Zeichen, die zu keiner Öffnungszeit gehören; mehr als {maximum} werden nicht gelesen. Bitte schreiben Sie sie zum Beispiel so: Mo-Fr 09:00-18:00; PH off, und Erläuterungen in Anführungszeichen: Sa "nach Vereinbarung".',
  'hours-too-many':
    '{field}: Das ist der {count}. Eintrag für dieselbe Leistung; möglich sind {maximum}. Bitte fassen Sie Zeiten in einer Regel zusammen (Mo-Fr 09:00-18:00; Sa 10:00-14:00), und entfernen Sie Einträge, die vorbei sind.',
  'hours-doubtful':
    '{field}: Die Regel „{found}“ ist vielleicht anders gemeint. {problem} Bitte prüfen Sie sie.',
  'url-malformed':
    '{field}: „{found}“ ist keine Webadresse. Bitte geben Sie sie vollständig an, zum Beispiel https://www.beispiel.de.',
  'url-scheme':
    '{field}: Erlaubt sind nur Webadressen mit http:// oder https://. Bitte ersetzen Sie „{found}“.',
  'url-credentials':
    '{field}: Die Webadresse enthält einen Benutzernamen oder ein Passwort. Bitte entfernen Sie den Teil vor dem „@“.',
  'url-too-long':
    '{field}: Die Webadresse ist zu lang. Bitte kürzen Sie sie auf höchstens {maximum} Zeichen.',
  'email-malformed':
    '{field}: „{found}“ ist keine E-Mail-Adresse. Bitte geben Sie sie in der Form name@beispiel.de ein.',
  'latitude-range':
    '{field}: Die geografische Breite muss eine Zahl zwischen -90 und 90 sein. Bitte korrigieren Sie „{found}“.',
  'longitude-range':
    '{field}: Die geografische Länge muss eine Zahl zwischen -180 und 180 sein. Bitte korrigieren Sie „{found}“.',
  'point-incomplete': '{field}: Breite und Länge gehören zusammen. Bitte geben Sie beide an oder keine.',
  'too-far-from-city':
    '{field}: Der Punkt liegt {distance} km vom Stadtzentrum entfernt, erlaubt sind {maximum} km. Bitte prüfen Sie Breite und Länge (vertauscht?).',
  'money-malformed':
    '{field}: Beträge werden als ganze Zahl in Cent angegeben, von 0 bis {maximum}. Bitte korrigieren Sie „{found}“ (12,50 € sind 1250).',
  'quantity-malformed':
    '{field}: Hier wird eine ganze Zahl ab 0 erwartet. Bitte korrigieren Sie „{found}“ oder lassen Sie das Feld leer (unbegrenzt).',
  'currency-unknown':
    '{field}: „{found}“ ist kein Währungscode nach ISO 4217. Bitte geben Sie drei Buchstaben an, zum Beispiel EUR.',
  'choice-unknown':
    '{field}: „{found}“ steht nicht zur Wahl. Bitte wählen Sie einen dieser Werte: {choices}.',
  'boolean-malformed': '{field}: „{found}“ ist weder Ja noch Nein. Bitte geben Sie true oder false an.',
  'datetime-malformed':
    '{field}: „{found}“ ist kein Zeitpunkt. Bitte geben Sie ihn in der Form JJJJ-MM-TTThh:mm:ssZ an.',
  'date-malformed': '{field}: „{found}“ ist kein Datum. Bitte geben Sie es in der Form JJJJ-MM-TT an.',
  'period-reversed':
    '{field}: Das Ende ({end}) liegt vor dem Anfang ({start}). Bitte korrigieren Sie eines der beiden.',
  'edges-reversed':
    '{field}: Die Kante ({high}) liegt nicht jenseits der gegenüberliegenden ({low}). Bitte vertauschen Sie die beiden.',
  'language-unknown':
    '{field}: „{found}“ ist kein Sprachcode nach BCP 47. Bitte verwenden Sie Codes wie de, en oder tr.',
  'list-malformed':
    '{field}: Hier wird eine Liste von Texten erwartet. Bitte schreiben Sie sie in der Form ["eins", "zwei"].',
  'time-zone-unknown':
    '{field}: „{found}“ ist keine Zeitzone. Bitte verwenden Sie einen Namen wie Europe/Berlin.',
  'federal-state-unknown':
    '{field}: „{found}“ ist kein deutsches Bundesland nach ISO 3166-2. Bitte verwenden Sie einen Code wie DE-NW.',
  'slug-malformed':
    '{field}: „{found}“ ist kein gültiges Kürzel. Bitte verwenden Sie nur Kleinbuchstaben, Ziffern und einfache Bindestriche.',
  'slug-taken':
    '{field}: „{found}“ ist schon vergeben. Bitte wählen Sie ein anderes Kürzel oder lassen Sie das Feld leer.',
  required: '{field}: Zum Veröffentlichen fehlt diese Angabe. Bitte ergänzen Sie sie.',
  'address-or-location-required':
    '{field}: Zum Veröffentlichen wird eine Adresse (Straße und Postleitzahl oder Ort) oder ein Punkt auf der Karte gebraucht. Bitte ergänzen Sie eines von beiden.',
  'reachability-required':
    '{field}: Zum Veröffentlichen wird mindestens eine Telefonnummer, E-Mail-Adresse oder Webadresse gebraucht. Bitte ergänzen Sie eine.',
  'archived-locked':
    '{field}: Diese Pressemitteilung ist archiviert und wird nicht mehr verändert. Bitte wenden Sie sich an eine Person mit der Rolle Super-Admin.',
  'delete-archive-instead':
    '{field}: Was einmal öffentlich war, wird nicht gelöscht. Bitte archivieren Sie den Eintrag im Feld „Moderation“ („Archivieren …“): Dann ist er nicht mehr öffentlich und lässt sich wiederherstellen. Endgültig löschen kann nur eine Person mit der Rolle Super-Admin.',
  'delete-unpublish-instead':
    '{field}: Was einmal öffentlich war, wird nicht gelöscht. Bitte nehmen Sie den Eintrag mit „Nicht veröffentlichen …“ zurück: Dann ist er nicht mehr öffentlich und lässt sich wieder veröffentlichen. Endgültig löschen kann nur eine Person mit der Rolle Super-Admin.',
  'delete-was-public':
    '{field}: Was öffentlich ist, wird nicht gelöscht. Bitte wenden Sie sich an eine Person mit der Rolle Super-Admin.',
  'file-locked':
    '{field}: Diese Datei gehört zu einer archivierten Pressemitteilung und wird nicht mehr verändert. Bitte wenden Sie sich an eine Person mit der Rolle Super-Admin.',
  'law-needs':
    '{field}: Das verlangt {law}. Bitte ergänzen Sie es; bis dahin sagt die Seite {page}, dass es fehlt.',
  'accessibility-review-due':
    '{field}: Das ist länger als ein Jahr her. Bitte prüfen Sie die Erklärung zur Barrierefreiheit und tragen Sie den Tag ein.',
  'alternative-text-missing':
    '{field}: Er fehlt in dieser Sprache. Bitte beschreiben Sie, was auf dem Bild zu sehen ist, für alle, die es nicht sehen können.',
  'alternative-text-repeated':
    '{field}: „{found}“ steht auch bei einem anderen Bild. Bitte beschreiben Sie, was nur auf diesem zu sehen ist.',
};
