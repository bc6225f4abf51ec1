import type { FoundRow, PersonalData } from '../../platform/personal-data';

// A link in a mail that nobody has opened for so long will not be; until then it blocks the address.
const UNCONFIRMED_DAYS = 30;

// Nobody can have signed in with it. An editor may have given it a business to manage.
const RETENTION_SQL = `
delete from up_users u where u.confirmed is not true and u.created_at < cast(:today as date) - ${UNCONFIRMED_DAYS}
  and not exists (select from memberships_user_lnk m where m.user_id = u.id) returning 1`;

const FIND_SQL = `
select username, email, language, confirmed, created_at as "createdAt" from up_users where id = :accountId`;

const SESSIONS_SQL = `
select metadata->>'deviceName' as device, created_at as "begunAt", expires_at as "endsAt" from strapi_sessions
where origin = 'users-permissions' and user_id = cast(:accountId as text) order by id`;

const ERASE_SQL = `delete from up_users where id = :accountId`;
const END_SQL = `delete from strapi_sessions where origin = 'users-permissions' and user_id = cast(:accountId as text)`;

/** Accounts of contributors. */
export const accounts: PersonalData = {
  name: 'accounts',
  what: {
    de: 'Konten von Betrieben: Benutzername, E-Mail-Adresse, das Passwort in einer Form, die niemand lesen kann, Sprache, Anmeldungen mit dem Namen des Geräts',
    en: 'Accounts of businesses: user name, e-mail address, the password in a form that nobody can read, language, sessions with device name',
  },
  whose: {
    de: 'Inhaberinnen, Inhaber und Beschäftigte von Betrieben, die ihre Einträge pflegen',
    en: 'Owners and staff of businesses who maintain their listings',
  },
  purpose: {
    de: 'Einträge nur von denen ändern lassen, denen sie gehören',
    en: 'Having listings changed only by those whose they are',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. b DSGVO (Nutzung des Kontos)',
    en: 'GDPR Art. 6 (1) (b) (use of the account)',
  },
  recipients: {
    de: 'Redaktion; andere, die denselben Betrieb verwalten, sehen den Benutzernamen',
    en: 'Editors; others who manage the same business see the user name',
  },
  deleted: {
    de: `Unbestätigte Konten nach ${UNCONFIRMED_DAYS} Tagen, Anmeldungen mit ihrem Ablauf, alles andere mit dem Konto`,
    en: `Unconfirmed accounts after ${UNCONFIRMED_DAYS} days, sessions when they expire, everything else with the account`,
  },
  tables: ['public.up_users', 'public.up_users_role_lnk', 'public.strapi_sessions'],
  keeps: [],
  async find(sql, { accountId }) {
    if (accountId === undefined) return [];
    const [account, sessions] = [
      await sql<FoundRow>(FIND_SQL, { accountId }),
      await sql<FoundRow>(SESSIONS_SQL, { accountId }),
    ];
    return [...account, ...sessions.map((session) => ({ session }))];
  },
  async erase(sql, { accountId }) {
    if (accountId === undefined) return;
    await sql(END_SQL, { accountId });
    await sql(ERASE_SQL, { accountId });
  },
  // Who manages what is looked up by the account.
  erasedLast: true,
  retention: async (sql, today) => (await sql(RETENTION_SQL, { today })).length,
};
