import type { dataRightsMails as German } from '../de/data-rights-mails';
import type { AccountDeletion } from '../mail-slots';
import { mailText, type MailText } from '../mail-text';

const greeting = mailText`Hello,`;

const listings: Readonly<Record<AccountDeletion['listings'], MailText>> = {
  leave: mailText`Your listings stay public, also those that nobody else manages: without your e-mail address, and no longer passed on to other portals.`,
  remove: mailText`Listings that nobody else manages will be deleted with their pictures.`,
};

/** Letters about what is known of people. */
export const dataRightsMails: typeof German = {
  export: ({ link, sender, until }) => ({
    subject: mailText`Your data are ready`,
    greeting,
    paragraphs: [
      mailText`You asked “${sender}” for a copy of your data. The file is ready, and you can fetch it until ${until}.`,
    ],
    button: { label: mailText`To my data`, url: link },
    afterwards: [
      mailText`Please do not pass this mail on: anyone who has the link gets the file. If this was not you, please choose a new password at once.`,
    ],
  }),
  deletion: ({ link, sender, day, listings: choice }) => ({
    subject: mailText`Your account will be deleted on ${day}`,
    greeting,
    paragraphs: [
      mailText`You want to delete your account at “${sender}”. This will happen on ${day}. Until then you can sign in as always, and change your mind.`,
      mailText`What will be deleted: your account with name, e-mail address and password, your sessions, invitations and claims, and everything that tells who you are.`,
      listings[choice],
    ],
    button: { label: mailText`Keep the account`, url: link },
    afterwards: [
      mailText`If that is what you want, there is nothing to do. If this was not you, please keep the account, and choose a new password at once.`,
    ],
  }),
  deleted: ({ sender, listings: choice, byEditor }) => ({
    subject: mailText`Your account is deleted`,
    greeting,
    paragraphs: [
      byEditor
        ? mailText`The editors have deleted your account at “${sender}” at your request, with everything that tells who you are.`
        : mailText`Your account at “${sender}” is deleted, as you asked, with everything that tells who you are.`,
      choice === 'leave'
        ? mailText`Your listings are still public, without your e-mail address, and no longer passed on to other portals.`
        : mailText`Listings that nobody else managed are deleted with it.`,
      mailText`This is our last message: we no longer have this e-mail address either. Thank you for having been with us.`,
    ],
  }),
  ownData: ({ link, sender }) => ({
    subject: mailText`What is stored about your e-mail address`,
    greeting,
    paragraphs: [
      mailText`Somebody asked “${sender}” what is stored about this e-mail address. The link shows it; you can download and delete it there. It is valid for a day.`,
    ],
    button: { label: mailText`See my data`, url: link },
    afterwards: [
      mailText`Please do not pass this mail on. If this was not you, there is nothing to do: nobody but you has the link.`,
    ],
  }),
  nothing: ({ sender }) => ({
    subject: mailText`Nothing is stored about your e-mail address`,
    greeting,
    paragraphs: [
      mailText`Somebody asked “${sender}” what is stored about this e-mail address. The answer: nothing.`,
      mailText`The question itself will be deleted as well, in the night after tomorrow. There is nothing to do.`,
    ],
  }),
};
