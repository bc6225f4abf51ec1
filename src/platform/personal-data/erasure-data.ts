import type { PersonalData } from './contract';

/** What erasing itself remembers for a while. */
export const erasures: PersonalData = {
  name: 'erasures',
  what: {
    de: 'Löschungen, die noch auszuführen sind: Nummer des Kontos, bis zur Ausführung seine E-Mail-Adresse; Namen von Dateien, die noch zu entfernen sind',
    en: 'Erasures that are to be done: id of the account, its e-mail address until it is done; names of files that are to be removed',
  },
  whose: { de: 'Menschen, deren Konto gelöscht wird', en: 'People whose account is deleted' },
  purpose: {
    de: 'Jede Löschung zu Ende führen, auch nach einem Absturz',
    en: 'Finishing every erasure, also after a crash',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. c mit Art. 17 DSGVO',
    en: 'GDPR Art. 6 (1) (c) with Art. 17',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: 'Mit der Ausführung, in der Regel nach Minuten',
    en: 'When it is done, as a rule after minutes',
  },
  tables: ['stadtverbund.erasure', 'stadtverbund.erased_file'],
  keeps: [],
};
