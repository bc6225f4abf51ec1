import { startedApp } from './started-app';

let count = 0;

/** A stored document, as `strapi.documents()` returns it. */
export interface Stored {
  id: number;
  documentId: string;
  [attribute: string]: unknown;
}

interface Options {
  /** Whether to publish it (default: true); `false` leaves a draft. */
  published?: boolean;
  locale?: 'de' | 'en';
}

/** The city used by the rules: Dortmund by default. Creates its profile, or changes the existing one. */
export async function createCityProfile(attributes: Record<string, unknown> = {}): Promise<Stored> {
  const documents = startedApp().strapi.documents('api::city-profile.city-profile');
  const data = {
    name: 'Dortmund',
    centre: { latitude: 51.5142, longitude: 7.4653 },
    federalState: 'DE-NW' as const,
    timeZone: 'Europe/Berlin',
    postcodes: ['44135', '44137', '44287'],
    ...attributes,
  };
  const present = await documents.findFirst({ locale: 'de' });
  const stored = present
    ? await documents.update({ documentId: present.documentId, locale: 'de', data })
    : await documents.create({ locale: 'de', data });
  return stored as Stored;
}

/** Creates a category; its name differs each time. */
export async function createCategory(attributes: Record<string, unknown> = {}): Promise<Stored> {
  count += 1;
  return (await startedApp()
    .strapi.documents('api::category.category')
    .create({ locale: 'de', data: { name: `Kategorie ${count}`, ...attributes } })) as Stored;
}

/** Creates a complete business, by default public and in the middle of Dortmund. */
export async function createBusiness(
  attributes: Record<string, unknown> = {},
  options: Options = {},
): Promise<Stored> {
  count += 1;
  const categories = attributes['categories'] ?? [(await createCategory()).documentId];
  return createDocument(
    'api::business.business',
    {
      name: `Bäckerei Muster ${count}`,
      summary: 'Brot und Brötchen',
      address: { street: 'Betenstraße', houseNumber: String(count), postcode: '44137', place: 'Dortmund' },
      location: { latitude: 51.5126, longitude: 7.4661 },
      ...attributes,
      categories,
    },
    options,
  );
}

/** Creates an offer of a business, by default a public delivery. */
export function createOffer(
  business: Stored,
  attributes: Record<string, unknown> = {},
  options: Options = {},
): Promise<Stored> {
  return createDocument(
    'api::offer.offer',
    { business: business.documentId, kind: 'delivery', title: 'Lieferung am selben Tag', ...attributes },
    options,
  );
}

/** Creates a document of any content type through the document service, so under all rules. */
export async function createDocument(
  uid: string,
  data: Record<string, unknown>,
  { published = true, locale = 'de' }: Options = {},
): Promise<Stored> {
  const { strapi } = startedApp();
  // The generated types depend on the uid, which is a parameter here.
  const documents = strapi.documents(uid as 'api::business.business');
  const draft = await documents.create({ locale, data } as Parameters<typeof documents.create>[0]);
  if (!published) return draft as Stored;
  const { entries } = await documents.publish({ documentId: draft.documentId, locale });
  return entries[0] as Stored;
}
