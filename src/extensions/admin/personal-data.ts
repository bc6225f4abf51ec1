import type { FoundRow, PersonalData } from '../../platform/personal-data';

const FIND_SQL = `
select firstname, lastname, username, email, prefered_language as "language", created_at as "createdAt" from admin_users
where lower(email) = :email`;

/** People who work in the panel. */
export const editors: PersonalData = {
  name: 'editors',
  what: {
    de: 'Zugänge zur Verwaltung: Name, E-Mail-Adresse, das Passwort in einer Form, die niemand lesen kann, Rollen, Sprache, Anmeldungen',
    en: 'Users of the admin panel: name, e-mail address, the password in a form that nobody can read, roles, language, sessions',
  },
  whose: { de: 'Beschäftigte des Betreibers und der Redaktion', en: 'Staff of the operator, editors' },
  purpose: {
    de: 'Arbeiten in der Verwaltung, Zugriff nach Rollen',
    en: 'Working in the panel, access by role',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. e oder b DSGVO mit dem Beschäftigtendatenschutzrecht des Landes oder § 26 BDSG',
    en: 'GDPR Art. 6 (1) (e) or (b), with the law on employees’ data',
  },
  recipients: { de: 'Andere Zugänge der Verwaltung', en: 'Other users of the panel' },
  deleted: {
    de: 'Mit dem Zugang, den jemand mit der Rolle Super Admin löscht; Anmeldungen mit ihrem Ablauf',
    en: 'With the user, whom a super admin deletes; sessions when they expire',
  },
  tables: [
    'admin_users',
    'admin_users_roles_lnk',
    'strapi_api_tokens_admin_user_owner_lnk',
    'strapi_sessions',
  ].map((table) => `public.${table}`),
  keeps: [
    {
      what: { de: 'der Zugang zur Verwaltung', en: 'the user of the panel' },
      why: {
        de: 'Beschäftigungsverhältnis; den Zugang löscht jemand mit der Rolle Super Admin',
        en: 'employment; a super admin deletes the user',
      },
      until: { de: 'bis der Zugang gelöscht ist', en: 'until the user is deleted' },
    },
  ],
  find: (sql, { email }) => (email === undefined ? Promise.resolve([]) : sql<FoundRow>(FIND_SQL, { email })),
};
