import type { Language } from '../../../../../domain/language';
import {
  mailText,
  ofEditors,
  typed,
  type MailContent,
  type OwnUrl,
} from '../../../../../mail/domain/mail-text';

type Template<Parts> = Readonly<Record<Language, (parts: Parts) => MailContent>>;

/** Invites a person to manage a business. */
export const INVITATION_MAIL: Template<{ by: string; business: string; link: OwnUrl }> = {
  de: ({ by, business, link }) => ({
    subject: mailText`Einladung: „${typed(business)}“ verwalten`,
    text: mailText`Guten Tag,\n\n„${typed(by)}“ lädt Sie ein, den Eintrag „${typed(business)}“ mit zu verwalten. Beide Namen haben nicht wir geschrieben. Wenn Sie niemanden mit diesem Namen kennen, brauchen Sie nichts zu tun.\n\nDer Link gilt 14 Tage und einmal:\n\n${link}\n\nSie brauchen dafür ein Konto mit dieser E-Mail-Adresse.`,
  }),
  en: ({ by, business, link }) => ({
    subject: mailText`Invitation to manage “${typed(business)}”`,
    text: mailText`Hello,\n\n“${typed(by)}” invites you to help manage the listing “${typed(business)}”. We did not write either of these names. If you know nobody of that name, there is nothing to do.\n\nThe link is valid for 14 days and once:\n\n${link}\n\nYou need an account with this e-mail address.`,
  }),
};

/** Confirms that a submission has arrived. */
export const RECEIPT_MAIL: Template<{ username: string; title: string }> = {
  de: ({ username, title }) => ({
    subject: mailText`Eingegangen: ${typed(title)}`,
    text: mailText`Guten Tag ${typed(username)},\n\nIhre Einreichung „${typed(title)}“ ist eingegangen. Die Redaktion prüft sie und meldet sich per E-Mail.\n\nBis dahin bleibt öffentlich, was öffentlich war.`,
  }),
  en: ({ username, title }) => ({
    subject: mailText`Received: ${typed(title)}`,
    text: mailText`Hello ${typed(username)},\n\nyour submission “${typed(title)}” has arrived. The editors will look at it and answer by e-mail.\n\nUntil then, what was public stays as it was.`,
  }),
};

interface ClaimDecision {
  username: string;
  business: string;
  accepted: boolean;
  /** What the editors wrote; may be empty. */
  reason: string;
}

const reasonBelow = (reason: string) => (reason ? mailText`\n\n${ofEditors(reason)}` : mailText``);

/** Tells a claimant what the editors decided. */
export const CLAIM_MAIL: Template<ClaimDecision> = {
  de: ({ username, business, accepted, reason }) => {
    const name = typed(business);
    const decision = accepted
      ? mailText`die Redaktion hat Ihren Anspruch auf „${name}“ bestätigt. Sie können den Eintrag jetzt bearbeiten.\n\nOb er an andere Portale weitergegeben wird, entscheiden ab jetzt Sie: Bis Sie im Eintrag „Einwilligung zur Weitergabe“ wählen, wird er nicht mehr weitergegeben. Das gilt sofort und ohne Prüfung, auch wenn Sie es wieder ändern. Angaben aus offenen Quellen wie OpenStreetMap können andere von dort haben.`
      : mailText`die Redaktion hat Ihren Anspruch auf „${name}“ abgelehnt.`;
    return {
      subject: accepted
        ? mailText`${name}: Sie verwalten den Eintrag`
        : mailText`${name}: Anspruch abgelehnt`,
      text: mailText`Guten Tag ${typed(username)},\n\n${decision}${reasonBelow(reason)}`,
    };
  },
  en: ({ username, business, accepted, reason }) => {
    const name = typed(business);
    const decision = accepted
      ? mailText`the editors have confirmed your claim on “${name}”. You can edit the listing now.\n\nFrom now on you decide whether it is passed on to other portals: until you choose “Consent to syndication” in the listing, it is passed on no more. This takes effect at once and without review, also when you change it back. Others may have data from open sources such as OpenStreetMap from there.`
      : mailText`the editors have refused your claim on “${name}”.`;
    return {
      subject: accepted ? mailText`${name}: you manage the listing` : mailText`${name}: claim refused`,
      text: mailText`Hello ${typed(username)},\n\n${decision}${reasonBelow(reason)}`,
    };
  },
};
