import type { Language } from '../../../../../domain/language';

/** A mail without its recipient. */
export interface MailText {
  subject: string;
  text: string;
}

type Template<Parts> = Readonly<Record<Language, (parts: Parts) => MailText>>;

/** Invites a person to manage a business. */
export const INVITATION_MAIL: Template<{ by: string; business: string; link: string }> = {
  de: ({ by, business, link }) => ({
    subject: `Einladung: ${business} verwalten`,
    text: `Guten Tag,\n\n${by} lädt Sie ein, den Eintrag „${business}“ mit zu verwalten. Der Link gilt 14 Tage und einmal:\n\n${link}\n\nSie brauchen dafür ein Konto mit dieser E-Mail-Adresse.`,
  }),
  en: ({ by, business, link }) => ({
    subject: `Invitation to manage ${business}`,
    text: `Hello,\n\n${by} invites you to help manage the listing “${business}”. The link is valid for 14 days and once:\n\n${link}\n\nYou need an account with this e-mail address.`,
  }),
};

/** Confirms that a submission has arrived. */
export const RECEIPT_MAIL: Template<{ username: string; title: string }> = {
  de: ({ username, title }) => ({
    subject: `Eingegangen: ${title}`,
    text: `Guten Tag ${username},\n\nIhre Einreichung „${title}“ ist eingegangen. Die Redaktion prüft sie und meldet sich per E-Mail.\n\nBis dahin bleibt öffentlich, was öffentlich war.`,
  }),
  en: ({ username, title }) => ({
    subject: `Received: ${title}`,
    text: `Hello ${username},\n\nyour submission “${title}” has arrived. The editors will look at it and answer by e-mail.\n\nUntil then, what was public stays as it was.`,
  }),
};

/** Tells a claimant what the editors decided. */
export const CLAIM_MAIL: Template<{ username: string; business: string; accepted: boolean; reason: string }> =
  {
    de: ({ username, business, accepted, reason }) => ({
      subject: accepted ? `${business}: Sie verwalten den Eintrag` : `${business}: Anspruch abgelehnt`,
      text: `Guten Tag ${username},\n\n${
        accepted
          ? `die Redaktion hat Ihren Anspruch auf „${business}“ bestätigt. Sie können den Eintrag jetzt bearbeiten.`
          : `die Redaktion hat Ihren Anspruch auf „${business}“ abgelehnt.`
      }${reason ? `\n\n${reason}` : ''}`,
    }),
    en: ({ username, business, accepted, reason }) => ({
      subject: accepted ? `${business}: you manage the listing` : `${business}: claim refused`,
      text: `Hello ${username},\n\n${
        accepted
          ? `the editors have confirmed your claim on “${business}”. You can edit the listing now.`
          : `the editors have refused your claim on “${business}”.`
      }${reason ? `\n\n${reason}` : ''}`,
    }),
  };
