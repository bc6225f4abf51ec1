import type { PersonalData } from '../personal-data';

/** Mails that are to be sent. */
export const mailJobs: PersonalData = {
  name: 'mail-jobs',
  what: {
    de: 'E-Mails vor dem Versand und kurz danach: Empfängeradresse, Betreff und Text, nie ein geheimer Link',
    en: 'Mails before and shortly after they are sent: address, subject and text, never a secret link',
  },
  whose: { de: 'Empfängerinnen und Empfänger von E-Mails', en: 'Recipients of mails' },
  purpose: {
    de: 'Nachrichten auch dann zustellen, wenn der Mailserver eine Weile nicht erreichbar ist',
    en: 'Delivering messages even if the mail server cannot be reached for a while',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. b DSGVO', en: 'GDPR Art. 6 (1) (b)' },
  recipients: { de: 'Der Mailserver des Betreibers', en: 'The mail server of the operator' },
  deleted: {
    de: 'Höchstens 14 Tage nach dem Versand oder dem letzten vergeblichen Versuch',
    en: 'At most 14 days after they were sent, or after the last attempt in vain',
  },
  tables: ['pgboss.job', 'pgboss.archive'],
  keeps: [],
};
