import type { PersonalData } from '#src/platform/personal-data/index';

// Time for questions of those who reported, and for reading what was reported before.
const REPORT_DAYS = 90;

const REPORTS_SQL = `
delete from stadtverbund.report where resolved_at < cast(:today as date) - ${REPORT_DAYS} returning 1`;

const reports: PersonalData = {
  name: 'reports',
  what: {
    de: 'Hinweise auf Einträge: Text, auf Wunsch E-Mail-Adresse; wer sie erledigt hat und wie',
    en: 'Reports about listings: text, optionally an e-mail address; who settled them and how',
  },
  whose: {
    de: 'Menschen, die etwas melden oder in einer Meldung genannt werden; Redaktion',
    en: 'People who report something or are named in a report; editors',
  },
  purpose: { de: 'Fehler und Verstöße in Einträgen finden', en: 'Finding errors and violations in listings' },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. e oder f DSGVO, bei rechtswidrigen Inhalten Buchst. c mit Art. 16 DSA',
    en: 'GDPR Art. 6 (1) (e) or (f), for illegal content (c) with DSA Art. 16',
  },
  recipients: {
    de: 'Redaktion; nie der gemeldete Betrieb',
    en: 'Editors; never the business that is reported',
  },
  deleted: {
    de: `${REPORT_DAYS} Tage nachdem sie erledigt sind`,
    en: `${REPORT_DAYS} days after they are settled`,
  },
  tables: ['stadtverbund.report'],
  keeps: [],
  retention: async (sql, today) => (await sql(REPORTS_SQL, { today })).length,
};

const log: PersonalData = {
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
    de: 'Das Protokoll wird nicht von selbst gelöscht; wer gerade liest, nach einer Minute',
    en: 'The log is not deleted on its own; who is reading, after a minute',
  },
  tables: ['stadtverbund.moderation_log', 'stadtverbund.presence', 'stadtverbund.submission'],
  keeps: [],
};

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
};

/** What moderation knows of people. */
export const personalData: readonly PersonalData[] = [reports, log, revisions];
