import type { DisabledReason } from '../../contract';
import type { Language } from '../../../../../../domain/language';
import {
  CLOSING,
  mailText,
  ofEditors,
  typed,
  type MailContent,
  type MailText,
  type OwnUrl,
} from '../../../../../../platform/mail/domain/mail-text';

interface Facts {
  readonly portal: string;
  readonly url: string;
  readonly reason: DisabledReason;
  /** Where an editor switches it on again. */
  readonly link: OwnUrl;
}

const WHY: Readonly<Record<DisabledReason, Record<Language, MailText>>> = {
  gone: {
    de: mailText`Die Adresse hat mit „410 Gone“ geantwortet; das heißt, dass sie nichts mehr bekommen will.`,
    en: mailText`The address answered “410 Gone”, which says that it wants to get no more.`,
  },
  failing: {
    de: mailText`Seit fünf Tagen ist keine Zustellung mehr gelungen.`,
    en: mailText`For five days no delivery has succeeded.`,
  },
};

/** What an editor reads when a portal was switched off. */
export function disabledMailToEditor({ portal, url, reason, link }: Facts, language: Language): MailContent {
  if (language === 'de')
    return {
      subject: mailText`Zustellungen an „${typed(portal)}“ sind abgeschaltet`,
      text: mailText`Guten Tag,\n\ndie Zustellungen an das Portal „${typed(portal)}“ (${ofEditors(url)}) sind abgeschaltet. ${WHY[reason].de}\n\nWas das Portal bekommen soll, wird aufgehoben. Sobald es wieder erreichbar ist, setzen Sie es hier fort:\n${link}`,
    };
  return {
    subject: mailText`Deliveries to “${typed(portal)}” are switched off`,
    text: mailText`Hello,\n\ndeliveries to the portal “${typed(portal)}” (${ofEditors(url)}) are switched off. ${WHY[reason].en}\n\nWhat the portal is to get is kept. As soon as it can be reached again, resume it here:\n${link}`,
  };
}

/** What the contact of the portal reads. Their language is not known, so it comes in both. */
export function disabledMailToContact({ portal, url, reason }: Facts): MailContent {
  return {
    subject: mailText`${typed(portal)}: Zustellungen abgeschaltet / deliveries switched off`,
    text: mailText`Guten Tag,\n\nwir stellen Ihrem Portal „${typed(portal)}“ unter ${ofEditors(url)} nichts mehr zu. ${WHY[reason].de} Bitte antworten Sie auf diese E-Mail, sobald es wieder Zustellungen annimmt; was fehlt, wird dann nachgeliefert.\n\n${CLOSING.de}\n\n---\n\nHello,\n\nwe no longer deliver to your portal “${typed(portal)}” at ${ofEditors(url)}. ${WHY[reason].en} Please answer this mail as soon as it takes deliveries again; what is missing will be sent then.\n\n${CLOSING.en}`,
  };
}
