import type { Language } from './language';

/** Every reason a rule can give, with the sentence shown to people. `{field}` is the field's label. */
export const MESSAGES = {
  'text-not-a-string': {
    de: '{field}: Hier wird Text erwartet. Bitte geben Sie Text ein.',
    en: '{field}: text is expected here. Please enter text.',
  },
  'text-html': {
    de: '{field}: HTML ist hier nicht erlaubt. Bitte entfernen Sie „{found}“ oder setzen Sie nach „<“ ein Leerzeichen.',
    en: '{field}: HTML is not allowed here. Please remove “{found}”, or put a space after “<”.',
  },
  'text-control-character': {
    de: '{field}: Der Text enthält ein unsichtbares Steuerzeichen ({found}). Bitte löschen Sie es oder tippen Sie die Stelle neu.',
    en: '{field}: the text contains an invisible control character ({found}). Please delete it, or type that part again.',
  },
  'text-line-break': {
    de: '{field}: Zeilenumbrüche und Tabulatoren sind hier nicht erlaubt. Bitte schreiben Sie den Text in eine Zeile.',
    en: '{field}: line breaks and tabs are not allowed here. Please write the text on one line.',
  },
  'text-lone-surrogate': {
    de: '{field}: Der Text enthält ein zerstörtes Zeichen. Bitte löschen Sie es und tippen Sie die Stelle neu.',
    en: '{field}: the text contains a broken character. Please delete it and type that part again.',
  },
  'text-too-long': {
    de: '{field}: Der Text ist mit {length} Zeichen zu lang. Bitte kürzen Sie ihn auf höchstens {maximum} Zeichen.',
    en: '{field}: with {length} characters the text is too long. Please shorten it to {maximum} characters at most.',
  },
  'blocks-malformed': {
    de: '{field}: Der Text ist nicht als Blöcke aufgebaut. Bitte schreiben Sie ihn im Editor oder übergeben Sie eine Liste von Blöcken.',
    en: '{field}: the text is not made of blocks. Please write it in the editor, or pass a list of blocks.',
  },
  'blocks-link': {
    de: '{field}: Der Link „{found}“ ist nicht erlaubt. Bitte verwenden Sie eine Adresse mit https://, mailto: oder tel:.',
    en: '{field}: the link “{found}” is not allowed. Please use an address with https://, mailto: or tel:.',
  },
  'postcode-malformed': {
    de: '{field}: „{postcode}“ ist keine Postleitzahl. Bitte geben Sie genau fünf Ziffern ein.',
    en: '{field}: “{postcode}” is not a postcode. Please enter exactly five digits.',
  },
  'unknown-postcode': {
    de: '{field}: Die Postleitzahl {postcode} gibt es in Deutschland nicht. Bitte prüfen Sie die fünf Ziffern.',
    en: '{field}: there is no postcode {postcode} in Germany. Please check the five digits.',
  },
  'place-mismatch': {
    de: '{field}: „{place}“ passt nicht zur Postleitzahl {postcode}. Dazu gehört: {suggestions}. Bitte korrigieren Sie Ort oder Postleitzahl.',
    en: '{field}: “{place}” does not agree with the postcode {postcode}, which belongs to {suggestions}. Please correct the place or the postcode.',
  },
  'phone-malformed': {
    de: '{field}: „{found}“ ist keine Telefonnummer. Bitte geben Sie sie mit Vorwahl an, zum Beispiel 0231 123456 oder +49 231 123456.',
    en: '{field}: “{found}” is not a phone number. Please enter it with its area code, for example 0231 123456 or +49 231 123456.',
  },
  'phone-several': {
    de: '{field}: „{found}“ enthält mehrere Nummern. Bitte geben Sie hier nur eine an.',
    en: '{field}: “{found}” contains several numbers. Please enter only one here.',
  },
  'phone-extension': {
    de: '{field}: „{found}“ enthält eine getrennte Durchwahl. Bitte schreiben Sie die Durchwahl als Teil der Nummer, zum Beispiel 0231 123-45.',
    en: '{field}: “{found}” has a separate extension. Please write the extension as part of the number, for example 0231 123-45.',
  },
  'hours-malformed': {
    de: '{field}: Die Regel „{found}“ ist nicht lesbar ({problem}) Bitte schreiben Sie sie zum Beispiel so: Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off.',
    en: '{field}: the rule “{found}” cannot be read ({problem}) Please write it like this: Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off.',
  },
  'hours-too-complex': {
    de: '{field}: In dieser Regel stehen {count} „+“ hintereinander; mehr als {maximum} werden nicht ausgewertet. Bitte nennen Sie das Ende der Zeiten (18:00-22:00 statt 18:00+), oder verteilen Sie sie auf mehrere Einträge.',
    en: '{field}: this rule has {count} “+” in a row; more than {maximum} are not evaluated. Please say when the times end (18:00-22:00 instead of 18:00+), or spread them over several entries.',
  },
  'hours-too-wordy': {
    de: '{field}: In dieser Regel stehen {count} Zeichen, die zu keiner Öffnungszeit gehören; mehr als {maximum} werden nicht gelesen. Bitte schreiben Sie sie zum Beispiel so: Mo-Fr 09:00-18:00; PH off, und Erläuterungen in Anführungszeichen: Sa "nach Vereinbarung".',
    en: '{field}: {count} characters of this rule belong to no opening hours; more than {maximum} are not read. Please write it like this: Mo-Fr 09:00-18:00; PH off, and remarks in quotes: Sa "by appointment".',
  },
  'hours-too-many': {
    de: '{field}: Das ist der {count}. Eintrag für dieselbe Leistung; möglich sind {maximum}. Bitte fassen Sie Zeiten in einer Regel zusammen (Mo-Fr 09:00-18:00; Sa 10:00-14:00), und entfernen Sie Einträge, die vorbei sind.',
    en: '{field}: this is entry number {count} for the same service; {maximum} are possible. Please put times into one rule (Mo-Fr 09:00-18:00; Sa 10:00-14:00), and remove entries that are over.',
  },
  'hours-doubtful': {
    de: '{field}: Die Regel „{found}“ ist vielleicht anders gemeint. {problem} Bitte prüfen Sie sie.',
    en: '{field}: the rule “{found}” may mean something else. {problem} Please check it.',
  },
  'alternative-text-missing': {
    de: '{field}: Er fehlt in dieser Sprache. Bitte beschreiben Sie, was auf dem Bild zu sehen ist, für alle, die es nicht sehen können.',
    en: '{field}: it is missing in this language. Please describe what can be seen in the picture, for all who cannot see it.',
  },
  'alternative-text-repeated': {
    de: '{field}: „{found}“ steht auch bei einem anderen Bild. Bitte beschreiben Sie, was nur auf diesem zu sehen ist.',
    en: '{field}: another picture says “{found}” as well. Please describe what only this one shows.',
  },
  'url-malformed': {
    de: '{field}: „{found}“ ist keine Webadresse. Bitte geben Sie sie vollständig an, zum Beispiel https://www.beispiel.de.',
    en: '{field}: “{found}” is not a web address. Please enter it in full, for example https://www.example.org.',
  },
  'url-scheme': {
    de: '{field}: Erlaubt sind nur Webadressen mit http:// oder https://. Bitte ersetzen Sie „{found}“.',
    en: '{field}: only web addresses with http:// or https:// are allowed. Please replace “{found}”.',
  },
  'url-credentials': {
    de: '{field}: Die Webadresse enthält einen Benutzernamen oder ein Passwort. Bitte entfernen Sie den Teil vor dem „@“.',
    en: '{field}: the web address contains a user name or a password. Please remove the part before the “@”.',
  },
  'url-too-long': {
    de: '{field}: Die Webadresse ist zu lang. Bitte kürzen Sie sie auf höchstens {maximum} Zeichen.',
    en: '{field}: the web address is too long. Please shorten it to {maximum} characters at most.',
  },
  'email-malformed': {
    de: '{field}: „{found}“ ist keine E-Mail-Adresse. Bitte geben Sie sie in der Form name@beispiel.de ein.',
    en: '{field}: “{found}” is not an e-mail address. Please enter it in the form name@example.org.',
  },
  'latitude-range': {
    de: '{field}: Die geografische Breite muss eine Zahl zwischen -90 und 90 sein. Bitte korrigieren Sie „{found}“.',
    en: '{field}: the latitude must be a number between -90 and 90. Please correct “{found}”.',
  },
  'longitude-range': {
    de: '{field}: Die geografische Länge muss eine Zahl zwischen -180 und 180 sein. Bitte korrigieren Sie „{found}“.',
    en: '{field}: the longitude must be a number between -180 and 180. Please correct “{found}”.',
  },
  'point-incomplete': {
    de: '{field}: Breite und Länge gehören zusammen. Bitte geben Sie beide an oder keine.',
    en: '{field}: latitude and longitude belong together. Please enter both or neither.',
  },
  'too-far-from-city': {
    de: '{field}: Der Punkt liegt {distance} km vom Stadtzentrum entfernt, erlaubt sind {maximum} km. Bitte prüfen Sie Breite und Länge (vertauscht?).',
    en: '{field}: the point is {distance} km from the city centre; {maximum} km are allowed. Please check latitude and longitude (swapped?).',
  },
  'money-malformed': {
    de: '{field}: Beträge werden als ganze Zahl in Cent angegeben, von 0 bis {maximum}. Bitte korrigieren Sie „{found}“ (12,50 € sind 1250).',
    en: '{field}: amounts are whole numbers of cents, from 0 to {maximum}. Please correct “{found}” (€12.50 is 1250).',
  },
  'quantity-malformed': {
    de: '{field}: Hier wird eine ganze Zahl ab 0 erwartet. Bitte korrigieren Sie „{found}“ oder lassen Sie das Feld leer (unbegrenzt).',
    en: '{field}: a whole number from 0 on is expected here. Please correct “{found}”, or leave the field empty (unlimited).',
  },
  'currency-unknown': {
    de: '{field}: „{found}“ ist kein Währungscode nach ISO 4217. Bitte geben Sie drei Buchstaben an, zum Beispiel EUR.',
    en: '{field}: “{found}” is not an ISO 4217 currency code. Please enter three letters, for example EUR.',
  },
  'choice-unknown': {
    de: '{field}: „{found}“ steht nicht zur Wahl. Bitte wählen Sie einen dieser Werte: {choices}.',
    en: '{field}: “{found}” is not one of the choices. Please choose one of these: {choices}.',
  },
  'boolean-malformed': {
    de: '{field}: „{found}“ ist weder Ja noch Nein. Bitte geben Sie true oder false an.',
    en: '{field}: “{found}” is neither yes nor no. Please enter true or false.',
  },
  'datetime-malformed': {
    de: '{field}: „{found}“ ist kein Zeitpunkt. Bitte geben Sie ihn in der Form JJJJ-MM-TTThh:mm:ssZ an.',
    en: '{field}: “{found}” is not a point in time. Please enter it in the form YYYY-MM-DDThh:mm:ssZ.',
  },
  'date-malformed': {
    de: '{field}: „{found}“ ist kein Datum. Bitte geben Sie es in der Form JJJJ-MM-TT an.',
    en: '{field}: “{found}” is not a date. Please enter it in the form YYYY-MM-DD.',
  },
  'period-reversed': {
    de: '{field}: Das Ende ({end}) liegt vor dem Anfang ({start}). Bitte korrigieren Sie eines der beiden.',
    en: '{field}: the end ({end}) is before the start ({start}). Please correct one of the two.',
  },
  'edges-reversed': {
    de: '{field}: Die Kante ({high}) liegt nicht jenseits der gegenüberliegenden ({low}). Bitte vertauschen Sie die beiden.',
    en: '{field}: this edge ({high}) is not beyond the opposite one ({low}). Please swap the two.',
  },
  'language-unknown': {
    de: '{field}: „{found}“ ist kein Sprachcode nach BCP 47. Bitte verwenden Sie Codes wie de, en oder tr.',
    en: '{field}: “{found}” is not a BCP 47 language code. Please use codes such as de, en or tr.',
  },
  'list-malformed': {
    de: '{field}: Hier wird eine Liste von Texten erwartet. Bitte schreiben Sie sie in der Form ["eins", "zwei"].',
    en: '{field}: a list of texts is expected here. Please write it in the form ["one", "two"].',
  },
  'time-zone-unknown': {
    de: '{field}: „{found}“ ist keine Zeitzone. Bitte verwenden Sie einen Namen wie Europe/Berlin.',
    en: '{field}: “{found}” is not a time zone. Please use a name such as Europe/Berlin.',
  },
  'federal-state-unknown': {
    de: '{field}: „{found}“ ist kein deutsches Bundesland nach ISO 3166-2. Bitte verwenden Sie einen Code wie DE-NW.',
    en: '{field}: “{found}” is not a German federal state of ISO 3166-2. Please use a code such as DE-NW.',
  },
  'slug-malformed': {
    de: '{field}: „{found}“ ist kein gültiges Kürzel. Bitte verwenden Sie nur Kleinbuchstaben, Ziffern und einfache Bindestriche.',
    en: '{field}: “{found}” is not a valid slug. Please use lower-case letters, digits and single hyphens only.',
  },
  'slug-taken': {
    de: '{field}: „{found}“ ist schon vergeben. Bitte wählen Sie ein anderes Kürzel oder lassen Sie das Feld leer.',
    en: '{field}: “{found}” is already taken. Please choose another slug, or leave the field empty.',
  },
  required: {
    de: '{field}: Zum Veröffentlichen fehlt diese Angabe. Bitte ergänzen Sie sie.',
    en: '{field}: this is needed for publishing. Please add it.',
  },
  'address-or-location-required': {
    de: '{field}: Zum Veröffentlichen wird eine Adresse (Straße und Postleitzahl oder Ort) oder ein Punkt auf der Karte gebraucht. Bitte ergänzen Sie eines von beiden.',
    en: '{field}: publishing needs an address (street, and postcode or place) or a point on the map. Please add one of the two.',
  },
  'reachability-required': {
    de: '{field}: Zum Veröffentlichen wird mindestens eine Telefonnummer, E-Mail-Adresse oder Webadresse gebraucht. Bitte ergänzen Sie eine.',
    en: '{field}: publishing needs at least one phone number, e-mail address or web address. Please add one.',
  },
  'archived-locked': {
    de: '{field}: Diese Pressemitteilung ist archiviert und wird nicht mehr verändert. Bitte wenden Sie sich an eine Person mit der Rolle Super-Admin.',
    en: '{field}: this press notice is archived and is no longer changed. Please ask a person with the super admin role.',
  },
  'delete-archive-instead': {
    de: '{field}: Was einmal öffentlich war, wird nicht gelöscht. Bitte archivieren Sie den Eintrag im Feld „Moderation“ („Archivieren …“): Dann ist er nicht mehr öffentlich und lässt sich wiederherstellen. Endgültig löschen kann nur eine Person mit der Rolle Super-Admin.',
    en: '{field}: what has been public is not deleted. Please archive the entry in the panel “Moderation” (“Archive …”): it is no longer public then, and can be restored. Only a person with the super admin role can delete it for good.',
  },
  'delete-unpublish-instead': {
    de: '{field}: Was einmal öffentlich war, wird nicht gelöscht. Bitte nehmen Sie den Eintrag mit „Nicht veröffentlichen …“ zurück: Dann ist er nicht mehr öffentlich und lässt sich wieder veröffentlichen. Endgültig löschen kann nur eine Person mit der Rolle Super-Admin.',
    en: '{field}: what has been public is not deleted. Please take the entry back with “Unpublish …”: it is no longer public then, and can be published again. Only a person with the super admin role can delete it for good.',
  },
  'delete-was-public': {
    de: '{field}: Was öffentlich ist, wird nicht gelöscht. Bitte wenden Sie sich an eine Person mit der Rolle Super-Admin.',
    en: '{field}: what is public is not deleted. Please ask a person with the super admin role.',
  },
  'file-locked': {
    de: '{field}: Diese Datei gehört zu einer archivierten Pressemitteilung und wird nicht mehr verändert. Bitte wenden Sie sich an eine Person mit der Rolle Super-Admin.',
    en: '{field}: this file belongs to an archived press notice and is no longer changed. Please ask a person with the super admin role.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A stable code of a refusal. */
export type Reason = keyof typeof MESSAGES;

/** What the placeholders of a sentence are filled with. */
export type MessageDetails = Readonly<Record<string, string | number>>;

// 80 characters of a refused value are enough to recognise it.
const EXCERPT = 80;

const excerpt = (value: string | number): string => {
  const text = String(value);
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
};

// The parser's own sentence about opening hours may be longer than an excerpt.
const WHOLE = new Set(['problem', 'suggestions', 'choices', 'field']);

/**
 * The sentence for a reason: names the field and says what to do.
 * @param field the field's label in the same language
 */
export const messageOf = (
  reason: Reason,
  language: Language,
  field: string,
  details: MessageDetails = {},
): string =>
  MESSAGES[reason][language].replace(/\{(\w+)\}/g, (_match, key: string) => {
    if (key === 'field') return field;
    const value = details[key] ?? '';
    return WHOLE.has(key) ? String(value) : excerpt(value);
  });
