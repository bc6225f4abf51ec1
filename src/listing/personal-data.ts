import type { PersonalData } from '../platform/personal-data';

/** What is published, as far as it is about people: many businesses are one person. */
export const listings: PersonalData = {
  name: 'listings',
  what: {
    de: 'Einträge: Namen, Anschriften und Kontaktdaten von Betrieben, auch Einzelunternehmen; Ansprechstellen; Bilder mit Urheberangabe; Namen in Texten und im Impressum',
    en: 'Listings: names, addresses and contacts of businesses, sole traders included; advisory contacts; pictures with credits; names in texts and in the imprint',
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
  keeps: [],
};
