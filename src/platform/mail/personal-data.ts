import type { PersonalData } from '../personal-data';

/** Mails that are to be sent. */
export const mailJobs: PersonalData = {
  name: 'mail-jobs',
  what: {
    de: 'E-Mails vor dem Versand und kurz danach: nur Kennungen, aus denen sie beim Versand geschrieben werden; endgültig abgelehnte Adressen als Prüfwert mit Schlüssel; welche tägliche E-Mail jemand abbestellt hat',
    en: 'Mails before and shortly after they are sent: only ids, from which they are written when sent; addresses refused for good as a keyed digest; who has switched off a daily mail',
  },
  whose: { de: 'Empfängerinnen und Empfänger von E-Mails', en: 'Recipients of mails' },
  purpose: {
    de: 'Nachrichten auch dann zustellen, wenn der Mailserver eine Weile nicht erreichbar ist',
    en: 'Delivering messages even if the mail server cannot be reached for a while',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. b DSGVO', en: 'GDPR Art. 6 (1) (b)' },
  recipients: { de: 'Der Mailserver des Betreibers', en: 'The mail server of the operator' },
  deleted: {
    de: 'Höchstens 14 Tage nach dem Versand oder dem letzten vergeblichen Versuch; abgelehnte Adressen nach einem Jahr oder mit der nächsten E-Mail, die ankommt; Abbestellungen, wenn die E-Mail wieder bestellt wird',
    en: 'At most 14 days after they were sent, or after the last attempt in vain; refused addresses after a year or with the next mail that arrives; what was switched off, once it is switched on again',
  },
  tables: ['pgboss.job', 'pgboss.archive', 'stadtverbund.mail_failure', 'stadtverbund.unwanted_mail'],
  keeps: [],
};
