import type { dataRights as German, listingsAfterwards as GermanListings } from '../de/data-rights';

/** What becomes of listings, in a sentence. */
export const listingsAfterwards: typeof GermanListings = {
  leave:
    'Listings that nobody else manages stay public: without your e-mail address, and no longer passed on to other portals. The editors look after them from then on.',
  remove: 'Listings that nobody else manages are deleted with their pictures.',
};

/** What people may ask about their data, and have deleted. */
export const dataRights: typeof German = {
  archive: {
    readme: 'README.txt',
    listings: 'listings',
    pictures: 'pictures',
    title: 'Your data',
    intro: (sender, moment) =>
      `This is all that was stored about your account at “${sender}” on ${moment} (GDPR Art. 15 and 20).`,
    account:
      'what is stored about you, by kind (in brackets: how many entries), also what the editors wrote to you about your listings. The file is JSON: any text editor shows it, and other programs can read it.',
    others: 'And your listings, a file for each language, and the pictures that you have uploaded:',
    leftOut:
      'There was no room for these files. You find them in your account, among your pictures; or ask the editors:',
    rights: (replyTo) =>
      `Is something wrong, or is something to be deleted? ${replyTo === undefined ? 'Please ask the editors.' : `Please write to ${replyTo}.`} You may also complain to the data protection authority of your federal state.`,
  },
  exportLink: {
    title: 'Download your data',
    text: [
      'The ZIP file contains all that is stored about your account: what we know of you, your listings and your pictures. Begin with README.txt.',
      'Please keep it safe. Anyone who has it knows all that we know.',
    ],
    size: 'Size',
    until: 'Available until',
    label: 'Download the ZIP file',
  },
  deletionLink: {
    title: 'Keep your account?',
    text: (day, listings) => [
      `Your account will be deleted on ${day}, as you asked. ${listingsAfterwards[listings]}`,
      'If you have changed your mind, simply keep it.',
    ],
    label: 'Keep the account',
    done: 'Your account stays',
    doneText: ['It will not be deleted. There is nothing more to do.'],
  },
  ownDataLink: {
    title: 'What is stored about your e-mail address',
    text: (email) => `This is all that we have stored about ${email}.`,
    onlyAccount: (email) => `There is an account of ${email}, and nothing else.`,
    account:
      'There is an account of this address. What belongs to it you get and delete there, with your password: a link in a mail is not safe enough for that.',
    notErased: 'We do not delete this that way. Please write to the editors about it.',
    further: (count) =>
      count === 1
        ? 'One more entry of this kind is in the file.'
        : `${count} more entries of this kind are in the file.`,
    download: 'Download everything as a file (JSON)',
    erase: 'Delete what is selected',
    eraseAll: 'Delete everything',
    confirm: 'Yes, delete it for good. This cannot be undone.',
    nothing: 'Nothing is stored about your e-mail address',
    nothingText: ['There is nothing (any more) to find by this link. If you want to be sure, ask again.'],
    doneSome: 'What you selected is deleted',
    doneAll: 'Everything is deleted',
    doneText: [
      'What the law obliges us to keep is listed in our privacy policy; your name is not part of it. Backups have the data until they are overwritten.',
    ],
    again: 'Ask again',
  },
  values: { yes: 'yes', no: 'no' },
  codes: {
    language: { de: 'German', en: 'English' },
    locale: { de: 'German', en: 'English' },
    purpose: { notice: 'Report' },
  },
  columns: {
    acceptedAt: 'Accepted',
    account: 'Account',
    action: 'What',
    alternativeText: 'Description of the picture',
    answer: 'Answer',
    askedAt: 'Requested',
    at: 'When',
    begunAt: 'Begun',
    business: 'Business',
    bytes: 'Size in bytes',
    byYou: 'By you',
    contactEmail: 'E-mail address',
    contentType: 'Type of the listing',
    createdAt: 'Created',
    decidedAt: 'Decided',
    decisionReason: 'Reason of the decision',
    deleteAfter: 'Deleted after',
    deliveredAt: 'Delivered',
    documentId: 'Id of the listing',
    dueAt: 'Deleted on',
    email: 'E-mail address',
    endsAt: 'Ends',
    expiresAt: 'Valid until',
    externalId: 'Id in the source',
    importedAt: 'Imported',
    kind: 'Kind',
    language: 'Language',
    listings: 'Listings',
    locale: 'Language',
    message: 'Message',
    name: 'Name',
    note: 'Note',
    phone: 'Phone',
    purpose: 'Occasion',
    readyAt: 'Ready',
    reason: 'Reason',
    resolution: 'Outcome',
    resolvedAt: 'Settled',
    role: 'Role',
    since: 'Since',
    state: 'State',
    title: 'Title',
    uploadedAt: 'Uploaded',
    usedAt: 'Used',
    username: 'User name',
    withdrawnAt: 'Withdrawn',
  },
};
