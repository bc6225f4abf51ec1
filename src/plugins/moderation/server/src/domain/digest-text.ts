import type { Language } from '../../../../../domain/language';
import {
  lines,
  mailText,
  typed,
  type MailContent,
  type MailText,
  type OwnUrl,
} from '../../../../../mail/domain/mail-text';

/** What waits for the editors. Ages in whole hours. */
export interface Waiting {
  readonly submissions: number;
  readonly reports: number;
  /** The ones that wait longest, longest first. */
  readonly titles: readonly { readonly title: string; readonly hours: number }[];
}

const HOURS_A_DAY = 24;

const age = (hours: number, language: Language): MailText => {
  const days = Math.floor(hours / HOURS_A_DAY);
  if (days >= 2) return language === 'de' ? mailText`seit ${days} Tagen` : mailText`for ${days} days`;
  return language === 'de' ? mailText`seit ${hours} Stunden` : mailText`for ${hours} hours`;
};

/** The editors' daily mail, or `null` when nothing waits: an empty mail would teach people not to read it. */
export function digestMail(waiting: Waiting, language: Language, link: OwnUrl): MailContent | null {
  const { submissions, reports, titles } = waiting;
  if (submissions + reports === 0) return null;
  const oldest = lines(
    titles.map(({ title, hours }) => mailText`- ${typed(title)} (${age(hours, language)})`),
  );
  if (language === 'de')
    return {
      subject: mailText`Es warten ${submissions} Einreichungen und ${reports} Meldungen`,
      text: mailText`Guten Morgen,\n\nin der Moderation warten ${submissions} Einreichungen und ${reports} Meldungen.\n\n${oldest}\n\nZur Warteschlange: ${link}`,
    };
  return {
    subject: mailText`${submissions} submissions and ${reports} reports are waiting`,
    text: mailText`Good morning,\n\n${submissions} submissions and ${reports} reports are waiting for moderation.\n\n${oldest}\n\nTo the queue: ${link}`,
  };
}
