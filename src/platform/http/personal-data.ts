import type { PersonalData } from '../personal-data';

/** What the reverse proxy writes; the application's own log has no address of anyone. */
export const accessLog: PersonalData = {
  name: 'access-log',
  what: {
    de: 'Zugriffsprotokoll des Servers: wann welche Seite aufgerufen wurde, mit welchem Browser, und die gekürzte Internetadresse (IP)',
    en: 'Access log of the server: when which page was opened, with which browser, and the shortened internet address (IP)',
  },
  whose: { de: 'Alle, die die Website aufrufen', en: 'All who open the website' },
  purpose: {
    de: 'Störungen und Angriffe erkennen und abwehren',
    en: 'Noticing and fending off faults and attacks',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. f DSGVO (sicherer Betrieb)',
    en: 'GDPR Art. 6 (1) (f) (secure operation)',
  },
  recipients: { de: 'Der Hosting-Dienstleister', en: 'The hosting provider' },
  deleted: {
    de: 'Nach den Regeln des Betreibers; empfohlen sind sieben Tage',
    en: 'By the operator’s rules; seven days are advised',
  },
  tables: [],
  keeps: [
    {
      what: { de: 'das Zugriffsprotokoll', en: 'the access log' },
      why: { de: 'Art. 11 DSGVO: Adressen sind gekürzt', en: 'GDPR Art. 11: addresses are shortened' },
      until: {
        de: 'nach den Regeln des Betreibers; empfohlen sind sieben Tage',
        en: 'by the operator’s rules; seven days are advised',
      },
    },
  ],
};
