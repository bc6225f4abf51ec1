import type { Language } from '../../../../../domain/language';

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

interface Text {
  readonly subject: string;
  readonly text: string;
}

const CLOSING = {
  de: 'Freundliche Grüße\nIhre Redaktion',
  en: 'Kind regards\nThe editors',
} as const;

/** Mail texts, in words for people who run a bakery and not a computer. `{reason}` is what the editor wrote. */
export const DECISION_TEXTS: Readonly<Record<MailKind, Readonly<Record<Language, Text>>>> = {
  approve: {
    de: {
      subject: '„{title}“ ist jetzt öffentlich',
      text: 'Guten Tag,\n\nIhr Eintrag „{title}“ wurde geprüft und ist so, wie Sie ihn eingereicht haben, jetzt für alle zu sehen.\n\n{note}',
    },
    en: {
      subject: '“{title}” is public now',
      text: 'Hello,\n\nyour entry “{title}” has been reviewed. Everyone can now see it the way you submitted it.\n\n{note}',
    },
  },
  'approve-changed': {
    de: {
      subject: '„{title}“ ist jetzt öffentlich, mit Änderungen der Redaktion',
      text: 'Guten Tag,\n\nIhr Eintrag „{title}“ wurde geprüft und ist jetzt für alle zu sehen. Die Redaktion hat an dem, was Sie eingereicht haben, etwas geändert. Bitte sehen Sie ihn sich an, und ändern Sie, was nicht stimmt.\n\n{note}',
    },
    en: {
      subject: '“{title}” is public now, with changes by the editors',
      text: 'Hello,\n\nyour entry “{title}” has been reviewed, and everyone can see it now. The editors have changed something in what you submitted. Please have a look at it, and change what is not right.\n\n{note}',
    },
  },
  'approve-unknown': {
    de: {
      subject: '„{title}“ ist jetzt öffentlich',
      text: 'Guten Tag,\n\nIhr Eintrag „{title}“ wurde geprüft und ist jetzt für alle zu sehen.\n\n{note}',
    },
    en: {
      subject: '“{title}” is public now',
      text: 'Hello,\n\nyour entry “{title}” has been reviewed, and everyone can see it now.\n\n{note}',
    },
  },
  'request-changes': {
    de: {
      subject: 'Bitte ergänzen: „{title}“',
      text: 'Guten Tag,\n\nwir haben Ihren Eintrag „{title}“ gelesen. Bevor wir ihn veröffentlichen, bitten wir Sie um eine Änderung:\n\n{reason}\n\nÄndern Sie den Eintrag und reichen Sie ihn noch einmal ein. Was schon öffentlich ist, bleibt bis dahin unverändert.\n\n',
    },
    en: {
      subject: 'Please change: “{title}”',
      text: 'Hello,\n\nwe have read your entry “{title}”. Before we publish it, we ask you for a change:\n\n{reason}\n\nPlease change the entry and submit it again. What is public already stays as it is until then.\n\n',
    },
  },
  reject: {
    de: {
      subject: 'Nicht veröffentlicht: „{title}“',
      text: 'Guten Tag,\n\ndie Änderung an Ihrem Eintrag „{title}“ haben wir nicht veröffentlicht. Der Grund:\n\n{reason}\n\nSie können den Eintrag ändern und noch einmal einreichen. Was schon öffentlich ist, bleibt unverändert.\n\n',
    },
    en: {
      subject: 'Not published: “{title}”',
      text: 'Hello,\n\nwe have not published the change to your entry “{title}”. The reason:\n\n{reason}\n\nYou can change the entry and submit it again. What is public already stays as it is.\n\n',
    },
  },
  suspend: {
    de: {
      subject: 'Zurzeit nicht öffentlich: „{title}“',
      text: 'Guten Tag,\n\nwir haben Ihren Eintrag „{title}“ vorläufig aus der Öffentlichkeit genommen. Der Grund:\n\n{reason}\n\nNichts ist verloren: Sobald das geklärt ist, können wir ihn so wieder zeigen, wie er war.\n\n',
    },
    en: {
      subject: 'Not public at the moment: “{title}”',
      text: 'Hello,\n\nwe have taken your entry “{title}” out of the public for now. The reason:\n\n{reason}\n\nNothing is lost: as soon as this is settled, we can show it again the way it was.\n\n',
    },
  },
  reinstate: {
    de: {
      subject: 'Wieder öffentlich: „{title}“',
      text: 'Guten Tag,\n\nIhr Eintrag „{title}“ ist wieder für alle zu sehen, genau so wie vorher.\n\n',
    },
    en: {
      subject: 'Public again: “{title}”',
      text: 'Hello,\n\nyour entry “{title}” can be seen by everyone again, exactly as before.\n\n',
    },
  },
};

const UNTITLED: Readonly<Record<Language, string>> = { de: 'ohne Namen', en: 'without a name' };

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
): Text {
  const { subject, text } = DECISION_TEXTS[action][language];
  const title = values.title ?? UNTITLED[language];
  const note = values.reason ? `${values.reason}\n\n` : '';
  const fill = (template: string): string =>
    template.replace(
      /\{(title|reason|note)\}/g,
      (_match, key: string) => ({ title, reason: values.reason ?? '–', note })[key] ?? '',
    );
  return { subject: fill(subject), text: `${fill(text)}${CLOSING[language]}` };
}
