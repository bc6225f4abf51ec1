import type { Language } from '../../../../../domain/language';

/** What waits for the editors. Ages in whole hours. */
export interface Waiting {
  readonly submissions: number;
  readonly reports: number;
  /** The ones that wait longest, longest first. */
  readonly titles: readonly { readonly title: string; readonly hours: number }[];
}

const HOURS_A_DAY = 24;

const age = (hours: number, language: Language): string => {
  const days = Math.floor(hours / HOURS_A_DAY);
  if (days >= 2) return language === 'de' ? `seit ${days} Tagen` : `for ${days} days`;
  return language === 'de' ? `seit ${hours} Stunden` : `for ${hours} hours`;
};

/** The editors' daily mail, or `null` when nothing waits: an empty mail would teach people not to read it. */
export function digestMail(
  waiting: Waiting,
  language: Language,
  link: string,
): { subject: string; text: string } | null {
  const { submissions, reports, titles } = waiting;
  if (submissions + reports === 0) return null;
  const lines = titles.map(({ title, hours }) => `- ${title} (${age(hours, language)})`).join('\n');
  if (language === 'de')
    return {
      subject: `Es warten ${submissions} Einreichungen und ${reports} Meldungen`,
      text: `Guten Morgen,\n\nin der Moderation warten ${submissions} Einreichungen und ${reports} Meldungen.\n\n${lines}\n\nZur Warteschlange: ${link}`,
    };
  return {
    subject: `${submissions} submissions and ${reports} reports are waiting`,
    text: `Good morning,\n\n${submissions} submissions and ${reports} reports are waiting for moderation.\n\n${lines}\n\nTo the queue: ${link}`,
  };
}
