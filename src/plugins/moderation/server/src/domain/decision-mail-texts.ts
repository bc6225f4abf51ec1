import type { Language } from '#src/domain/language';
import { CATALOGUES } from '#src/languages/index';
import { mailText, ofEditors, typed, type MailContent } from '#src/platform/mail/domain/mail-text';

/** Decisions that the contributor hears of by mail. */
type MailedAction = 'approve' | 'request-changes' | 'reject' | 'suspend' | 'reinstate';

/** What an approval is, told by whether what became public is what was submitted. */
type Approval = 'approve' | 'approve-changed' | 'approve-unknown';

export type MailKind = Exclude<MailedAction, 'approve'> | Approval;

/** `details` of a decision in the log, as far as a mail depends on them. */
export interface DecisionDetails {
  /** Absent where nothing is known of what was submitted. */
  readonly changedByEditors?: readonly unknown[];
}

const MAILED: readonly string[] = ['approve', 'request-changes', 'reject', 'suspend', 'reinstate'];

/** True for the actions that have a mail. */
export const isMailed = (action: string): action is MailedAction => MAILED.includes(action);

/** Which mail a decision gets: one that says "as you submitted it" only where that is so. */
export function mailKind(action: MailedAction, { changedByEditors }: DecisionDetails): MailKind {
  if (action !== 'approve') return action;
  if (!changedByEditors) return 'approve-unknown';
  return changedByEditors.length > 0 ? 'approve-changed' : 'approve';
}

/** The mail about one decision. */
export function decisionMail(
  action: MailKind,
  language: Language,
  values: { title: string | null; reason: string | null },
): MailContent {
  const reason = ofEditors(values.reason ?? '–');
  const { decisions, untitled, closing } = CATALOGUES[language].mails;
  const { subject, text } = decisions[action]({
    title: values.title === null ? untitled : typed(values.title),
    reason,
    note: values.reason ? mailText`${reason}\n\n` : mailText``,
  });
  return { subject, text: mailText`${text}${closing}` };
}
