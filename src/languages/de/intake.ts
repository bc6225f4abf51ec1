import { mailText, type LetterWords, type MailText } from '../mail-text';
import type { IntakeDecided, IntakeReceipt, ObjectionDecided } from '../mail-slots';

const greeting = mailText`Guten Tag,`;

const about = (title: MailText | undefined): MailText =>
  title ? mailText` zum Eintrag „${title}“` : mailText``;

const became = {
  settled: mailText`Ihre Meldung traf zu, und wir haben getan, was nötig war.`,
  'taken-down': mailText`Ihre Meldung traf zu. Was Sie gemeldet haben, ist nicht mehr öffentlich.`,
  accepted: mailText`Wir haben so entschieden, wie Sie es wollten.`,
  declined: mailText`Wir haben nichts geändert.`,
};

/** Letters to those who told the desk something. */
const taken = {
  back: mailText`Sie haben recht bekommen. Was gesperrt oder archiviert war, ist wieder da; eine abgelehnte Änderung reichen Sie bitte noch einmal ein.`,
  seriously: mailText`Sie haben recht bekommen, und wir haben getan, was nötig war.`,
};

export const intake = {
  receipt: ({ number, isObjection, title, day, due, about: url }: IntakeReceipt): LetterWords => ({
    subject: isObjection
      ? mailText`Eingegangen: Ihr Widerspruch ${number}`
      : mailText`Eingegangen: Ihre Meldung ${number}`,
    greeting,
    paragraphs: [
      isObjection
        ? mailText`Ihr Widerspruch${about(title)} ist am ${day} bei uns eingegangen. Er hat die Nummer ${number}.`
        : mailText`Ihre Meldung${about(title)} ist am ${day} bei uns eingegangen. Vielen Dank! Sie hat die Nummer ${number}.`,
      mailText`Jemand aus der Redaktion liest, was Sie geschrieben haben, und teilt Ihnen bis zum ${due} mit, was daraus geworden ist. Bis dahin brauchen Sie nichts zu tun.`,
      mailText`Wer Sie sind, erfährt nur die Redaktion, nicht der Betrieb.`,
    ],
    afterwards: [mailText`Wenn Sie das nicht waren, brauchen Sie nichts zu tun.`],
    about: url,
  }),
  decided: ({ number, title, day, decision, reason, objection, about: url }: IntakeDecided): LetterWords => ({
    subject: mailText`Entschieden: Ihre Meldung ${number}`,
    greeting,
    paragraphs: [
      mailText`am ${day} haben Sie uns etwas${about(title)} gemeldet (Nummer ${number}). Vielen Dank! Die Redaktion hat entschieden:`,
      became[decision],
      ...(reason ? [mailText`Der Grund:`, { quote: reason }] : []),
      mailText`Entschieden hat ein Mensch, kein Programm.`,
      ...(objection
        ? [
            mailText`Sind Sie nicht einverstanden? Dann können Sie bis zum ${objection.until} einmal widersprechen, kostenlos und ohne Konto. Jemand anderes aus der Redaktion entscheidet dann neu. Der Weg zu den Gerichten steht Ihnen davon unabhängig offen.`,
          ]
        : []),
    ],
    ...(objection ? { button: { label: mailText`Widersprechen`, url: objection.link } } : {}),
    about: url,
  }),
  objectionDecided: ({
    number,
    title,
    day,
    won,
    byMaker,
    reason,
    about: url,
  }: ObjectionDecided): LetterWords => ({
    subject: mailText`Entschieden: Ihr Widerspruch ${number}`,
    greeting,
    paragraphs: [
      mailText`am ${day} haben Sie einer Entscheidung${about(title)} widersprochen (Nummer ${number}). Jemand anderes aus der Redaktion als beim ersten Mal hat neu entschieden:`,
      won ? taken[byMaker ? 'back' : 'seriously'] : mailText`Es bleibt bei der Entscheidung.`,
      ...(reason ? [mailText`Der Grund:`, { quote: reason }] : []),
      ...(won
        ? []
        : [
            mailText`Ein zweites Mal können Sie bei uns nicht widersprechen. Der Weg zu den Gerichten steht Ihnen offen.`,
          ]),
    ],
    about: url,
  }),
};

/** The page behind the link to object to a decision. */
export const objection = {
  ask: {
    title: 'Einer Entscheidung widersprechen',
    text: [
      'Schreiben Sie, warum Sie die Entscheidung für falsch halten. Jemand anderes aus der Redaktion entscheidet dann neu und schreibt Ihnen.',
      'Das geht einmal und ist kostenlos. Der Weg zu den Gerichten steht Ihnen davon unabhängig offen.',
    ],
  },
  facts: { about: 'Eintrag', decided: 'Entschieden am', reason: 'Der Grund' },
  field: { label: 'Ihr Widerspruch', hint: 'In 10 bis 2000 Zeichen.' },
  label: 'Widersprechen',
  taken: (number: string) => ({
    title: 'Ihr Widerspruch ist eingegangen',
    text: [
      `Er hat die Nummer ${number}. Jemand anderes aus der Redaktion entscheidet neu und schreibt Ihnen das Ergebnis.`,
    ],
  }),
  decided: (number: string) => ({
    title: 'Über den Widerspruch ist entschieden',
    text: [
      `Der Widerspruch hatte die Nummer ${number}. Das Ergebnis und der Grund kamen mit einer E-Mail. Ein zweites Mal können Sie bei uns nicht widersprechen.`,
    ],
  }),
};
