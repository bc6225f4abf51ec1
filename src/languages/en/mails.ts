import { inOneList, mailText, ofEditors, typed, type LetterWords, type MailText } from '../mail-text';
import type {
  Accepted,
  Account,
  AddressChange,
  ClaimDecision,
  Desk,
  Digest,
  Invitation,
  PortalOff,
  Receipt,
  AccessibilityReview,
} from '../mail-slots';
import type { mails as German } from '../de/mails';
import { intake } from './intake';
import { dataRightsMails } from './data-rights-mails';
import { decisions } from './moderation';

const greeting = mailText`Hello,`;
const hello = (name: string): MailText => mailText`Hello ${typed(name)},`;

const frame = {
  platform: (city: MailText) => mailText`Businesses in ${city}`,
  closing: mailText`Kind regards`,
  desk: mailText`The editors`,
  about: mailText`See the listing`,
  change: mailText`Change the listing`,
  answers: mailText`Any questions? Just answer this mail. The editors read what you write.`,
  unsubscribe: mailText`Stop this daily mail`,
  imprint: mailText`Imprint`,
};

const accounts = {
  confirmation: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Please confirm your e-mail address`,
    greeting,
    paragraphs: [
      mailText`An account was opened with this e-mail address at “${sender}”. With it you can enter listings of businesses and keep them up to date.`,
      mailText`Please confirm that the address is yours. Then you can sign in.`,
    ],
    button: { label: mailText`Confirm the e-mail address`, url: link },
    afterwards: [
      mailText`If this was not you, there is nothing to do: without confirmation the account cannot be used.`,
    ],
  }),
  reset: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Choose your new password`,
    greeting,
    paragraphs: [
      mailText`A new password was requested for your account at “${sender}”. You can choose it now. The link works for one hour, and only once.`,
    ],
    button: { label: mailText`Choose a new password`, url: link },
    afterwards: [mailText`If this was not you, there is nothing to do: your password stays as it is.`],
  }),
  exists: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`You have an account already`,
    greeting,
    paragraphs: [
      mailText`Somebody wanted to open an account at “${sender}” with this e-mail address, or to use it for another account. There is one with this address already. If it was you, simply sign in with it.`,
      mailText`You no longer know the password? Then choose a new one. The link works for one hour, and only once.`,
    ],
    button: { label: mailText`Choose a new password`, url: link },
    afterwards: [
      mailText`If it was not you, there is nothing to do: nothing about your account has changed.`,
    ],
  }),
  passwordChanged: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Your password was changed`,
    greeting,
    paragraphs: [
      mailText`The password of your account at “${sender}” has just been changed. All other devices are signed out.`,
      mailText`If it was not you, please choose a new password at once, and answer this mail.`,
    ],
    button: { label: mailText`Forgotten password`, url: link },
  }),
  emailChange: ({ link, sender }: Account): LetterWords => ({
    subject: mailText`Please confirm your new e-mail address`,
    greeting,
    paragraphs: [
      mailText`This e-mail address was given for an account at “${sender}”. Please confirm that it is yours; until then the present one stays. The link is valid for three days.`,
    ],
    button: { label: mailText`Confirm the new address`, url: link },
    afterwards: [mailText`If this was not you, please do not confirm. There is nothing else to do.`],
  }),
  emailChangeUndo: ({ link, sender, newEmail }: AddressChange): LetterWords => ({
    subject: mailText`The e-mail address of your account is about to change`,
    greeting,
    paragraphs: [
      mailText`Another e-mail address was given for your account at “${sender}”: “${typed(newEmail)}”. As soon as it is confirmed, it replaces this one. If this was you, there is nothing to do.`,
      mailText`If this was not you, somebody knows your password. Then please undo the change at once, and choose a new password. You can do so for seven days, even if the other address is already in use.`,
    ],
    button: { label: mailText`This was not me`, url: link },
  }),
  emailChangeUndone: ({ sender }: Pick<Account, 'sender'>): LetterWords => ({
    subject: mailText`The change of your e-mail address was undone`,
    greeting,
    paragraphs: [
      mailText`The account at “${sender}” that had this e-mail address has its earlier one again. This was done by somebody who reads the mails to the earlier address. All devices are signed out, and the password is another one.`,
      mailText`If that should not be, please answer this mail.`,
    ],
  }),
};

const desk = {
  reset: ({ link, sender }: Desk): LetterWords => ({
    subject: mailText`New password for the editorial desk`,
    greeting,
    paragraphs: [
      mailText`A new password was requested for your account at the editorial desk of “${sender}”. You can choose it now. The link works for one hour, and only once.`,
    ],
    button: { label: mailText`Choose a new password`, url: link },
    afterwards: [mailText`If this was not you, there is nothing to do: your password stays as it is.`],
    toDesk: true,
  }),
  invitation: ({ link, sender }: Desk): LetterWords => ({
    subject: mailText`Your account at the editorial desk`,
    greeting,
    paragraphs: [
      mailText`An account was made for you at the editorial desk of “${sender}”, where listings of businesses are reviewed and kept up to date.`,
      mailText`Please choose a password. Then you are signed in.`,
    ],
    button: { label: mailText`Set up the account`, url: link },
    afterwards: [
      mailText`The link is valid only once, and only for you: please do not pass this mail on. If it means nothing to you, there is nothing to do.`,
    ],
    toDesk: true,
  }),
};

const noted = (intro: MailText, reason: string): LetterWords['paragraphs'] =>
  reason ? [intro, { quote: ofEditors(reason) }] : [];

const contributors = {
  invitation: ({ by, business, link }: Invitation): LetterWords => ({
    subject: mailText`Invitation to manage “${typed(business)}”`,
    greeting,
    paragraphs: [
      mailText`“${typed(by)}” invites you to help manage the listing “${typed(business)}” in our directory of businesses. You can then change it and add offers.`,
      mailText`You need an account with this e-mail address. If you have none yet, you can open it at once. The invitation is valid for 14 days and only once.`,
    ],
    button: { label: mailText`See the invitation`, url: link },
    afterwards: [
      mailText`We did not write either of these names. If you know nobody of that name, there is nothing to do.`,
    ],
  }),
  accepted: ({ username, by, business, ...places }: Accepted): LetterWords => ({
    subject: mailText`Invitation accepted: “${typed(business)}”`,
    greeting: hello(username),
    paragraphs: [
      mailText`“${typed(by)}” has accepted the invitation and now manages the listing “${typed(business)}” with you.`,
      mailText`There is nothing to do. If this should not be so, you can end the access at any time.`,
    ],
    ...places,
  }),
  receipt: ({ username, title, ...places }: Receipt): LetterWords => ({
    subject: mailText`Received: “${typed(title)}”`,
    greeting: hello(username),
    paragraphs: [
      mailText`Your submission “${typed(title)}” has arrived. Thank you!`,
      mailText`The editors will look at it and write to you as soon as they have decided. Until then there is nothing to do, and what is public already stays as it is.`,
      mailText`Have you noticed something else? Withdraw the submission, change the listing and submit it again.`,
    ],
    ...places,
  }),
  claim: ({ username, business, accepted, reason, ...places }: ClaimDecision): LetterWords => {
    const name = typed(business);
    return accepted
      ? {
          subject: mailText`You now manage “${name}”`,
          greeting: hello(username),
          paragraphs: [
            mailText`The editors have confirmed that the listing “${name}” is yours. You can edit it now.`,
            ...noted(mailText`The editors add:`, reason),
            mailText`From now on you decide whether it is passed on to other portals: until you choose “Consent to syndication” in the listing, we no longer pass it on. Your choice takes effect at once and without review, and you can change it at any time. Others may have data from open sources such as OpenStreetMap from there.`,
          ],
          button: { label: mailText`Edit the listing`, url: places.change },
          about: places.about,
        }
      : {
          subject: mailText`Not confirmed: “${name}”`,
          greeting: hello(username),
          paragraphs: [
            mailText`You would like to manage the listing “${name}”. The editors could not confirm that it is yours.`,
            ...noted(mailText`The reason:`, reason),
            mailText`If you can settle this, please make your claim again.`,
          ],
          about: places.about,
        };
  },
};

// In words for people who run a bakery and not a computer.
const digest = {
  age: (hours: number) => {
    const days = Math.floor(hours / 24);
    if (days >= 2) return mailText`for ${days} days`;
    return hours >= 2 ? mailText`for ${hours} hours` : mailText`not for long`;
  },
  submissions: (count: number) => (count === 1 ? mailText`1 submission` : mailText`${count} submissions`),
  reports: (count: number) => (count === 1 ? mailText`1 report` : mailText`${count} reports`),
  claims: (count: number) => (count === 1 ? mailText`1 claim` : mailText`${count} claims`),
  due: (number: MailText, day: MailText) => mailText`Report ${number}: by ${day}`,
  all: (counts: readonly MailText[]) => inOneList(counts, 'en-GB'),
  mail: ({ what, count, oldest, due, link }: Digest): LetterWords => ({
    subject: mailText`To review: ${what}`,
    greeting: mailText`Good morning,`,
    paragraphs: [
      count === 1
        ? mailText`${what} is waiting for the editors.`
        : mailText`${what} are waiting for the editors.`,
      ...(oldest.length > 0
        ? [oldest.length === 1 ? mailText`The submission:` : mailText`Waiting longest:`, { list: oldest }]
        : []),
      ...(due.length > 0 ? [mailText`Due soon; the law wants an answer within a month:`, { list: due }] : []),
    ],
    button: { label: mailText`Review`, url: link },
    toDesk: true,
  }),
};

const unsubscribe = {
  ask: {
    title: 'Stop the daily mail',
    text: [
      'You will no longer get a mail every morning with what is waiting for the editors. The menu “Submissions” still shows it.',
    ],
    label: 'Stop it',
  },
  stopped: {
    title: 'Stopped',
    text: [
      'You no longer get the daily mail. You can order it again in the panel, above the list in the menu “Submissions”.',
    ],
  },
};

/** To editors, once a month while it is so. */
const accessibilityReview = ({ day, link }: AccessibilityReview): LetterWords => ({
  subject: mailText`Accessibility statement: please review`,
  greeting,
  paragraphs: [
    mailText`the accessibility statement was last reviewed on ${day}. It is to be reviewed once a year; until then the page says that a review is due.`,
    mailText`Read the page: are the known barriers, the law, the enforcement body and the contact still right? Then enter the day of the review in the city profile, and this mail will not come again.`,
  ],
  button: { label: mailText`Open the city profile`, url: link },
  toDesk: true,
});

const addressed = (url: string): readonly MailText[] =>
  url ? [mailText`The address: ${ofEditors(url)}`] : [];

const portals = {
  why: {
    gone: mailText`The address answered “410 Gone”, which says that it wants to get no more.`,
    failing: mailText`For five days no delivery has succeeded.`,
  },
  toEditor: ({ portal, url, why, link }: PortalOff & Pick<Desk, 'link'>): LetterWords => ({
    subject: mailText`Deliveries to “${typed(portal)}” are switched off`,
    greeting,
    paragraphs: [
      mailText`Deliveries to the portal “${typed(portal)}” are switched off. ${why}`,
      ...addressed(url),
      mailText`What the portal is to get is kept. The portal's contact has got a mail, too. As soon as it can be reached again, resume the deliveries.`,
    ],
    button: { label: mailText`Open the portal`, url: link },
    toDesk: true,
  }),
  toContact: ({ portal, url, why }: PortalOff): LetterWords => ({
    subject: mailText`Deliveries to “${typed(portal)}” are switched off`,
    greeting,
    paragraphs: [
      mailText`We no longer deliver to your portal “${typed(portal)}”. ${why}`,
      ...addressed(url),
      mailText`Please answer this mail as soon as it takes deliveries again. What is missing by then will be delivered.`,
    ],
  }),
};

export const mails: typeof German = {
  frame,
  accounts,
  desk,
  contributors,
  dataRights: dataRightsMails,
  decisions,
  intake,
  untitled: mailText`without a name`,
  digest,
  unsubscribe,
  portals,
  accessibilityReview,
};
