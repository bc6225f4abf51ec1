import type { Core } from '@strapi/strapi';
import type { PersonalData } from '../personal-data';
import { forgetRefusals, listRefusals } from './failures';
import { removeMailFilesBefore, removeMailFilesTo } from './mail-files';
import { removeRestsLater } from './mail-rests';

// Mails that waited with their text when the release changed that queued those.
const ERASE_EARLIER_SQL = `delete from pgboss.job where name = 'mail' and lower(data->>'to') = :email`;

const FILE_DAYS = 14;
const DAY_MS = 86_400_000;

/** Mails that are to be sent, and addresses that were refused. A mail that waits finds nobody to write to any more. */
export const mailJobs = (strapi: Core.Strapi): PersonalData => ({
  name: 'mail-jobs',
  what: {
    de: 'E-Mails vor dem Versand und kurz danach: nur, an wen und worüber zu schreiben ist, als Nummern; Adressen, an die nichts mehr geschickt werden darf, in unlesbarer Form; welche tägliche E-Mail jemand abbestellt hat',
    en: 'Mails before and shortly after they are sent: only to whom to write about what, as numbers; addresses to which nothing may be sent any more, in a form that nobody can read; who has switched off a daily mail',
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
  keeps: [
    {
      what: {
        de: 'nur ohne Mailserver: E-Mails an andere, in denen die Person genannt ist, im Ordner MAIL_DIR',
        en: 'only without a mail server: mails to others that name the person, in the folder MAIL_DIR',
      },
      why: {
        de: 'Art. 17 Abs. 1 DSGVO erfasst nicht die Post anderer',
        en: 'GDPR Art. 17 (1) does not extend to the mail of others',
      },
      until: { de: `${FILE_DAYS} Tage`, en: `${FILE_DAYS} days` },
    },
  ],
  find: (sql, { email }) => (email === undefined ? Promise.resolve([]) : listRefusals(strapi, email, sql)),
  async erase(sql, { email }) {
    if (email === undefined) return;
    await forgetRefusals(strapi, email, sql);
    await sql(ERASE_EARLIER_SQL, { email });
    // Should the erasure be undone, nobody misses these copies.
    await removeMailFilesTo((address) => address === email);
    await removeRestsLater(strapi, email);
  },
  retention: (_sql, today) => removeMailFilesBefore(new Date(Date.parse(today) - FILE_DAYS * DAY_MS)),
});
