import type { DataSubject, FoundRow, PersonalData } from '../personal-data';

// Time to see what became of it, and to ask for a new link.
const KEPT_DAYS = 30;

// Links of an account belong to nobody in the table of people; what they are about begins with the account's id.
const THEIRS = `(l.person_id in (select id from stadtverbund.person where email = :email)
  or l.person_id is null and l.subject like cast(:accountId as text) || '.%')`;

const FIND_SQL = `
select l.purpose, l.created_at as "createdAt", l.expires_at as "expiresAt", l.used_at as "usedAt", l.answer
from stadtverbund.secret_link l where ${THEIRS} order by l.created_at, l.id`;

const ERASE_SQL = `delete from stadtverbund.secret_link l where ${THEIRS}`;

const RETENTION_SQL = `
delete from stadtverbund.secret_link where expires_at < cast(:today as date) - ${KEPT_DAYS} returning 1`;

const boundTo = ({ email = null, accountId = null }: Partial<Record<keyof DataSubject, unknown>>) => ({
  email,
  accountId,
});

/** Links in mails. */
export const secretLinks: PersonalData = {
  name: 'secret-links',
  what: {
    de: 'Links in E-Mails: der Link in unlesbarer Form, Zweck, Zeitpunkte, was damit geschah',
    en: 'Links in mails: the link in a form that nobody can read, purpose, times, what was done with it',
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
  find: (sql, who) => sql<FoundRow>(FIND_SQL, boundTo(who)),
  async erase(sql, who) {
    await sql(ERASE_SQL, boundTo(who));
  },
  retention: async (sql, today) => (await sql(RETENTION_SQL, { today })).length,
};
