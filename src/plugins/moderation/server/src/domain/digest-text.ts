import type { Language } from '../../../../../domain/language';
import {
  lines,
  mailText,
  typed,
  type MailContent,
  type MailText,
  type OwnUrl,
} from '../../../../../platform/mail/domain/mail-text';

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
  if (hours >= 2) return language === 'de' ? mailText`seit ${hours} Stunden` : mailText`for ${hours} hours`;
  return language === 'de' ? mailText`seit kurzem` : mailText`not for long`;
};

const SUBMISSIONS: Readonly<Record<Language, (count: number) => MailText>> = {
  de: (count) => (count === 1 ? mailText`1 Einreichung` : mailText`${count} Einreichungen`),
  en: (count) => (count === 1 ? mailText`1 submission` : mailText`${count} submissions`),
};

const REPORTS: Readonly<Record<Language, (count: number) => MailText>> = {
  de: (count) => (count === 1 ? mailText`1 Meldung` : mailText`${count} Meldungen`),
  en: (count) => (count === 1 ? mailText`1 report` : mailText`${count} reports`),
};

/** Only what waits, in the right number: "1 Einreichung und 2 Meldungen". */
function counted({ submissions, reports }: Waiting, language: Language): MailText {
  if (reports === 0) return SUBMISSIONS[language](submissions);
  if (submissions === 0) return REPORTS[language](reports);
  const and = { de: mailText`und`, en: mailText`and` }[language];
  return mailText`${SUBMISSIONS[language](submissions)} ${and} ${REPORTS[language](reports)}`;
}

/** The editors' daily mail, or `null` when nothing waits: an empty mail would teach people not to read it. */
export function digestMail(waiting: Waiting, language: Language, link: OwnUrl): MailContent | null {
  const { submissions, reports, titles } = waiting;
  if (submissions + reports === 0) return null;
  const what = counted(waiting, language);
  const entries = lines(
    titles.map(({ title, hours }) => mailText`- ${typed(title)} (${age(hours, language)})`),
  );
  if (language === 'de') {
    const oldest = titles.length > 0 ? mailText`Am längsten warten:\n${entries}\n\n` : mailText``;
    return {
      subject: mailText`Zu prüfen: ${what}`,
      text: mailText`Guten Morgen,\n\nes wartet auf die Redaktion: ${what}.\n\n${oldest}Hier geht es zur Prüfung: ${link}`,
    };
  }
  const oldest = titles.length > 0 ? mailText`Waiting longest:\n${entries}\n\n` : mailText``;
  return {
    subject: mailText`To review: ${what}`,
    text: mailText`Good morning,\n\nwaiting for the editors: ${what}.\n\n${oldest}Review them here: ${link}`,
  };
}
