import type { Language } from '../../../domain/language';
import { CLOSING, mailText, type MailContent, type OwnUrl } from '../../../platform/mail/domain/mail-text';

// Nothing that a person typed: whoever registers names an address that may be somebody else's.
type Template = Readonly<Record<Language, (parts: { link: OwnUrl }) => MailContent>>;

/** Asks a new account to confirm its address. */
export const CONFIRMATION_MAIL: Template = {
  de: ({ link }) => ({
    subject: mailText`Bitte bestätigen Sie Ihre E-Mail-Adresse`,
    text: mailText`Guten Tag,\n\nSie haben sich mit dieser E-Mail-Adresse registriert, um Einträge im Verzeichnis der Betriebe zu pflegen. Bitte bestätigen Sie die Adresse mit diesem Link:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird das Konto nicht benutzbar.\n\n${CLOSING.de}`,
  }),
  en: ({ link }) => ({
    subject: mailText`Please confirm your e-mail address`,
    text: mailText`Hello,\n\nyou registered with this e-mail address to maintain listings in the directory of businesses. Please confirm the address with this link:\n\n${link}\n\nIf this was not you, there is nothing to do: without confirmation the account cannot be used.\n\n${CLOSING.en}`,
  }),
};

/** Brings the link with which a new password can be set. */
export const RESET_MAIL: Template = {
  de: ({ link }) => ({
    subject: mailText`Ihr neues Passwort wählen`,
    text: mailText`Guten Tag,\n\nfür Ihr Konto im Verzeichnis der Betriebe wurde ein neues Passwort angefordert. Mit diesem Link können Sie es wählen; er gilt eine Stunde lang und nur einmal:\n\n${link}\n\nWenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.\n\n${CLOSING.de}`,
  }),
  en: ({ link }) => ({
    subject: mailText`Choose your new password`,
    text: mailText`Hello,\n\na new password was requested for your account in the directory of businesses. Choose it with this link; it is valid for an hour and only once:\n\n${link}\n\nIf this was not you, there is nothing to do: your password stays as it is.\n\n${CLOSING.en}`,
  }),
};
