import type { Language } from '../../../../../domain/language';
import {
  CLOSING,
  mailText,
  ofEditors,
  typed,
  type MailContent,
  type MailText,
  type OwnUrl,
} from '../../../../../platform/mail/domain/mail-text';

type Template<Parts> = Readonly<Record<Language, (parts: Parts) => MailContent>>;

/** Invites a person to manage a business. */
export const INVITATION_MAIL: Template<{ by: string; business: string; link: OwnUrl }> = {
  de: ({ by, business, link }) => ({
    subject: mailText`Einladung: „${typed(business)}“ verwalten`,
    text: mailText`Guten Tag,\n\n„${typed(by)}“ lädt Sie ein, den Eintrag „${typed(business)}“ im Verzeichnis der Betriebe mit zu verwalten. Beide Namen haben nicht wir geschrieben. Wenn Sie niemanden mit diesem Namen kennen, brauchen Sie nichts zu tun.\n\nMit diesem Link nehmen Sie die Einladung an; er gilt 14 Tage lang und nur einmal:\n\n${link}\n\nSie brauchen dafür ein Konto mit dieser E-Mail-Adresse.\n\n${CLOSING.de}`,
  }),
  en: ({ by, business, link }) => ({
    subject: mailText`Invitation to manage “${typed(business)}”`,
    text: mailText`Hello,\n\n“${typed(by)}” invites you to help manage the listing “${typed(business)}” in the directory of businesses. We did not write either of these names. If you know nobody of that name, there is nothing to do.\n\nAccept the invitation with this link; it is valid for 14 days and only once:\n\n${link}\n\nYou need an account with this e-mail address.\n\n${CLOSING.en}`,
  }),
};

/** Confirms that a submission has arrived. */
export const RECEIPT_MAIL: Template<{ username: string; title: string }> = {
  de: ({ username, title }) => ({
    subject: mailText`Eingegangen: „${typed(title)}“`,
    text: mailText`Guten Tag ${typed(username)},\n\nIhre Einreichung „${typed(title)}“ ist eingegangen. Die Redaktion prüft sie und meldet sich per E-Mail.\n\nWas schon öffentlich ist, bleibt bis dahin unverändert.\n\n${CLOSING.de}`,
  }),
  en: ({ username, title }) => ({
    subject: mailText`Received: “${typed(title)}”`,
    text: mailText`Hello ${typed(username)},\n\nyour submission “${typed(title)}” has arrived. The editors will look at it and answer by e-mail.\n\nWhat is public already stays as it is until then.\n\n${CLOSING.en}`,
  }),
};

interface ClaimDecision {
  username: string;
  business: string;
  accepted: boolean;
  /** What the editors wrote; may be empty. */
  reason: string;
}

const below = (intro: MailText, reason: string): MailText =>
  reason ? mailText`${intro}\n\n${ofEditors(reason)}\n\n` : mailText``;

/** Tells a claimant what the editors decided. */
export const CLAIM_MAIL: Template<ClaimDecision> = {
  de: ({ username, business, accepted, reason }) => {
    const name = typed(business);
    const decision = accepted
      ? mailText`die Redaktion hat Ihren Anspruch auf den Eintrag „${name}“ bestätigt. Sie können den Eintrag jetzt bearbeiten.\n\nOb er an andere Portale weitergegeben wird, entscheiden ab jetzt Sie: Bis Sie im Eintrag „Einwilligung zur Weitergabe“ wählen, geben wir ihn nicht mehr weiter. Ihre Wahl gilt sofort und ohne Prüfung, und Sie können sie jederzeit ändern. Angaben aus offenen Quellen wie OpenStreetMap können andere von dort haben.\n\n${below(mailText`Die Redaktion schreibt dazu:`, reason)}`
      : mailText`die Redaktion hat Ihren Anspruch auf den Eintrag „${name}“ abgelehnt.\n\n${below(mailText`Der Grund:`, reason)}`;
    return {
      subject: accepted ? mailText`Sie verwalten jetzt „${name}“` : mailText`Anspruch abgelehnt: „${name}“`,
      text: mailText`Guten Tag ${typed(username)},\n\n${decision}${CLOSING.de}`,
    };
  },
  en: ({ username, business, accepted, reason }) => {
    const name = typed(business);
    const decision = accepted
      ? mailText`the editors have confirmed your claim on the listing “${name}”. You can edit the listing now.\n\nFrom now on you decide whether it is passed on to other portals: until you choose “Consent to syndication” in the listing, we no longer pass it on. Your choice takes effect at once and without review, and you can change it at any time. Others may have data from open sources such as OpenStreetMap from there.\n\n${below(mailText`The editors add:`, reason)}`
      : mailText`the editors have refused your claim on the listing “${name}”.\n\n${below(mailText`The reason:`, reason)}`;
    return {
      subject: accepted ? mailText`You now manage “${name}”` : mailText`Claim refused: “${name}”`,
      text: mailText`Hello ${typed(username)},\n\n${decision}${CLOSING.en}`,
    };
  },
};
