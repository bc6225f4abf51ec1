import { objection } from './intake';

/** What pages of links in mails say for every purpose. */
export const links = {
  sentAgain: {
    title: 'Ein neuer Link ist unterwegs',
    text: [
      'Wenn uns zu diesem Link noch eine E-Mail-Adresse bekannt ist, kommt dort in den nächsten Minuten ein neuer an.',
      'Kommt nichts an, sehen Sie bitte auch im Spam-Ordner nach.',
    ],
  },
  objection,
};
