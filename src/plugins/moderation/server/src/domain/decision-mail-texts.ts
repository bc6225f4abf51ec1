import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { mailText, ofEditors, typed, type MailContent } from '#src/languages/mail-text';
import type { MailedAction } from './transitions';

/** The kinds of approval, depending on whether exactly what was submitted became public. */
type Approval = 'approve' | 'approve-changed' | 'approve-unknown';

export type MailKind = Exclude<MailedAction, 'approve'> | Approval;

/** The `details` of a decision in the log on which a mail depends. */
export interface DecisionDetails {
  /** Absent if nothing is known about what was submitted. */
  readonly changedByEditors?: readonly unknown[];
}

/** Which mail a decision gets: one that says "as you submitted it" only if that is true. */
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
