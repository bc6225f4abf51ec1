import type { PersonalData } from '#src/platform/personal-data/index';
import * as EXPORTS from './export/exports.sql';
import * as DELETIONS from './deletion/deletions.sql';

const CONTRIBUTORS = {
  de: 'Inhaberinnen, Inhaber und Beschäftigte von Betrieben, die es verlangen',
  en: 'Owners and staff of businesses who ask for it',
};

const FIND_EXPORT_SQL = `
select asked_at as "askedAt", ready_at as "readyAt", ends_at as "endsAt", bytes::float8 as bytes, language
from stadtverbund.data_export where account_id = :accountId`;

const exportsOfData: PersonalData = {
  name: 'data-exports',
  what: {
    de: 'Auskünfte als ZIP-Datei: alles, was zu einem Konto gespeichert ist, mit eigenen Einträgen und Bildern',
    en: 'Exports as ZIP file: all that is stored about an account, with own listings and pictures',
  },
  whose: CONTRIBUTORS,
  purpose: {
    de: 'Auskunft geben und Daten zum Mitnehmen bereitstellen (Art. 15 und 20 DSGVO)',
    en: 'Giving information and handing over data (GDPR Art. 15 and 20)',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. c DSGVO mit Art. 15 und 20',
    en: 'GDPR Art. 6 (1) (c) with Art. 15 and 20',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: '7 Tage nachdem die Datei fertig ist, mit der nächsten Anforderung oder mit dem Konto',
    en: '7 days after the file is ready, with the next request, or with the account',
  },
  tables: ['stadtverbund.data_export', 'stadtverbund.data_export_part'],
  keeps: [],
  // That there is one. Its content is all the rest.
  find: (sql, { accountId }) =>
    accountId === undefined
      ? Promise.resolve([])
      : sql<Record<string, unknown>>(FIND_EXPORT_SQL, { accountId }),
  async erase(sql, { accountId }) {
    if (accountId !== undefined) await sql(EXPORTS.ERASE_SQL, { accountId });
  },
  retention: async (sql) => (await sql(EXPORTS.RETENTION_SQL)).length,
};

const FIND_DELETION_SQL = `
select asked_at as "askedAt", due_at as "dueAt", listings
from stadtverbund.account_deletion where account_id = :accountId`;

const deletions: PersonalData = {
  name: 'account-deletions',
  what: {
    de: 'Vorgemerkte Löschungen von Konten: Konto, Tag, was mit den Einträgen geschieht',
    en: 'Accounts that are to be deleted: account, day, what becomes of the listings',
  },
  whose: CONTRIBUTORS,
  purpose: {
    de: 'Eine Woche Bedenkzeit geben, bevor endgültig gelöscht wird',
    en: 'Giving a week to change one’s mind before everything is deleted for good',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. c DSGVO mit Art. 17',
    en: 'GDPR Art. 6 (1) (c) with Art. 17',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: 'Nach 7 Tagen mit dem Konto, oder wenn die Person es sich anders überlegt',
    en: 'After 7 days with the account, or when the person changes their mind',
  },
  tables: ['stadtverbund.account_deletion'],
  keeps: [],
  find: (sql, { accountId }) =>
    accountId === undefined
      ? Promise.resolve([])
      : sql<Record<string, unknown>>(FIND_DELETION_SQL, { accountId }),
  async erase(sql, { accountId }) {
    if (accountId !== undefined) await sql(DELETIONS.REMOVE_SQL, { accountId });
  },
};

const LOG_YEARS = 3;

const LOG_SQL = `
delete from stadtverbund.data_request where at <= now() - interval '${LOG_YEARS} years' returning 1`;

const requests: PersonalData = {
  name: 'data-requests',
  what: {
    de: 'Protokoll der Auskünfte und Löschungen: was, wann, durch wen aus der Redaktion; keine Angaben zur betroffenen Person',
    en: 'Log of information and erasure: what, when, by which editor; nothing about the person concerned',
  },
  whose: { de: 'Redaktion', en: 'Editors' },
  purpose: {
    de: 'Nachweisen, dass Rechte betroffener Personen erfüllt werden (Art. 5 Abs. 2 DSGVO)',
    en: 'Proving that the rights of people are fulfilled (GDPR Art. 5 (2))',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. c DSGVO mit Art. 5 Abs. 2 und Art. 12 Abs. 3',
    en: 'GDPR Art. 6 (1) (c) with Art. 5 (2) and Art. 12 (3)',
  },
  recipients: {
    de: 'Datenschutzbeauftragte, auf Verlangen die Aufsichtsbehörde',
    en: 'Data protection officer; the supervisory authority if it asks',
  },
  deleted: {
    de: `Nach ${LOG_YEARS} Jahren (Verjährung nach § 31 Abs. 2 OWiG mit § 41 BDSG)`,
    en: `After ${LOG_YEARS} years (limitation: § 31 (2) OWiG with § 41 BDSG)`,
  },
  tables: ['stadtverbund.data_request'],
  keeps: [],
  retention: async (sql) => (await sql(LOG_SQL)).length,
};

/** What is known of people because they asked what is known of them. */
export const personalData: readonly PersonalData[] = [deletions, exportsOfData, requests];
