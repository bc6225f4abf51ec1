/** Strapi's own refusals in our words; `src/platform/refusals/strapi-errors.ts` says which is which. */
export const strapi = {
  'account-blocked': 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Redaktion.',
  'already-confirmed': 'Diese E-Mail-Adresse ist schon bestätigt. Bitte melden Sie sich an.',
  'bad-request': 'Die Anfrage geht so nicht: {problem}',
  conflict: 'Das verträgt sich nicht mit dem, was schon da ist: {problem}',
  'content-too-large': 'Der Inhalt der Anfrage ist zu groß. Bitte senden Sie weniger auf einmal.',
  'credentials-invalid': 'Diese Anmeldung gilt nicht (mehr). Bitte melden Sie sich neu an.',
  'email-not-confirmed':
    'Die E-Mail-Adresse dieses Kontos ist noch nicht bestätigt. Bitte öffnen Sie den Link in der E-Mail, die Sie bekommen haben.',
  'files-missing': 'Es wurde keine Datei gesendet. Bitte wählen Sie eine aus.',
  'file-too-large': '{field}: Die Datei ist zu groß. Bitte verkleinern Sie sie.',
  forbidden: 'Dafür fehlt Ihnen die Berechtigung.',
  'internal-error':
    'Auf dem Server ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal, und sagen Sie der Stadt Bescheid, wenn es so bleibt.',
  'json-malformed': 'Der Inhalt der Anfrage ist kein gültiges JSON. Bitte prüfen Sie ihn.',
  'key-refused':
    '{field}: Das gibt es hier nicht, oder es ist nicht öffentlich. Bitte lassen Sie es weg oder schreiben Sie es wie in der Dokumentation.',
  'method-not-allowed':
    'Diese Adresse gibt es, aber nicht mit {method}. Bitte sehen Sie in der Dokumentation nach, wie sie gefragt wird.',
  'name-taken': 'Diesen Namen gibt es schon. Bitte wählen Sie einen anderen.',
  'not-signed-in': 'Bitte melden Sie sich an.',
  'pagination-mixed':
    'pagination: Bitte verwenden Sie entweder page und pageSize oder start und limit, nicht beides.',
  'password-current-wrong': 'Das bisherige Passwort stimmt nicht. Bitte prüfen Sie es.',
  'password-same': 'Das neue Passwort ist das bisherige. Bitte wählen Sie ein anderes.',
  'passwords-differ': 'Die beiden Passwörter stimmen nicht überein. Bitte geben Sie zweimal dasselbe ein.',
  'request-timed-out': 'Die Anfrage kam nicht rechtzeitig an. Bitte senden Sie sie noch einmal.',
  'server-refused': 'Das geht hier nicht: {problem}',
  'sign-in-failed': 'E-Mail-Adresse oder Passwort stimmen nicht. Bitte prüfen Sie beide.',
  'value-malformed': '{field}: Dieser Wert hat nicht die richtige Form. Bitte prüfen Sie ihn.',
  'value-missing': '{field}: Diese Angabe fehlt. Bitte ergänzen Sie sie.',
  'value-refused': '{field}: {problem}',
  'value-taken': '{field}: Das gibt es schon. Bitte wählen Sie etwas anderes.',
  'value-too-long': '{field}: Bitte geben Sie höchstens {maximum:unit} an.',
  'value-too-short': '{field}: Bitte geben Sie mindestens {minimum:unit} an.',
  'value-type': '{field}: Erwartet wird: {expected}. Bitte prüfen Sie den Wert.',
};
