import type { Language } from '../../domain/language';
import { PASSWORD_MESSAGES } from './domain/password-rule';
import type { RegistrationIssue } from './domain/registration';

/** What to tell a person whose registration is refused; `{field}` is the name in the body. */
export const REGISTRATION_MESSAGES: Readonly<
  Record<RegistrationIssue | 'taken' | 'token', Record<Language, string>>
> = {
  ...PASSWORD_MESSAGES,
  'unknown-field': {
    de: 'Das Feld „{field}“ gehört nicht hierher. Bitte lassen Sie es weg.',
    en: 'The field “{field}” does not belong here. Please leave it out.',
  },
  'username-shape': {
    de: 'Der Benutzername braucht 3 bis 120 Zeichen: Buchstaben, Ziffern, Leerzeichen und . _ + -. Eine E-Mail-Adresse darf nur die eigene sein.',
    en: 'The user name needs 3 to 120 characters: letters, digits, spaces and . _ + -. An e-mail address may only be your own.',
  },
  'email-shape': {
    de: 'Das ist keine E-Mail-Adresse. Bitte geben Sie sie in der Form name@beispiel.de ein.',
    en: 'This is not an e-mail address. Please enter it in the form name@example.org.',
  },
  'locale-shape': {
    de: 'Als Sprache geht „de“ oder „en“.',
    en: 'The language may be “de” or “en”.',
  },
  // One answer for both: it must not say which of the two is known here.
  taken: {
    de: 'E-Mail-Adresse oder Benutzername sind schon vergeben. Bitte melden Sie sich an, setzen Sie Ihr Passwort zurück oder wählen Sie andere Angaben.',
    en: 'Email or Username are already taken. Please log in, reset your password or choose others.',
  },
  token: {
    de: 'Der Link ist abgelaufen oder wurde schon benutzt. Bitte fordern Sie einen neuen an.',
    en: 'The link has expired or has been used. Please ask for a new one.',
  },
};
