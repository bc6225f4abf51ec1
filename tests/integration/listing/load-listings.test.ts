import { loadListings, listingUrl } from '#src/listing/index';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createOffer,
  request,
  startedApp,
} from '../../support';

const BUSINESS = 'api::business.business';
const OFFER = 'api::offer.offer';
const CATEGORY = 'api::category.category';

const load = (uid: string, ...documentIds: string[]) =>
  loadListings(startedApp().strapi, uid, documentIds, new Date());

/** How many statements Strapi's connection sent while `work` ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { connection } = startedApp().strapi.db;
  let count = 0;
  const countOne = (): void => void count++;
  connection.on('query', countOne);
  await work();
  connection.removeListener('query', countOne);
  return count;
}

beforeAll(() => createCityProfile());

describe('a listing', () => {
  it('of a business has its facts, languages and parts, and nothing private', async () => {
    const food = await createCategory({ name: 'Essen' });
    const bakery = await createCategory({ name: 'Bäckerei', parent: food.documentId });
    const { documentId } = await createBusiness({
      name: 'Backhaus Probe',
      categories: [bakery.documentId],
      source: { system: 'osm', externalId: 'n1' },
      attribution: { text: '© OpenStreetMap' },
      hours: [{ service: 'on-site', rule: 'Mo-Fr 08:00-18:00' }],
    });
    const listing = (await load(BUSINESS, documentId)).get(documentId);
    expect(listing).toMatchObject({
      uid: BUSINESS,
      type: 'business',
      slug: 'backhaus-probe',
      locales: ['de'],
      syndicated: true,
      facts: { categories: [bakery.slug, food.slug].sort() },
      publicUntil: null,
    });
    const entry = listing?.entries.de;
    expect(entry).toMatchObject({
      name: 'Backhaus Probe',
      hours: [{ rule: 'Mo-Fr 08:00-18:00' }],
      categories: [{ name: 'Bäckerei' }],
    });
    expect(entry).not.toHaveProperty('source');
    expect(listing?.firstPublishedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(listing && listingUrl(startedApp().strapi, listing)).toMatch(/\/betriebe\/backhaus-probe$/);
  });

  it('of an offer shows its business and takes its facts from there', async () => {
    const category = await createCategory({ name: 'Blumen' });
    const business = await createBusiness({ name: 'Blumen Probe', categories: [category.documentId] });
    const { documentId } = await createOffer(business, { validThrough: '2099-12-31' });
    const listing = (await load(OFFER, documentId)).get(documentId);
    expect(listing?.entries.de?.business).toMatchObject({
      name: 'Blumen Probe',
      categories: [{ name: 'Blumen' }],
    });
    expect(listing?.facts.categories).toEqual([category.slug]);
    expect(listing?.publicUntil?.toISOString()).toBe('2099-12-31T23:00:00.000Z');
  });

  it('of an offer until the last day that can be written has no end, and holds nothing up', async () => {
    const { documentId } = await createOffer(await createBusiness(), { validThrough: '9999-12-31' });
    expect((await load(OFFER, documentId)).get(documentId)?.publicUntil).toBeNull();
    for (const path of [`/api/offers/${documentId}`, `/api/directory/listings/offer/${documentId}`])
      expect((await request(path)).status).toBe(200);
  });

  it('does not exist for what the public does not see', async () => {
    const draft = await createBusiness({}, { published: false });
    const ended = await createOffer(await createBusiness(), { validThrough: '2020-01-01' });
    expect((await load(BUSINESS, draft.documentId)).size).toBe(0);
    expect((await load(OFFER, ended.documentId)).size).toBe(0);
  });

  it('keeps the time of its first publication, whatever is published later', async () => {
    const { documentId } = await createBusiness();
    const first = (await load(BUSINESS, documentId)).get(documentId)?.firstPublishedAt;
    await startedApp().strapi.documents(BUSINESS).publish({ documentId, locale: 'de' });
    expect((await load(BUSINESS, documentId)).get(documentId)?.firstPublishedAt).toEqual(first);
  });

  it('takes as many statements as three', async () => {
    const ids: string[] = [];
    for (const name of ['Eins', 'Zwei', 'Drei']) {
      const category = await createCategory({ name: `Sparte ${name}` });
      ids.push((await createBusiness({ name, categories: [category.documentId] })).documentId);
    }
    // After the commit, Strapi reads what it has published again for its own events.
    await load(BUSINESS, ...ids);
    const one = await statementsOf(() => load(BUSINESS, ids[0] ?? ''));
    expect(await statementsOf(() => load(BUSINESS, ...ids))).toBe(one);
    expect(one).toBeLessThan(20);
  });
});

it('a listing in a new language is among the locales', async () => {
  const { documentId } = await createCategory({ name: 'Handwerk' });
  await startedApp()
    .strapi.documents(CATEGORY)
    .update({ documentId, locale: 'en', data: { name: 'Crafts' } });
  const business = await createBusiness({ categories: [documentId] }, { published: false });
  const documents = startedApp().strapi.documents(BUSINESS);
  await documents.update({ documentId: business.documentId, locale: 'en', data: { summary: 'English' } });
  await documents.publish({ documentId: business.documentId, locale: '*' });
  const listing = (await load(BUSINESS, business.documentId)).get(business.documentId);
  expect(listing?.locales).toEqual(['de', 'en']);
  expect(listing?.entries.en).toMatchObject({ summary: 'English', categories: [{ name: 'Crafts' }] });
});
