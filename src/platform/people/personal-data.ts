import type { PersonalData } from '../personal-data';

const FIND_SQL = `
select email, name, phone, locale, purpose, created_at as "createdAt", delete_after::text as "deleteAfter"
from stadtverbund.person where email = :email order by created_at, id`;

const ERASE_SQL = `delete from stadtverbund.person where email = :email`;

const RETENTION_SQL = `delete from stadtverbund.person where delete_after < cast(:today as date) returning 1`;

/** People without an account. */
export const people: PersonalData = {
  name: 'people',
  what: {
    de: 'Menschen ohne Konto: E-Mail-Adresse, auf Wunsch Name und Telefonnummer, Sprache, Anlass',
    en: 'People without an account: e-mail address, optionally name and phone number, language, occasion',
  },
  whose: {
    de: 'Bürgerinnen und Bürger, die etwas melden, zusagen oder anfragen',
    en: 'Citizens who report, pledge or ask for something',
  },
  purpose: {
    de: 'Das Anliegen bestätigen lassen, bearbeiten und beantworten',
    en: 'Having their concern confirmed, handling it and answering it',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. b DSGVO (auf Anfrage der Person), bei gesetzlichen Meldungen Buchst. c',
    en: 'GDPR Art. 6 (1) (b) (at the request of the person), for notices required by law (c)',
  },
  recipients: {
    de: 'Redaktion; ein Betrieb nur, wenn sich das Anliegen an ihn richtet und die Person es weiß',
    en: 'Editors; a business only if the concern is addressed to it and the person knows',
  },
  deleted: {
    de: 'An dem Tag, der beim Eintragen nach dem Anlass festgelegt wird; in der Nacht danach',
    en: 'On the day that is set by the occasion when they are entered; in the night after it',
  },
  tables: ['stadtverbund.person'],
  keeps: [],
  find: (sql, { email }) =>
    email === undefined ? Promise.resolve([]) : sql<Record<string, unknown>>(FIND_SQL, { email }),
  async erase(sql, { email }) {
    if (email !== undefined) await sql(ERASE_SQL, { email });
  },
  retention: async (sql, today) => (await sql(RETENTION_SQL, { today })).length,
};
