import { mailText, type LetterWords, type MailText } from '#src/languages/mail-text';
import type { Decision, Statement } from '../mail-slots';

/** What a document under moderation is, in the middle of a sentence; the panel begins it with a capital. */
export const moderationStates = {
  submitted: 'eingereicht',
  'changes-requested': 'Änderung erbeten',
  rejected: 'abgelehnt',
  draft: 'Entwurf',
  public: 'öffentlich',
  suspended: 'gesperrt',
  archived: 'archiviert',
};

/**
 * What happens to it: in the log, on the button; in the dialog that asks first, its title, its question where no reason is
 * asked for, and its button; and what is said when it is done.
 */
export const actions = {
  create: {
    log: 'Angelegt',
  },
  edit: {
    log: 'Bearbeitet',
  },
  submit: {
    log: 'Eingereicht',
  },
  withdraw: {
    log: 'Zurückgezogen',
  },
  reject: {
    log: 'Abgelehnt',
    button: 'Ablehnen',
    title: 'Einreichung ablehnen',
    confirm: 'Ablehnen',
    done: '„{title}“ ist abgelehnt. Öffentlich ist nichts geändert.',
  },
  'request-changes': {
    log: 'Änderung erbeten',
    button: 'Änderung erbitten',
    title: 'Änderung erbitten',
    confirm: 'Änderung erbitten',
    done: 'Der Betrieb wird um eine Änderung an „{title}“ gebeten.',
  },
  approve: {
    log: 'Freigegeben',
    button: 'Freigeben',
    done: '„{title}“ ist freigegeben und öffentlich.',
  },
  discard: {
    log: 'Verworfen',
  },
  publish: {
    log: 'Direkt veröffentlicht',
  },
  'auto-approve': {
    log: 'Ohne Prüfung öffentlich geworden',
  },
  suspend: {
    log: 'Gesperrt',
    button: 'Sperren …',
    title: 'Eintrag sperren',
    confirm: 'Sperren',
    done: 'Der Eintrag ist gesperrt und nicht mehr öffentlich.',
  },
  reinstate: {
    log: 'Sperre aufgehoben',
    button: 'Sperre aufheben …',
    title: 'Sperre aufheben',
    question:
      'Der Eintrag wird wieder öffentlich, genau so, wie er vor der Sperre war. Der Betrieb bekommt eine E-Mail.',
    confirm: 'Sperre aufheben',
    done: 'Der Eintrag ist wieder öffentlich, so wie vor der Sperre.',
  },
  archive: {
    log: 'Archiviert',
    button: 'Archivieren …',
    title: 'Eintrag archivieren',
    confirm: 'Archivieren',
    done: 'Der Eintrag ist archiviert.',
  },
  restore: {
    log: 'Wiederhergestellt',
    button: 'Wiederherstellen …',
    title: 'Eintrag wiederherstellen',
    question: 'Der Eintrag wird wieder, was er vor dem Archivieren war.',
    confirm: 'Wiederherstellen',
    done: 'Der Eintrag ist wiederhergestellt.',
  },
  delete: {
    log: 'Gelöscht',
  },
};

const greeting = mailText`Guten Tag,`;

/** What the editor wrote about an approval, if anything. */
const note = (reason: MailText): LetterWords['paragraphs'] =>
  reason ? [mailText`Die Redaktion schreibt dazu:`, { quote: reason }] : [];

const basis = {
  illegal: (norm: MailText) => mailText`Wir halten den Inhalt für rechtswidrig: ${norm}.`,
  terms: (norm: MailText) => mailText`Der Inhalt verstößt gegen unsere Nutzungsbedingungen: ${norm}.`,
  other: () =>
    mailText`Es geht nicht um einen Rechtsverstoß, sondern darum, was in dieses Verzeichnis gehört.`,
};

/** On which grounds, who decided, and how to object (DSA, Art. 17 (3)). */
const grounds = (statement: Statement | undefined): LetterWords['paragraphs'] =>
  statement
    ? [
        basis[statement.basis](statement.norm),
        statement.afterNotice
          ? mailText`Jemand hatte uns darauf hingewiesen. Entschieden hat ein Mensch aus der Redaktion, kein Programm.`
          : mailText`Aufgefallen ist es der Redaktion selbst. Entschieden hat ein Mensch, kein Programm.`,
        mailText`Sind Sie nicht einverstanden? Dann können Sie bis zum ${statement.until} einmal widersprechen, kostenlos. Jemand anderes aus der Redaktion entscheidet dann neu. Der Weg zu den Gerichten steht Ihnen davon unabhängig offen.`,
      ]
    : [];

const objecting = (statement: Statement | undefined): Pick<LetterWords, 'button'> =>
  statement ? { button: { label: mailText`Widersprechen`, url: statement.link } } : {};

/** What the contributor is told by mail, in words for people who run a bakery and not a computer. */
export const decisions = {
  approve: ({ title, reason, ...places }: Decision): LetterWords => ({
    subject: mailText`„${title}“ ist jetzt öffentlich`,
    greeting,
    paragraphs: [
      mailText`Ihr Eintrag „${title}“ wurde geprüft und ist so, wie Sie ihn eingereicht haben, jetzt für alle zu sehen.`,
      ...note(reason),
      mailText`Sie brauchen nichts zu tun. Wenn sich etwas ändert, etwa die Öffnungszeiten, ändern Sie den Eintrag bitte.`,
    ],
    ...places,
  }),
  'approve-changed': ({ title, reason, ...places }: Decision): LetterWords => ({
    subject: mailText`„${title}“ ist jetzt öffentlich, mit Änderungen der Redaktion`,
    greeting,
    paragraphs: [
      mailText`Ihr Eintrag „${title}“ wurde geprüft und ist jetzt für alle zu sehen. Die Redaktion hat an dem, was Sie eingereicht haben, etwas geändert.`,
      ...note(reason),
      mailText`Bitte sehen Sie ihn sich an, und ändern Sie, was nicht stimmt.`,
    ],
    ...places,
  }),
  'approve-unknown': ({ title, reason, ...places }: Decision): LetterWords => ({
    subject: mailText`„${title}“ ist jetzt öffentlich`,
    greeting,
    paragraphs: [
      mailText`Ihr Eintrag „${title}“ wurde geprüft und ist jetzt für alle zu sehen.`,
      ...note(reason),
      mailText`Sie brauchen nichts zu tun. Wenn sich etwas ändert, etwa die Öffnungszeiten, ändern Sie den Eintrag bitte.`,
    ],
    ...places,
  }),
  'request-changes': ({ title, reason, about, change }: Decision): LetterWords => ({
    subject: mailText`Bitte ergänzen: „${title}“`,
    greeting,
    paragraphs: [
      mailText`wir haben Ihren Eintrag „${title}“ gelesen. Bevor wir ihn veröffentlichen, bitten wir Sie um eine Änderung:`,
      { quote: reason },
      mailText`Ändern Sie bitte den Eintrag, und reichen Sie ihn noch einmal ein. Eine Frist gibt es nicht: Was Sie geschrieben haben, bleibt so lange gespeichert, und was schon öffentlich ist, bleibt unverändert.`,
    ],
    button: { label: mailText`Eintrag bearbeiten`, url: change },
    about,
  }),
  reject: ({ title, reason, statement, ...places }: Decision): LetterWords => ({
    subject: mailText`Nicht veröffentlicht: „${title}“`,
    greeting,
    paragraphs: [
      mailText`die Änderung an Ihrem Eintrag „${title}“ haben wir nicht veröffentlicht. Der Grund:`,
      { quote: reason },
      mailText`Sie können den Eintrag ändern und noch einmal einreichen. Was schon öffentlich ist, bleibt unverändert.`,
      ...grounds(statement),
    ],
    ...objecting(statement),
    ...places,
  }),
  suspend: ({ title, reason, statement, ...places }: Decision): LetterWords => ({
    subject: mailText`Zurzeit nicht öffentlich: „${title}“`,
    greeting,
    paragraphs: [
      mailText`wir haben Ihren Eintrag „${title}“ vorläufig aus der Öffentlichkeit genommen. Der Grund:`,
      { quote: reason },
      mailText`Nichts ist verloren: Sobald das geklärt ist, können wir ihn so wieder zeigen, wie er war. Sie bekommen dann eine E-Mail.`,
      ...grounds(statement),
    ],
    ...objecting(statement),
    ...places,
  }),
  archive: ({ title, reason, statement, ...places }: Decision): LetterWords => ({
    subject: mailText`Archiviert: „${title}“`,
    greeting,
    paragraphs: [
      mailText`wir haben Ihren Eintrag „${title}“ archiviert. Er ist nicht öffentlich und lässt sich nicht mehr ändern. Der Grund:`,
      { quote: reason },
      mailText`Nichts ist verloren: Wir können ihn so wiederherstellen, wie er war.`,
      ...grounds(statement),
    ],
    ...objecting(statement),
    ...places,
  }),
  reinstate: ({ title, about, change }: Decision): LetterWords => ({
    subject: mailText`Wieder öffentlich: „${title}“`,
    greeting,
    paragraphs: [
      mailText`Ihr Eintrag „${title}“ ist wieder für alle zu sehen, genau so wie vorher. Die Sperre ist aufgehoben, und Sie brauchen nichts zu tun.`,
    ],
    about,
    change,
  }),
};
