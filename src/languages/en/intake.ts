import { mailText, type MailText } from '../mail-text';
import type { IntakeDecided, IntakeReceipt, ObjectionDecided } from '../mail-slots';
import type { intake as Intake, objection as Objection } from '../de/intake';

const greeting = mailText`Hello,`;

const about = (title: MailText | undefined): MailText =>
  title ? mailText` about the listing “${title}”` : mailText``;

const became = {
  settled: mailText`Your report was right, and we have done what was needed.`,
  'taken-down': mailText`Your report was right. What you reported is no longer public.`,
  accepted: mailText`We have decided as you wished.`,
  declined: mailText`We have changed nothing.`,
};

const taken = {
  back: mailText`You were right. What was suspended or archived is back; please submit a rejected change once more.`,
  seriously: mailText`You were right, and we have done what was needed.`,
};

export const intake: typeof Intake = {
  receipt: ({ number, isObjection, title, day, due, about: url }: IntakeReceipt) => ({
    subject: isObjection
      ? mailText`Received: your objection ${number}`
      : mailText`Received: your report ${number}`,
    greeting,
    paragraphs: [
      isObjection
        ? mailText`Your objection${about(title)} has arrived on ${day}. It has the number ${number}.`
        : mailText`Your report${about(title)} has arrived on ${day}. Thank you! It has the number ${number}.`,
      mailText`One of the editors reads it and tells you by ${due} what came of it. There is nothing to do until then.`,
      mailText`Only the editors learn who you are; the business does not.`,
    ],
    afterwards: [mailText`If this was not you, there is nothing to do.`],
    about: url,
  }),
  decided: ({ number, title, day, decision, reason, objection, about: url }: IntakeDecided) => ({
    subject: mailText`Decided: your report ${number}`,
    greeting,
    paragraphs: [
      mailText`On ${day} you reported something${about(title)} to us (number ${number}). Thank you! The editors have decided:`,
      became[decision],
      ...(reason ? [mailText`The reason:`, { quote: reason }] : []),
      mailText`A person decided this, not a program.`,
      ...(objection
        ? [
            mailText`Do you disagree? Then you can object once until ${objection.until}, free of charge and without an account. Another editor then decides again. You can go to court in any case.`,
          ]
        : []),
    ],
    ...(objection ? { button: { label: mailText`Object`, url: objection.link } } : {}),
    about: url,
  }),
  objectionDecided: ({ number, title, day, won, byMaker, reason, about: url }: ObjectionDecided) => ({
    subject: mailText`Decided: your objection ${number}`,
    greeting,
    paragraphs: [
      mailText`On ${day} you objected to a decision${about(title)} (number ${number}). Another editor than the first time has decided again:`,
      won ? taken[byMaker ? 'back' : 'seriously'] : mailText`The decision stands.`,
      ...(reason ? [mailText`The reason:`, { quote: reason }] : []),
      ...(won ? [] : [mailText`You cannot object to us a second time. You can go to court.`]),
    ],
    about: url,
  }),
};

export const objection: typeof Objection = {
  ask: {
    title: 'Object to a decision',
    text: [
      'Write why you think that the decision is wrong. Another editor then decides again and writes to you.',
      'This is possible once, and free of charge. You can go to court in any case.',
    ],
  },
  facts: { about: 'Listing', decided: 'Decided on', reason: 'The reason' },
  field: { label: 'Your objection', hint: '10 to 2000 characters.' },
  label: 'Object',
  taken: (number) => ({
    title: 'Your objection has arrived',
    text: [`It has the number ${number}. Another editor decides again and tells you what came of it.`],
  }),
  decided: (number) => ({
    title: 'The objection is decided',
    text: [
      `The objection had the number ${number}. The outcome and its reason came by e-mail. You cannot object to us a second time.`,
    ],
  }),
};
