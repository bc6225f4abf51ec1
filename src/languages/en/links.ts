import { objection } from './intake';

/** What pages of links in mails say for every purpose. */
export const links = {
  sentAgain: {
    title: 'A new link is on its way',
    text: [
      'If we still have an e-mail address for this link, a new one arrives there in the next few minutes.',
      'If nothing arrives, please look into the spam folder, too.',
    ],
  },
  objection,
};
