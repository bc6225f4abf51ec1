import type { Core } from '@strapi/strapi';
import type { FoundRow, PersonalData } from '#src/platform/personal-data/index';
import { abandonPending } from './abandon-pending';
import * as SQL from './personal-data.sql';
import { findWithdrawn, releaseWithdrawn } from './withdrawn-of-person';

// As in stadtverbund.forget_moderation_reasons().
const REASON_YEARS = 3;

const log = (strapi: Core.Strapi): PersonalData => ({
  name: 'moderation-log',
  what: {
    de: 'Protokoll der Redaktion: wer welchen Eintrag wann eingereicht, geändert oder entschieden hat, mit Begründung; wer gerade eine Einreichung liest',
    en: 'Log of moderation: who submitted, changed or decided which listing and when, with reasons; who is reading a submission',
  },
  whose: { de: 'Betriebe im Selbsteintrag und Redaktion', en: 'Contributors and editors' },
  purpose: {
    de: 'Entscheidungen nachvollziehbar und überprüfbar machen',
    en: 'Making decisions comprehensible and open to review',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. e oder f DSGVO; Begründungen: Buchst. c mit Art. 17 DSA',
    en: 'GDPR Art. 6 (1) (e) or (f); reasons: (c) with DSA Art. 17',
  },
  recipients: {
    de: 'Redaktion; Betriebe sehen den Grund, nicht den Namen',
    en: 'Editors; businesses see the reason, not the name',
  },
  deleted: {
    de: `Begründungen ${REASON_YEARS} Jahre nach dem Ende des Jahres; Namen und Nummern von Konten mit dem Konto, in der Redaktion bleiben sie; wer gerade liest, nach einer Minute`,
    en: `Reasons ${REASON_YEARS} years after the end of the year; names and ids of accounts with the account, those of editors remain; who is reading, after a minute`,
  },
  tables: ['stadtverbund.moderation_log', 'stadtverbund.presence', 'stadtverbund.submission'],
  keeps: [
    {
      what: {
        de: 'was wann mit einem Eintrag geschah, ohne Namen, und Begründungen der Redaktion',
        en: 'what was done with a listing and when, without names, and the editors’ reasons',
      },
      why: {
        de: 'Art. 17 Abs. 3 Buchst. e DSGVO: Verteidigung von Entscheidungen, bis zur Verjährung (§§ 195, 199 BGB)',
        en: 'GDPR Art. 17 (3) (e): defence of decisions, until claims are time-barred',
      },
      until: {
        de: `Begründungen bis ${REASON_YEARS} Jahre nach dem Ende des Jahres`,
        en: `reasons until ${REASON_YEARS} years after the end of the year`,
      },
    },
  ],
  find: (sql, { accountId }) =>
    accountId === undefined ? Promise.resolve([]) : sql<FoundRow>(SQL.FIND_LOG_SQL, { accountId }),
  async erase(sql, { accountId }) {
    if (accountId === undefined) return;
    await sql(SQL.ERASE_LOG_SQL, { accountId });
    await sql(SQL.ERASE_SUBMITTER_SQL, { accountId });
  },
  async forget(sql, documents) {
    await sql(SQL.FORGET_SUBMISSIONS_SQL, { documents: JSON.stringify(documents) });
  },
  async release(sql, documents) {
    for (const document of documents) await abandonPending(strapi, sql, document);
  },
  retention: async (sql, today) => {
    const [forgotten] = await sql<{ rows: number }>(SQL.FORGET_REASONS_SQL, { today });
    return forgotten?.rows ?? 0;
  },
});

const revisions: PersonalData = {
  name: 'withdrawn-revisions',
  what: {
    de: 'Öffentliche Fassungen von Einträgen, die gesperrt oder archiviert sind',
    en: 'Public versions of listings that are suspended or archived',
  },
  whose: { de: 'Inhaberinnen und Inhaber von Betrieben', en: 'Owners of businesses' },
  purpose: {
    de: 'Einen Eintrag wieder so herstellen, wie er war',
    en: 'Restoring a listing as it was',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. b oder f DSGVO', en: 'GDPR Art. 6 (1) (b) or (f)' },
  recipients: { de: 'Redaktion', en: 'Editors' },
  deleted: {
    de: 'Wenn der Eintrag wieder öffentlich oder gelöscht ist',
    en: 'When the listing is public again, or deleted',
  },
  tables: ['stadtverbund.withdrawn_revision'],
  keeps: [],
  find: (sql, { accountId }) => findWithdrawn(sql, accountId),
  async forget(sql, documents) {
    await sql(SQL.FORGET_WITHDRAWN_SQL, { documents: JSON.stringify(documents) });
  },
  release: releaseWithdrawn,
};

/** What moderation knows of people. */
export const personalData = (strapi: Core.Strapi): readonly PersonalData[] => [log(strapi), revisions];
