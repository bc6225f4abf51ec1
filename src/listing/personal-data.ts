import type { Core } from '@strapi/strapi';
import type { PersonalData } from '../platform/personal-data';
import { documentsOfAccount, documentsWithAddress } from './documents-of-person';
import { releaseRows } from './release-rows';
import { wholeDocuments } from './whole-documents';

const FORGET_HISTORY_SQL = `delete from strapi_history_versions where related_document_id = any(:ids)`;

const REMOVE_ADDRESS_SQL = `update components_contact_contacts set email = null where lower(email) = :email`;

/** What is published, as far as it is about people: many businesses are one person. */
export const listings = (strapi: Core.Strapi): PersonalData => ({
  name: 'listings',
  what: {
    de: 'Einträge: Namen, Anschriften und Kontaktdaten von Betrieben, auch Einzelunternehmen; Ansprechstellen; Bilder mit Urheberangabe; Namen in Texten, im Impressum und auf der Datenschutzseite',
    en: 'Listings: names, addresses and contacts of businesses, sole traders included; advisory contacts; pictures with credits; names in texts, in the imprint and on the privacy page',
  },
  whose: {
    de: 'Inhaberinnen und Inhaber, Ansprechpersonen, Personen auf Bildern und in Texten',
    en: 'Owners, contact persons, people in pictures and texts',
  },
  purpose: {
    de: 'Betriebe der Stadt auffindbar machen und über sie informieren',
    en: 'Making the city’s businesses findable and informing about them',
  },
  legalBasis: {
    de: 'Selbst eingetragen: Art. 6 Abs. 1 Buchst. b DSGVO; aus öffentlichen Quellen: Buchst. e oder f mit Art. 14',
    en: 'Entered by themselves: GDPR Art. 6 (1) (b); from public sources: (e) or (f) with Art. 14',
  },
  recipients: {
    de: 'Die Öffentlichkeit; E-Mail-Adressen von Betrieben werden nicht veröffentlicht',
    en: 'The public; e-mail addresses of businesses are not published',
  },
  deleted: {
    de: 'Mit dem Eintrag; was einmal öffentlich war, wird archiviert und auf Antrag gelöscht',
    en: 'With the listing; what was public once is archived, and deleted on request',
  },
  tables: [
    ...[
      'advisory_contacts',
      'businesses',
      'campaigns',
      'city_profiles',
      'offers',
      'organisations',
      'press_notices',
    ],
    ...[
      'components_legal_accessibilities',
      'components_legal_bodies',
      'components_legal_operators',
      'components_legal_privacies',
    ],
    ...['components_contact_contacts', 'components_contact_phone_lines', 'components_contact_social_links'],
    ...[
      'components_media_pictures',
      'components_place_address',
      'components_provenance_attributions',
      'files',
    ],
    // Former versions, where Strapi’s content history is switched on.
    'strapi_history_versions',
  ].map((table) => `public.${table}`),
  keeps: [
    {
      what: {
        de: 'Einträge, die stehen bleiben sollen oder die noch jemand verwaltet, so wie sie öffentlich waren, mit ihren Bildern',
        en: 'listings that are to remain, or that somebody else still manages, as they were public, with their pictures',
      },
      why: {
        de: 'Wahl der Person; Art. 17 Abs. 3 Buchst. a DSGVO; berufliche Angaben eines bestehenden Betriebs',
        en: 'the person’s choice; GDPR Art. 17 (3) (a); business contacts of an existing business',
      },
      until: { de: 'bis die Redaktion sie löscht', en: 'until the editors delete them' },
    },
  ],
  async find(sql, { accountId, email }) {
    const documents = [
      ...(accountId === undefined ? [] : await documentsOfAccount(strapi, sql, accountId)),
      ...(email === undefined ? [] : await documentsWithAddress(strapi, sql, email)),
    ];
    return wholeDocuments(strapi, documents);
  },
  async erase(sql, { email }) {
    if (email !== undefined) await sql(REMOVE_ADDRESS_SQL, { email });
  },
  async forget(sql, documents) {
    await sql(FORGET_HISTORY_SQL, { ids: documents.map(({ documentId }) => documentId) });
  },
  async release(sql, documents) {
    await sql(FORGET_HISTORY_SQL, { ids: documents.map(({ documentId }) => documentId) });
    await releaseRows(strapi, sql, documents);
  },
});
