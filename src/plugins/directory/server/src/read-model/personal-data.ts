import type { PersonalData } from '#src/platform/personal-data/index';
import { sweepWords } from './words';

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
  keeps: [
    {
      what: {
        de: 'einzelne Wörter gelöschter Einträge für Suchvorschläge, ohne Zusammenhang',
        en: 'single words of erased listings for suggestions of the search, without context',
      },
      why: {
        de: 'Ob ein anderer Eintrag sie enthält, wird nachts geprüft; vorgeschlagen wird nur, was noch etwas findet',
        en: 'Whether another listing has them is looked up by night; only what still finds something is suggested',
      },
      until: { de: 'bis zur nächsten Nacht', en: 'until the next night' },
    },
  ],
  retention: async (sql) => {
    const locales = await sql<{ locale: string }>('select distinct locale from stadtverbund.listing');
    return sweepWords(
      sql,
      locales.map(({ locale }) => locale),
    );
  },
};
