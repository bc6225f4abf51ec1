import type { Core } from '@strapi/strapi';
import type { FoundRow, PersonalData } from '#src/platform/personal-data/index';
import { eraseManager } from './erase-manager';
import { findManager } from './find-manager';
import * as SQL from './personal-data.sql';

// Time to ask what became of it.
const INVITATION_DAYS = 30;

const INVITATIONS_SQL = `
delete from stadtverbund.invitation
where coalesce(accepted_at, ends_at) < cast(:today as date) - ${INVITATION_DAYS} returning 1`;

const CONTRIBUTORS = {
  de: 'Inhaberinnen, Inhaber und Beschäftigte von Betrieben',
  en: 'Owners and staff of businesses',
};

const invitations: PersonalData = {
  name: 'invitations',
  what: {
    de: 'Einladungen, einen Betrieb mit zu verwalten: E-Mail-Adresse, wer einlädt, Zeitpunkte',
    en: 'Invitations to manage a business: e-mail address, who invites, times',
  },
  whose: { de: 'Eingeladene Personen', en: 'People who are invited' },
  purpose: { de: 'Einen Betrieb gemeinsam verwalten', en: 'Managing a business together' },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. f DSGVO (auf Veranlassung des Betriebs; höchstens drei E-Mails am Tag)',
    en: 'GDPR Art. 6 (1) (f) (at the wish of the business; three mails a day at most)',
  },
  recipients: { de: 'Wer denselben Betrieb verwaltet', en: 'Those who manage the same business' },
  deleted: {
    de: `${INVITATION_DAYS} Tage nach der Annahme oder dem Ablauf`,
    en: `${INVITATION_DAYS} days after they were accepted or have expired`,
  },
  tables: ['stadtverbund.invitation'],
  keeps: [],
  find: (sql, who) => sql<FoundRow>(SQL.FIND_INVITATIONS_SQL, { email: null, accountId: null, ...who }),
  async erase(sql, who) {
    await sql(SQL.ERASE_INVITATIONS_SQL, { email: null, accountId: null, ...who });
  },
  async forget(sql, documents) {
    await sql(SQL.FORGET_INVITATIONS_SQL, { ids: documents.map(({ documentId }) => documentId) });
  },
  retention: async (sql, today) => (await sql(INVITATIONS_SQL, { today })).length,
};

const managing = (strapi: Core.Strapi): PersonalData => ({
  name: 'managing',
  what: {
    de: 'Wer welchen Betrieb verwaltet, seit wann und in welcher Rolle; wer welche Datei hochgeladen hat',
    en: 'Who manages which business, since when and in which role; who has uploaded which file',
  },
  whose: CONTRIBUTORS,
  purpose: {
    de: 'Einträge und Bilder nur von denen ändern lassen, denen sie gehören',
    en: 'Having listings and pictures changed only by those whose they are',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. b DSGVO', en: 'GDPR Art. 6 (1) (b)' },
  recipients: {
    de: 'Redaktion; andere, die denselben Betrieb verwalten',
    en: 'Editors; others who manage the same business',
  },
  deleted: {
    de: 'Wenn die Person den Betrieb nicht mehr verwaltet; bei Dateien mit der Datei',
    en: 'When the person no longer manages the business; for files, with the file',
  },
  tables: ['public.memberships', 'public.memberships_user_lnk', 'stadtverbund.upload_owner'],
  keeps: [],
  find: (sql, { accountId }) => findManager(strapi, sql, accountId),
  async erase(sql, { accountId }, reason, choice) {
    if (accountId !== undefined) await eraseManager(strapi, sql, accountId, reason, choice);
  },
});

/** What self-service knows of people. */
export const personalData = (strapi: Core.Strapi): readonly PersonalData[] => [invitations, managing(strapi)];
