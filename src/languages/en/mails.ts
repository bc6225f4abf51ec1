import { inOneList, mailText, ofEditors, typed, type MailText } from '../mail-text';
import type { Digest, ClaimDecision, Invitation, Link, PortalOff, Receipt } from '../mail-slots';
import type { mails as German } from '../de/mails';
import { decisions } from './moderation';

const closing = mailText`Kind regards\nThe editors`;

const below = (intro: MailText, reason: string): MailText =>
  reason ? mailText`${intro}\n\n${ofEditors(reason)}\n\n` : mailText``;

const accounts = {
  confirmation: ({ link }: Link) => ({
    subject: mailText`Please confirm your e-mail address`,
    text: mailText`Hello,\n\nyou registered with this e-mail address to maintain listings in the directory of businesses. Please confirm the address with this link:\n\n${link}\n\nIf this was not you, there is nothing to do: without confirmation the account cannot be used.\n\n${closing}`,
  }),
  reset: ({ link }: Link) => ({
    subject: mailText`Choose your new password`,
    text: mailText`Hello,\n\na new password was requested for your account in the directory of businesses. Choose it with this link; it is valid for an hour and only once:\n\n${link}\n\nIf this was not you, there is nothing to do: your password stays as it is.\n\n${closing}`,
  }),
};

const editorReset = ({ link }: Link) => ({
  subject: mailText`New password`,
  text: mailText`Hello,\n\na new password was requested for your account at the editorial desk. Choose it with this link; it is valid only once:\n\n${link}\n\nIf this was not you, there is nothing to do: your password stays as it is.`,
});

const contributors = {
  invitation: ({ by, business, link }: Invitation) => ({
    subject: mailText`Invitation to manage “${typed(business)}”`,
    text: mailText`Hello,\n\n“${typed(by)}” invites you to help manage the listing “${typed(business)}” in the directory of businesses. We did not write either of these names. If you know nobody of that name, there is nothing to do.\n\nAccept the invitation with this link; it is valid for 14 days and only once:\n\n${link}\n\nYou need an account with this e-mail address.\n\n${closing}`,
  }),
  receipt: ({ username, title }: Receipt) => ({
    subject: mailText`Received: “${typed(title)}”`,
    text: mailText`Hello ${typed(username)},\n\nyour submission “${typed(title)}” has arrived. The editors will look at it and answer by e-mail.\n\nWhat is public already stays as it is until then.\n\n${closing}`,
  }),
  claim: ({ username, business, accepted, reason }: ClaimDecision) => {
    const name = typed(business);
    const decision = accepted
      ? mailText`the editors have confirmed your claim on the listing “${name}”. You can edit the listing now.\n\nFrom now on you decide whether it is passed on to other portals: until you choose “Consent to syndication” in the listing, we no longer pass it on. Your choice takes effect at once and without review, and you can change it at any time. Others may have data from open sources such as OpenStreetMap from there.\n\n${below(mailText`The editors add:`, reason)}`
      : mailText`the editors have refused your claim on the listing “${name}”.\n\n${below(mailText`The reason:`, reason)}`;
    return {
      subject: accepted ? mailText`You now manage “${name}”` : mailText`Claim refused: “${name}”`,
      text: mailText`Hello ${typed(username)},\n\n${decision}${closing}`,
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
  all: (counts: readonly MailText[]) => inOneList(counts, 'en-GB'),
  oldest: (entries: MailText) => mailText`Waiting longest:\n${entries}\n\n`,
  mail: ({ what, oldest, link }: Digest) => ({
    subject: mailText`To review: ${what}`,
    text: mailText`Good morning,\n\nwaiting for the editors: ${what}.\n\n${oldest}Review them here: ${link}`,
  }),
};

const portals = {
  why: {
    gone: mailText`The address answered “410 Gone”, which says that it wants to get no more.`,
    failing: mailText`For five days no delivery has succeeded.`,
  },
  toEditor: ({ portal, url, why, link }: PortalOff) => ({
    subject: mailText`Deliveries to “${typed(portal)}” are switched off`,
    text: mailText`Hello,\n\ndeliveries to the portal “${typed(portal)}” (${ofEditors(url)}) are switched off. ${why}\n\nWhat the portal is to get is kept. As soon as it can be reached again, resume it here:\n${link}`,
  }),
  subjectToContact: mailText`deliveries switched off`,
  toContact: ({ portal, url, why }: Omit<PortalOff, 'link'>) =>
    mailText`Hello,\n\nwe no longer deliver to your portal “${typed(portal)}” at ${ofEditors(url)}. ${why} Please answer this mail as soon as it takes deliveries again; what is missing will be sent then.\n\n${closing}`,
};

export const mails: typeof German = {
  accounts,
  editorReset,
  contributors,
  decisions,
  closing,
  untitled: mailText`without a name`,
  digest,
  portals,
};
