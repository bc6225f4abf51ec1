import type { AccountDeleted, AccountDeletion, Account, OfNothing, ReadyExport } from '../mail-slots';
import { mailText, type LetterWords, type MailText } from '../mail-text';

const greeting = mailText`Guten Tag,`;

const listings: Readonly<Record<AccountDeletion['listings'], MailText>> = {
  leave: mailText`Ihre Einträge bleiben öffentlich, auch wenn niemand sonst sie verwaltet: ohne Ihre E-Mail-Adresse und ohne Weitergabe an andere Portale.`,
  remove: mailText`Einträge, die niemand sonst verwaltet, werden mit ihren Bildern gelöscht.`,
};

/** Letters about what is known of people. */
export const dataRightsMails = {
  export: ({ link, sender, until }: ReadyExport): LetterWords => ({
    subject: mailText`Ihre Daten sind bereit`,
    greeting,
    paragraphs: [
      mailText`Sie haben bei „${sender}“ eine Kopie Ihrer Daten angefordert. Die Datei ist fertig und liegt bis zum ${until} für Sie bereit.`,
    ],
    button: { label: mailText`Zu meinen Daten`, url: link },
    afterwards: [
      mailText`Bitte geben Sie diese E-Mail nicht weiter: Wer den Link hat, bekommt die Datei. Wenn Sie das nicht waren, wählen Sie bitte gleich ein neues Passwort.`,
    ],
  }),
  deletion: ({ link, sender, day, listings: choice }: AccountDeletion): LetterWords => ({
    subject: mailText`Ihr Konto wird am ${day} gelöscht`,
    greeting,
    paragraphs: [
      mailText`Sie möchten Ihr Konto bei „${sender}“ löschen. Das geschieht am ${day}. Bis dahin können Sie sich anmelden wie immer und es sich anders überlegen.`,
      mailText`Gelöscht werden dann Ihr Konto mit Name, E-Mail-Adresse und Passwort, Ihre Anmeldungen, Einladungen und Ansprüche und alles, woran man Sie erkennt.`,
      listings[choice],
    ],
    button: { label: mailText`Konto behalten`, url: link },
    afterwards: [
      mailText`Wenn es dabei bleiben soll, brauchen Sie nichts zu tun. Wenn nicht Sie das waren, behalten Sie das Konto bitte, und wählen Sie gleich ein neues Passwort.`,
    ],
  }),
  deleted: ({ sender, listings: choice, byEditor }: AccountDeleted): LetterWords => ({
    subject: mailText`Ihr Konto ist gelöscht`,
    greeting,
    paragraphs: [
      byEditor
        ? mailText`die Redaktion hat Ihr Konto bei „${sender}“ auf Ihren Wunsch gelöscht, mit allem, woran man Sie erkennt.`
        : mailText`Ihr Konto bei „${sender}“ ist gelöscht, wie Sie es wollten, mit allem, woran man Sie erkennt.`,
      choice === 'leave'
        ? mailText`Ihre Einträge sind weiterhin öffentlich, ohne Ihre E-Mail-Adresse und ohne Weitergabe an andere Portale.`
        : mailText`Einträge, die niemand sonst verwaltet, sind mit gelöscht.`,
      mailText`Das ist unsere letzte Nachricht: Auch diese E-Mail-Adresse haben wir nicht mehr. Vielen Dank, dass Sie dabei waren.`,
    ],
  }),
  ownData: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Was zu Ihrer E-Mail-Adresse gespeichert ist`,
    greeting,
    paragraphs: [
      mailText`jemand hat bei „${sender}“ gefragt, was zu dieser E-Mail-Adresse gespeichert ist. Über den Link sehen Sie es, können es herunterladen und löschen. Er gilt einen Tag lang.`,
    ],
    button: { label: mailText`Meine Daten ansehen`, url: link },
    afterwards: [
      mailText`Bitte geben Sie diese E-Mail nicht weiter. Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Außer Ihnen hat niemand den Link.`,
    ],
  }),
  nothing: ({ sender }: OfNothing): LetterWords => ({
    subject: mailText`Zu Ihrer E-Mail-Adresse ist nichts gespeichert`,
    greeting,
    paragraphs: [
      mailText`jemand hat bei „${sender}“ gefragt, was zu dieser E-Mail-Adresse gespeichert ist. Die Antwort: nichts.`,
      mailText`Auch die Frage selbst wird in der Nacht nach morgen gelöscht. Sie brauchen nichts zu tun.`,
    ],
  }),
};
