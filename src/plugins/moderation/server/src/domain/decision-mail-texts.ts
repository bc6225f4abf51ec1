import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import {
  mailText,
  ofEditors,
  typed,
  type LetterWords,
  type MailText,
  type OwnUrl,
} from '#src/languages/mail-text';
import type { MailedAction } from './transitions';

/** The kinds of approval, depending on whether exactly what was submitted became public. */
type Approval = 'approve' | 'approve-changed' | 'approve-unknown';

export type MailKind = Exclude<MailedAction, 'approve'> | Approval;

/** The `details` of a decision in the log on which a mail depends. */
export interface DecisionDetails {
  /** Absent if nothing is known about what was submitted. */
  readonly changedByEditors?: readonly unknown[];
  /** Of what takes something from those who made it. */
  readonly grounds?: LoggedGrounds;
}

/** On which grounds something is not shown any more. */
export interface LoggedGrounds {
  readonly basis: 'illegal' | 'terms' | 'other';
  /** The law or the clause. */
  readonly norm: string | null;
  readonly afterNotice: boolean;
}

/** Which mail a decision gets: one that says "as you submitted it" only if that is true. */
export function mailKind(action: MailedAction, { changedByEditors }: DecisionDetails): MailKind {
  if (action !== 'approve') return action;
  if (!changedByEditors) return 'approve-unknown';
  return changedByEditors.length > 0 ? 'approve-changed' : 'approve';
}

interface Facts {
  readonly title: string | null;
  readonly reason: string | null;
  readonly statement?: (LoggedGrounds & { readonly link: OwnUrl; readonly until: MailText }) | undefined;
  readonly about?: OwnUrl | undefined;
  readonly change: OwnUrl;
}

/** What the mail about one decision says. */
export function decisionWords(
  action: MailKind,
  language: Language,
  { title, reason, statement, about, change }: Facts,
): LetterWords {
  const { decisions, untitled } = CATALOGUES[language].mails;
  return decisions[action]({
    title: title === null ? untitled : typed(title),
    reason: reason ? ofEditors(reason) : mailText``,
    statement: statement && { ...statement, norm: ofEditors(statement.norm ?? '') },
    about,
    change,
  });
}
