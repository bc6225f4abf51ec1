import type { PersonalData } from '#src/platform/personal-data/index';
import { UNDO_DAYS } from './email-change';

const RETENTION_SQL = `
delete from stadtverbund.email_change where created_at < cast(:today as date) - ${UNDO_DAYS} returning 1`;

// To the owner of an address, the other one is somebody else's.
const FIND_SQL = `
select created_at as "createdAt", state,
  case when account_id = :accountId or old_email = :email then old_email end as "oldEmail",
  case when account_id = :accountId or new_email = :email then new_email end as "newEmail"
from stadtverbund.email_change
where account_id = :accountId or :email in (old_email, new_email) order by id`;

const ERASE_ACCOUNT_SQL = 'delete from stadtverbund.email_change where account_id = :accountId';

// The row stays: the owner of the old address can still undo it, even if who has taken the account asks for this.
const ERASE_NEW_SQL = `
update stadtverbund.email_change set new_email = null, state = case state when 'waiting' then 'ended' else state end
where new_email = :email`;

const ERASE_OLD_SQL = 'delete from stadtverbund.email_change where old_email = :email';

/** Changes of the addresses of accounts. */
export const emailChanges: PersonalData = {
  name: 'email-changes',
  what: {
    de: 'Änderungen der E-Mail-Adresse eines Kontos: alte und neue Adresse, Zeitpunkt, ob bestätigt oder zurückgenommen',
    en: 'Changes of the e-mail address of an account: old and new address, time, whether confirmed or undone',
  },
  whose: {
    de: 'Menschen mit einem Konto; wem eine Adresse gehört, die jemand für sein Konto angegeben hat',
    en: 'People with an account; owners of an address that somebody has given for an account',
  },
  purpose: {
    de: 'Eine neue Adresse erst gelten lassen, wenn sie bestätigt ist, und die Änderung zurücknehmen können, wenn jemand anders sie veranlasst hat',
    en: 'Having a new address valid only once it is confirmed, and being able to undo a change that somebody else has made',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. b und f DSGVO (Schutz des Kontos)',
    en: 'GDPR Art. 6 (1) (b) and (f) (protection of the account)',
  },
  recipients: {
    de: 'keine; die alte Adresse bekommt die neue genannt',
    en: 'none; the old address is told the new one',
  },
  deleted: {
    de: `Nach ${UNDO_DAYS} Tagen, wenn sie nicht mehr zurückzunehmen sind`,
    en: `After ${UNDO_DAYS} days, when they can no longer be undone`,
  },
  tables: ['stadtverbund.email_change'],
  keeps: [],
  find: (sql, { accountId = null, email = null }) =>
    sql<Record<string, unknown>>(FIND_SQL, { accountId, email }),
  async erase(sql, { accountId, email }) {
    if (accountId !== undefined) await sql(ERASE_ACCOUNT_SQL, { accountId });
    if (email === undefined) return;
    await sql(ERASE_NEW_SQL, { email });
    await sql(ERASE_OLD_SQL, { email });
  },
  retention: async (sql, today) => (await sql(RETENTION_SQL, { today })).length,
};
