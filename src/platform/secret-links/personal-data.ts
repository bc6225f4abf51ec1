import type { PersonalData } from '../personal-data';

// Time to see what became of it, and to ask for a new link.
const KEPT_DAYS = 30;

const FIND_SQL = `
select l.purpose, l.created_at as "createdAt", l.expires_at as "expiresAt", l.used_at as "usedAt", l.answer
from stadtverbund.secret_link l join stadtverbund.person p on p.id = l.person_id
where p.email = :email order by l.created_at, l.id`;

const ERASE_SQL = `
delete from stadtverbund.secret_link where person_id in (select id from stadtverbund.person where email = :email)`;

const RETENTION_SQL = `
delete from stadtverbund.secret_link where expires_at < cast(:today as date) - ${KEPT_DAYS} returning 1`;

/** Links in mails. */
export const secretLinks: PersonalData = {
  name: 'secret-links',
  what: {
    de: 'Links in E-Mails: Prüfwert des Links, Zweck, Zeitpunkte, was damit geschah',
    en: 'Links in mails: digest of the link, purpose, times, what was done with it',
  },
  whose: {
    de: 'Menschen, denen ein solcher Link geschickt wurde',
    en: 'People to whom such a link was sent',
  },
  purpose: {
    de: 'Ohne Passwort bestätigen, ändern oder absagen können, und nur, wer die E-Mail hat',
    en: 'Confirming, changing or cancelling without a password, and only for those who have the mail',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. b DSGVO',
    en: 'GDPR Art. 6 (1) (b)',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: `${KEPT_DAYS} Tage nach Ablauf des Links; früher mit der Person, der er gehört`,
    en: `${KEPT_DAYS} days after the link has expired; earlier with the person whose it is`,
  },
  tables: ['stadtverbund.secret_link'],
  keeps: [],
  find: (sql, { email }) =>
    email === undefined ? Promise.resolve([]) : sql<Record<string, unknown>>(FIND_SQL, { email }),
  async erase(sql, { email }) {
    if (email !== undefined) await sql(ERASE_SQL, { email });
  },
  retention: async (sql, today) => (await sql(RETENTION_SQL, { today })).length,
};
