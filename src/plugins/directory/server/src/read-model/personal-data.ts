import type { PersonalData } from '#src/platform/personal-data/index';

/** What the directory knows of people. */
export const directoryData: PersonalData = {
  name: 'directory',
  what: {
    de: 'Verzeichnis: öffentliche Einträge in der Form, in der gesucht wird',
    en: 'Directory: public listings in the form that is searched',
  },
  whose: { de: 'Inhaberinnen und Inhaber von Betrieben', en: 'Owners of businesses' },
  purpose: { de: 'Suche, Karte und Öffnungszeiten', en: 'Search, map and opening hours' },
  legalBasis: { de: 'Wie bei den Einträgen', en: 'As for listings' },
  recipients: { de: 'Die Öffentlichkeit', en: 'The public' },
  deleted: {
    de: 'Sobald der Eintrag nicht mehr öffentlich ist',
    en: 'As soon as the listing is no longer public',
  },
  tables: ['stadtverbund.listing', 'stadtverbund.listing_word'],
  keeps: [],
};
