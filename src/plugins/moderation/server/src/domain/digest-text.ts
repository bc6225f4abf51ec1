import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import type { Catalogue } from '#src/languages/catalogue';
import {
  mailText,
  ofEditors,
  typed,
  type LetterWords,
  type MailText,
  type OwnUrl,
} from '#src/languages/mail-text';

type Mails = Catalogue['mails'];

/** What is waiting for the editors. Ages in whole hours. */
export interface Waiting {
  readonly submissions: number;
  readonly reports: number;
  readonly claims: number;
  /** Those waiting longest, longest first. */
  readonly titles: readonly { readonly title: string; readonly hours: number }[];
  /** What has waited for three weeks of the month in which it is to be answered, with the last day in words. */
  readonly due?: readonly { readonly number: string; readonly day: MailText }[];
}

/** Only what waits, in the right number: "1 Einreichung, 2 Meldungen und 1 Anspruch". */
const counted = ({ submissions, reports, claims }: Waiting, { digest }: Mails): MailText =>
  digest.all([
    ...(submissions > 0 ? [digest.submissions(submissions)] : []),
    ...(reports > 0 ? [digest.reports(reports)] : []),
    ...(claims > 0 ? [digest.claims(claims)] : []),
  ]);

/** The editors' daily mail, or `null` if nothing is waiting: empty mails would teach people not to read them. */
export function digestWords(waiting: Waiting, language: Language, link: OwnUrl): LetterWords | null {
  const { submissions, reports, claims, titles, due = [] } = waiting;
  const count = submissions + reports + claims;
  if (count === 0) return null;
  const { mails } = CATALOGUES[language];
  const { age, mail } = mails.digest;
  return mail({
    what: counted(waiting, mails),
    count,
    due: due.map(({ number, day }) => mails.digest.due(ofEditors(number), day)),
    oldest: titles.map(({ title, hours }) => mailText`${typed(title)} (${age(hours)})`),
    link,
  });
}
