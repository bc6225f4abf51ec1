import type { Language } from '../../../domain/language';

interface Text {
  subject: string;
  text: string;
}

interface Parts {
  username: string;
  link: string;
}

type Template = Readonly<Record<Language, (parts: Parts) => Text>>;

/** Asks a new account to confirm its address. */
export const CONFIRMATION_MAIL: Template = {
  de: ({ username, link }) => ({
    subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
    text: `Guten Tag ${username},\n\nSie haben sich mit dieser E-Mail-Adresse angemeldet. Bitte bestätigen Sie sie mit diesem Link:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird das Konto nicht benutzbar.`,
  }),
  en: ({ username, link }) => ({
    subject: 'Please confirm your e-mail address',
    text: `Hello ${username},\n\nyou registered with this e-mail address. Please confirm it with this link:\n\n${link}\n\nIf this was not you, there is nothing to do: without confirmation the account cannot be used.`,
  }),
};

/** Brings the link with which a new password can be set. */
export const RESET_MAIL: Template = {
  de: ({ username, link }) => ({
    subject: 'Neues Passwort',
    text: `Guten Tag ${username},\n\nfür Ihr Konto wurde ein neues Passwort angefordert. Mit diesem Link können Sie es innerhalb einer Stunde einmal setzen:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
  }),
  en: ({ username, link }) => ({
    subject: 'New password',
    text: `Hello ${username},\n\na new password was asked for your account. With this link you can set it once within an hour:\n\n${link}\n\nIf this was not you, there is nothing to do: your password stays as it is.`,
  }),
};
