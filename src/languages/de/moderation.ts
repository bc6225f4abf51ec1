import { mailText } from '#src/languages/mail-text';
import type { Decision } from '../mail-slots';

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

/** What the contributor is told by mail, in words for people who run a bakery and not a computer. */
export const decisions = {
  approve: ({ title, note }: Decision) => ({
    subject: mailText`„${title}“ ist jetzt öffentlich`,
    text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ wurde geprüft und ist so, wie Sie ihn eingereicht haben, jetzt für alle zu sehen.\n\n${note}`,
  }),
  'approve-changed': ({ title, note }: Decision) => ({
    subject: mailText`„${title}“ ist jetzt öffentlich, mit Änderungen der Redaktion`,
    text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ wurde geprüft und ist jetzt für alle zu sehen. Die Redaktion hat an dem, was Sie eingereicht haben, etwas geändert. Bitte sehen Sie ihn sich an, und ändern Sie, was nicht stimmt.\n\n${note}`,
  }),
  'approve-unknown': ({ title, note }: Decision) => ({
    subject: mailText`„${title}“ ist jetzt öffentlich`,
    text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ wurde geprüft und ist jetzt für alle zu sehen.\n\n${note}`,
  }),
  'request-changes': ({ title, reason }: Decision) => ({
    subject: mailText`Bitte ergänzen: „${title}“`,
    text: mailText`Guten Tag,\n\nwir haben Ihren Eintrag „${title}“ gelesen. Bevor wir ihn veröffentlichen, bitten wir Sie um eine Änderung:\n\n${reason}\n\nÄndern Sie den Eintrag und reichen Sie ihn noch einmal ein. Was schon öffentlich ist, bleibt bis dahin unverändert.\n\n`,
  }),
  reject: ({ title, reason }: Decision) => ({
    subject: mailText`Nicht veröffentlicht: „${title}“`,
    text: mailText`Guten Tag,\n\ndie Änderung an Ihrem Eintrag „${title}“ haben wir nicht veröffentlicht. Der Grund:\n\n${reason}\n\nSie können den Eintrag ändern und noch einmal einreichen. Was schon öffentlich ist, bleibt unverändert.\n\n`,
  }),
  suspend: ({ title, reason }: Decision) => ({
    subject: mailText`Zurzeit nicht öffentlich: „${title}“`,
    text: mailText`Guten Tag,\n\nwir haben Ihren Eintrag „${title}“ vorläufig aus der Öffentlichkeit genommen. Der Grund:\n\n${reason}\n\nNichts ist verloren: Sobald das geklärt ist, können wir ihn so wieder zeigen, wie er war.\n\n`,
  }),
  reinstate: ({ title }: Decision) => ({
    subject: mailText`Wieder öffentlich: „${title}“`,
    text: mailText`Guten Tag,\n\nIhr Eintrag „${title}“ ist wieder für alle zu sehen, genau so wie vorher.\n\n`,
  }),
};
