import type { FoundRow, PersonalData } from '#src/platform/personal-data/index';

const FIND_PORTALS_SQL = `
select name, contact_email as "contactEmail" from portal_feed_portals where lower(contact_email) = :email order by id`;

// To whom listings of an account's businesses, and what belongs to them, have gone.
const FIND_DELIVERIES_SQL = `
select p.name as portal, d.type, d.document_id as "documentId", d.delivered_at as "deliveredAt"
from stadtverbund.feed_delivery d left join portal_feed_portals p on p.document_id = d.portal_id
where d.delivered_at is not null and d.document_id in (
  select m.business from memberships m join memberships_user_lnk l on l.membership_id = m.id where l.user_id = :accountId
  union select s.document_id from stadtverbund.submission s join memberships m on m.business = s.business_document_id
    join memberships_user_lnk l on l.membership_id = m.id where l.user_id = :accountId)
order by d.delivered_at`;

const FORGET_SQL = `select stadtverbund.feed_forget(cast(:ids as text[]))`;

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
  keeps: [
    {
      what: { de: 'die Ansprechperson eines Portals', en: 'the contact person of a portal' },
      why: {
        de: 'Vertrag mit dem Portal; es nennt der Redaktion eine andere Person',
        en: 'contract with the portal, which names another person to the editors',
      },
      until: { de: 'bis eine andere eingetragen ist', en: 'until another one is entered' },
    },
  ],
  find: (sql, { email }) =>
    email === undefined ? Promise.resolve([]) : sql<FoundRow>(FIND_PORTALS_SQL, { email }),
};

const feed: PersonalData = {
  name: 'portal-feed',
  what: {
    de: 'Öffentliche Einträge für andere Portale: was sich geändert hat, was wann an welches Portal ging und was es geantwortet hat',
    en: 'Public listings for other portals: what has changed, what was sent when to which of them, and what it answered',
  },
  whose: { de: 'Inhaberinnen und Inhaber von Betrieben', en: 'Owners of businesses' },
  purpose: {
    de: 'Einträge, deren Weitergabe zugestimmt wurde, in anderen Portalen zeigen',
    en: 'Showing listings in other portals, where this was agreed to',
  },
  legalBasis: { de: 'Art. 6 Abs. 1 Buchst. a DSGVO (Einwilligung)', en: 'GDPR Art. 6 (1) (a) (consent)' },
  recipients: { de: 'Abnehmerportale, jedes nach seinem Filter', en: 'Portals, each by its filter' },
  deleted: {
    de: 'Frühere Fassungen nach einem Tag, entfernte Einträge nach 29, Sendungen nach 30, Nachrichten über Löschungen nach 90 Tagen',
    en: 'Former versions after a day, removed listings after 29, what was sent after 30, notices of removal after 90 days',
  },
  tables: ['feed_attempt', 'feed_delivery', 'feed_event', 'feed_head'].map(
    (table) => `stadtverbund.${table}`,
  ),
  keeps: [
    {
      what: {
        de: 'zu entfernten Einträgen: Art, Kategorien, Stadtteil, Postleitzahl und Lage, ohne Namen und Inhalt',
        en: 'of removed listings: type, categories, district, postcode and position, without name and content',
      },
      why: {
        de: 'damit jedes Portal, das den Eintrag hatte, die Löschmeldung bekommt (Art. 19 DSGVO)',
        en: 'so that every portal that had the listing gets its removal (GDPR Art. 19)',
      },
      until: { de: '29 Tage', en: '29 days' },
    },
  ],
  find: (sql, { accountId }) =>
    accountId === undefined ? Promise.resolve([]) : sql<FoundRow>(FIND_DELIVERIES_SQL, { accountId }),
  async forget(sql, documents) {
    await sql(FORGET_SQL, { ids: documents.map(({ documentId }) => documentId) });
  },
};

/** What the portal feed knows of people. */
export const personalData: readonly PersonalData[] = [portals, feed];
