import type { Language } from '../../../../../domain/language';
import {
  CLOSING,
  mailText,
  ofEditors,
  typed,
  type MailContent,
  type MailText,
} from '../../../../../platform/mail/domain/mail-text';

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

interface Slots {
  readonly title: MailText;
  /** What the editor wrote. */
  readonly reason: MailText;
  /** The same where there need not be any: with an empty line below, or nothing. */
  readonly note: MailText;
}

/** Mail texts, in words for people who run a bakery and not a computer. */
const DECISION_TEXTS: Readonly<Record<MailKind, Readonly<Record<Language, (slots: Slots) => MailContent>>>> =
  {
    approve: {
      de: ({ title, note }) => ({
        subject: mailText`„${title}“ ist jetzt öffentlich`,
        text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ wurde geprüft und ist so, wie Sie ihn eingereicht haben, jetzt für alle zu sehen.\n\n${note}`,
      }),
      en: ({ title, note }) => ({
        subject: mailText`“${title}” is public now`,
        text: mailText`Hello,\n\nyour entry “${title}” has been reviewed. Everyone can now see it the way you submitted it.\n\n${note}`,
      }),
    },
    'approve-changed': {
      de: ({ title, note }) => ({
        subject: mailText`„${title}“ ist jetzt öffentlich, mit Änderungen der Redaktion`,
        text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ wurde geprüft und ist jetzt für alle zu sehen. Die Redaktion hat an dem, was Sie eingereicht haben, etwas geändert. Bitte sehen Sie ihn sich an, und ändern Sie, was nicht stimmt.\n\n${note}`,
      }),
      en: ({ title, note }) => ({
        subject: mailText`“${title}” is public now, with changes by the editors`,
        text: mailText`Hello,\n\nyour entry “${title}” has been reviewed, and everyone can see it now. The editors have changed something in what you submitted. Please have a look at it, and change what is not right.\n\n${note}`,
      }),
    },
    'approve-unknown': {
      de: ({ title, note }) => ({
        subject: mailText`„${title}“ ist jetzt öffentlich`,
        text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ wurde geprüft und ist jetzt für alle zu sehen.\n\n${note}`,
      }),
      en: ({ title, note }) => ({
        subject: mailText`“${title}” is public now`,
        text: mailText`Hello,\n\nyour entry “${title}” has been reviewed, and everyone can see it now.\n\n${note}`,
      }),
    },
    'request-changes': {
      de: ({ title, reason }) => ({
        subject: mailText`Bitte ergänzen: „${title}“`,
        text: mailText`Guten Tag,\n\nwir haben Ihren Eintrag „${title}“ gelesen. Bevor wir ihn veröffentlichen, bitten wir Sie um eine Änderung:\n\n${reason}\n\nÄndern Sie den Eintrag und reichen Sie ihn noch einmal ein. Was schon öffentlich ist, bleibt bis dahin unverändert.\n\n`,
      }),
      en: ({ title, reason }) => ({
        subject: mailText`Please change: “${title}”`,
        text: mailText`Hello,\n\nwe have read your entry “${title}”. Before we publish it, we ask you for a change:\n\n${reason}\n\nPlease change the entry and submit it again. What is public already stays as it is until then.\n\n`,
      }),
    },
    reject: {
      de: ({ title, reason }) => ({
        subject: mailText`Nicht veröffentlicht: „${title}“`,
        text: mailText`Guten Tag,\n\ndie Änderung an Ihrem Eintrag „${title}“ haben wir nicht veröffentlicht. Der Grund:\n\n${reason}\n\nSie können den Eintrag ändern und noch einmal einreichen. Was schon öffentlich ist, bleibt unverändert.\n\n`,
      }),
      en: ({ title, reason }) => ({
        subject: mailText`Not published: “${title}”`,
        text: mailText`Hello,\n\nwe have not published the change to your entry “${title}”. The reason:\n\n${reason}\n\nYou can change the entry and submit it again. What is public already stays as it is.\n\n`,
      }),
    },
    suspend: {
      de: ({ title, reason }) => ({
        subject: mailText`Zurzeit nicht öffentlich: „${title}“`,
        text: mailText`Guten Tag,\n\nwir haben Ihren Eintrag „${title}“ vorläufig aus der Öffentlichkeit genommen. Der Grund:\n\n${reason}\n\nNichts ist verloren: Sobald das geklärt ist, können wir ihn so wieder zeigen, wie er war.\n\n`,
      }),
      en: ({ title, reason }) => ({
        subject: mailText`Not public at the moment: “${title}”`,
        text: mailText`Hello,\n\nwe have taken your entry “${title}” out of the public for now. The reason:\n\n${reason}\n\nNothing is lost: as soon as this is settled, we can show it again the way it was.\n\n`,
      }),
    },
    reinstate: {
      de: ({ title }) => ({
        subject: mailText`Wieder öffentlich: „${title}“`,
        text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ ist wieder für alle zu sehen, genau so wie vorher.\n\n`,
      }),
      en: ({ title }) => ({
        subject: mailText`Public again: “${title}”`,
        text: mailText`Hello,\n\nyour entry “${title}” can be seen by everyone again, exactly as before.\n\n`,
      }),
    },
  };

const UNTITLED: Readonly<Record<Language, MailText>> = {
  de: mailText`ohne Namen`,
  en: mailText`without a name`,
};

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
  const { subject, text } = DECISION_TEXTS[action][language]({
    title: values.title === null ? UNTITLED[language] : typed(values.title),
    reason,
    note: values.reason ? mailText`${reason}\n\n` : mailText``,
  });
  return { subject, text: mailText`${text}${CLOSING[language]}` };
}
