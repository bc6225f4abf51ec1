export const accounts = {
  'password-short': 'Das Passwort ist zu kurz. Bitte wählen Sie mindestens {minimum} Zeichen.',
  'password-long':
    'Das Passwort ist zu lang. Bitte wählen Sie höchstens {maximum} Bytes (Umlaute zählen doppelt).',
  'password-common':
    'Dieses Passwort ist zu leicht zu erraten: Es steht auf Listen häufiger Passwörter oder besteht fast nur aus einem Namen, den man kennt. Bitte wählen Sie ein anderes, am besten mehrere Wörter.',
  'username-shape':
    'Der Benutzername braucht 3 bis 120 Zeichen: Buchstaben, Ziffern, Leerzeichen und . _ + -. Eine E-Mail-Adresse darf nur die eigene sein.',
  'email-shape':
    '{field}: Das ist keine E-Mail-Adresse. Bitte geben Sie sie in der Form name@beispiel.de ein.',
  'account-taken':
    'E-Mail-Adresse oder Benutzername sind schon vergeben. Bitte melden Sie sich an, setzen Sie Ihr Passwort zurück oder wählen Sie andere Angaben.',
  'username-taken': 'Diesen Benutzernamen hat schon jemand anders. Bitte wählen Sie einen anderen.',
  'email-unchanged':
    'Das ist schon die E-Mail-Adresse Ihres Kontos. Bitte geben Sie die neue an, oder lassen Sie es dabei.',
  'account-token': 'Der Link ist abgelaufen oder wurde schon benutzt. Bitte fordern Sie einen neuen an.',
  'erasure-open':
    'Es ist noch etwas offen, das Sie vorher abschließen müssen. In „details.what“ steht, was es ist.',
  'session-ended': 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.',
};
