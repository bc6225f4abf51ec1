import type { PersonalData } from '../../platform/personal-data';

/** People who work in the panel. */
export const editors: PersonalData = {
  name: 'editors',
  what: {
    de: 'Zugänge zur Verwaltung: Name, E-Mail-Adresse, Prüfwert des Passworts, Rollen, Sprache, Sitzungen',
    en: 'Users of the admin panel: name, e-mail address, digest of the password, roles, language, sessions',
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
    de: 'Mit dem Zugang, den jemand mit der Rolle Super Admin löscht; Sitzungen mit ihrem Ablauf',
    en: 'With the user, whom a super admin deletes; sessions when they expire',
  },
  tables: [
    'admin_users',
    'admin_users_roles_lnk',
    'strapi_api_tokens_admin_user_owner_lnk',
    'strapi_sessions',
  ].map((table) => `public.${table}`),
  keeps: [],
};
