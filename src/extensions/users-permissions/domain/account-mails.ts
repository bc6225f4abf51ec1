import type { Language } from '../../../domain/language';
import { mailText, type MailContent, type OwnUrl } from '../../../mail/domain/mail-text';

// Nothing that a person typed: whoever registers names an address that may be somebody else's.
type Template = Readonly<Record<Language, (parts: { link: OwnUrl }) => MailContent>>;

/** Asks a new account to confirm its address. */
export const CONFIRMATION_MAIL: Template = {
  de: ({ link }) => ({
    subject: mailText`Bitte bestätigen Sie Ihre E-Mail-Adresse`,
    text: mailText`Guten Tag,\n\nSie haben sich mit dieser E-Mail-Adresse angemeldet. Bitte bestätigen Sie sie mit diesem Link:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird das Konto nicht benutzbar.`,
  }),
  en: ({ link }) => ({
    subject: mailText`Please confirm your e-mail address`,
    text: mailText`Hello,\n\nyou registered with this e-mail address. Please confirm it with this link:\n\n${link}\n\nIf this was not you, there is nothing to do: without confirmation the account cannot be used.`,
  }),
};

/** Brings the link with which a new password can be set. */
export const RESET_MAIL: Template = {
  de: ({ link }) => ({
    subject: mailText`Neues Passwort`,
    text: mailText`Guten Tag,\n\nfür Ihr Konto wurde ein neues Passwort angefordert. Mit diesem Link können Sie es innerhalb einer Stunde einmal setzen:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
  }),
  en: ({ link }) => ({
    subject: mailText`New password`,
    text: mailText`Hello,\n\na new password was asked for your account. With this link you can set it once within an hour:\n\n${link}\n\nIf this was not you, there is nothing to do: your password stays as it is.`,
  }),
};
