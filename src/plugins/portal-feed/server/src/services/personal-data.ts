import type { PersonalData } from '#src/platform/personal-data/index';

const portals: PersonalData = {
  name: 'portals',
  what: {
    de: 'Abnehmerportale: Name und E-Mail-Adresse für Störungen',
    en: 'Portals: name, and an e-mail address for faults',
  },
  whose: { de: 'Ansprechpersonen von Portalen', en: 'Contact persons of portals' },
  purpose: {
    de: 'Portale beliefern und bei Störungen erreichen',
    en: 'Feeding portals, and reaching them in faults',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. b oder f DSGVO', en: 'GDPR Art. 6 (1) (b) or (f)' },
  recipients: { de: 'Redaktion', en: 'Editors' },
  deleted: { de: 'Mit dem Portal', en: 'With the portal' },
  tables: ['public.portal_feed_portals'],
  keeps: [],
};

const feed: PersonalData = {
  name: 'portal-feed',
  what: {
    de: 'Öffentliche Einträge für Abnehmerportale: Ereignisse, Zustellungen und Auszüge ihrer Antworten',
    en: 'Public listings for portals: events, deliveries, and excerpts of their answers',
  },
  whose: { de: 'Inhaberinnen und Inhaber von Betrieben', en: 'Owners of businesses' },
  purpose: {
    de: 'Einträge, deren Weitergabe zugestimmt wurde, in anderen Portalen zeigen',
    en: 'Showing listings in other portals, where this was agreed to',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. a DSGVO (Einwilligung)', en: 'GDPR Art. 6 (1) (a) (consent)' },
  recipients: { de: 'Abnehmerportale, jedes nach seinem Filter', en: 'Portals, each by its filter' },
  deleted: {
    de: 'Frühere Fassungen nach einem Tag, entfernte Einträge nach 29, Zustellungen nach 30, Löschmeldungen nach 90 Tagen',
    en: 'Former versions after a day, removed listings after 29, deliveries after 30, tombstones after 90 days',
  },
  tables: ['feed_attempt', 'feed_delivery', 'feed_event', 'feed_head'].map(
    (table) => `stadtverbund.${table}`,
  ),
  keeps: [],
};

/** What the portal feed knows of people. */
export const personalData: readonly PersonalData[] = [portals, feed];
