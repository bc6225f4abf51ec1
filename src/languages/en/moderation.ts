import { mailText, type LetterWords, type MailText } from '#src/languages/mail-text';
import type { Decision, Statement } from '../mail-slots';
import type {
  actions as Actions,
  decisions as Decisions,
  moderationStates as States,
} from '../de/moderation';

export const moderationStates: typeof States = {
  submitted: 'submitted',
  'changes-requested': 'changes requested',
  rejected: 'rejected',
  draft: 'draft',
  public: 'public',
  suspended: 'suspended',
  archived: 'archived',
};

export const actions: typeof Actions = {
  create: {
    log: 'Created',
  },
  edit: {
    log: 'Edited',
  },
  submit: {
    log: 'Submitted',
  },
  withdraw: {
    log: 'Withdrawn',
  },
  reject: {
    log: 'Rejected',
    button: 'Reject',
    title: 'Reject the submission',
    confirm: 'Reject',
    done: '“{title}” is rejected. Nothing public has changed.',
  },
  'request-changes': {
    log: 'Changes requested',
    button: 'Request changes',
    title: 'Request changes',
    confirm: 'Request changes',
    done: 'The business is asked to change “{title}”.',
  },
  approve: {
    log: 'Approved',
    button: 'Approve',
    done: '“{title}” is approved and public.',
  },
  discard: {
    log: 'Discarded',
  },
  publish: {
    log: 'Published directly',
  },
  'auto-approve': {
    log: 'Became public without review',
  },
  suspend: {
    log: 'Suspended',
    button: 'Suspend …',
    title: 'Suspend the entry',
    confirm: 'Suspend',
    done: 'The entry is suspended and no longer public.',
  },
  reinstate: {
    log: 'Suspension lifted',
    button: 'Lift the suspension …',
    title: 'Lift the suspension',
    question:
      'The entry becomes public again, exactly as it was before the suspension. The business gets an e-mail.',
    confirm: 'Lift the suspension',
    done: 'The entry is public again, as it was before.',
  },
  archive: {
    log: 'Archived',
    button: 'Archive …',
    title: 'Archive the entry',
    confirm: 'Archive',
    done: 'The entry is archived.',
  },
  restore: {
    log: 'Restored',
    button: 'Restore …',
    title: 'Restore the entry',
    question: 'The entry becomes again what it was before it was archived.',
    confirm: 'Restore',
    done: 'The entry is restored.',
  },
  delete: {
    log: 'Deleted',
  },
};

const greeting = mailText`Hello,`;

const note = (reason: MailText): LetterWords['paragraphs'] =>
  reason ? [mailText`The editors add:`, { quote: reason }] : [];

const basis = {
  illegal: (norm: MailText) => mailText`We consider the content illegal: ${norm}.`,
  terms: (norm: MailText) => mailText`The content violates our terms of use: ${norm}.`,
  other: () => mailText`This is not about a violation of the law, but about what belongs in this directory.`,
};

const grounds = (statement: Statement | undefined): LetterWords['paragraphs'] =>
  statement
    ? [
        basis[statement.basis](statement.norm),
        statement.afterNotice
          ? mailText`Somebody had told us about it. One of the editors decided this, not a program.`
          : mailText`The editors noticed it themselves. A person decided this, not a program.`,
        mailText`Do you disagree? Then you can object once until ${statement.until}, free of charge. Another editor then decides again. You can go to court in any case.`,
      ]
    : [];

const objecting = (statement: Statement | undefined): Pick<LetterWords, 'button'> =>
  statement ? { button: { label: mailText`Object`, url: statement.link } } : {};

export const decisions: typeof Decisions = {
  approve: ({ title, reason, ...places }: Decision) => ({
    subject: mailText`“${title}” is public now`,
    greeting,
    paragraphs: [
      mailText`Your listing “${title}” has been reviewed. Everyone can now see it the way you submitted it.`,
      ...note(reason),
      mailText`There is nothing to do. When something changes, such as the opening hours, please change the listing.`,
    ],
    ...places,
  }),
  'approve-changed': ({ title, reason, ...places }: Decision) => ({
    subject: mailText`“${title}” is public now, with changes by the editors`,
    greeting,
    paragraphs: [
      mailText`Your listing “${title}” has been reviewed, and everyone can see it now. The editors have changed something in what you submitted.`,
      ...note(reason),
      mailText`Please have a look at it, and change what is not right.`,
    ],
    ...places,
  }),
  'approve-unknown': ({ title, reason, ...places }: Decision) => ({
    subject: mailText`“${title}” is public now`,
    greeting,
    paragraphs: [
      mailText`Your listing “${title}” has been reviewed, and everyone can see it now.`,
      ...note(reason),
      mailText`There is nothing to do. When something changes, such as the opening hours, please change the listing.`,
    ],
    ...places,
  }),
  'request-changes': ({ title, reason, about, change }: Decision) => ({
    subject: mailText`Please change: “${title}”`,
    greeting,
    paragraphs: [
      mailText`We have read your listing “${title}”. Before we publish it, we ask you for a change:`,
      { quote: reason },
      mailText`Please change the listing and submit it again. There is no deadline: what you wrote stays saved until then, and what is public already stays as it is.`,
    ],
    button: { label: mailText`Edit the listing`, url: change },
    about,
  }),
  reject: ({ title, reason, statement, ...places }: Decision) => ({
    subject: mailText`Not published: “${title}”`,
    greeting,
    paragraphs: [
      mailText`We have not published the change to your listing “${title}”. The reason:`,
      { quote: reason },
      mailText`You can change the listing and submit it again. What is public already stays as it is.`,
      ...grounds(statement),
    ],
    ...objecting(statement),
    ...places,
  }),
  suspend: ({ title, reason, statement, ...places }: Decision) => ({
    subject: mailText`Not public at the moment: “${title}”`,
    greeting,
    paragraphs: [
      mailText`We have hidden your listing “${title}” from the public for now. The reason:`,
      { quote: reason },
      mailText`Nothing is lost: as soon as this is settled, we can show it again the way it was. You will get a mail then.`,
      ...grounds(statement),
    ],
    ...objecting(statement),
    ...places,
  }),
  archive: ({ title, reason, statement, ...places }: Decision) => ({
    subject: mailText`Archived: “${title}”`,
    greeting,
    paragraphs: [
      mailText`We have archived your listing “${title}”. It is not public and can no longer be changed. The reason:`,
      { quote: reason },
      mailText`Nothing is lost: we can restore it the way it was.`,
      ...grounds(statement),
    ],
    ...objecting(statement),
    ...places,
  }),
  reinstate: ({ title, about, change }: Decision) => ({
    subject: mailText`Public again: “${title}”`,
    greeting,
    paragraphs: [
      mailText`Your listing “${title}” can be seen by everyone again, exactly as before. The suspension is lifted, and there is nothing to do.`,
    ],
    about,
    change,
  }),
};
