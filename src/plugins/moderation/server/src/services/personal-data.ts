import type { PersonalData } from '#src/platform/personal-data/index';

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
export const personalData: readonly PersonalData[] = [log, revisions];
