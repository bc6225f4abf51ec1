import type { PersonalData } from '../platform/personal-data';

/** What imports remember. */
export const imports: PersonalData = {
  name: 'imports',
  what: {
    de: 'Importierte Datensätze: was eine Quelle wie OpenStreetMap zu einem Betrieb zuletzt gesagt hat',
    en: 'Imported records: what a source such as OpenStreetMap last said of a business',
  },
  whose: { de: 'Inhaberinnen und Inhaber von Betrieben', en: 'Owners of businesses' },
  purpose: {
    de: 'Beim nächsten Import nur das ändern, was sich in der Quelle geändert hat',
    en: 'Changing only what has changed in the source at the next import',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. e oder f DSGVO mit Art. 14 (Daten aus öffentlichen Quellen)',
    en: 'GDPR Art. 6 (1) (e) or (f) with Art. 14 (data from public sources)',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: 'Mit dem nächsten Import überschrieben; auf Antrag gelöscht',
    en: 'Overwritten by the next import; deleted on request',
  },
  tables: ['stadtverbund.import_ledger'],
  keeps: [],
};
