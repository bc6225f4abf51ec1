import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  request,
  startedApp,
} from '../../support';
import { statementsDuring } from '../../support/statements';

const BUSINESS = 'api::business.business';

let documentId: string;
let category: string;
let editor: string;

const documents = () => startedApp().strapi.documents(BUSINESS);

const inPanel = (path: string, body: unknown, method = 'POST') =>
  request(`/content-manager/collection-types/${BUSINESS}/${documentId}${path}`, {
    method,
    body,
    token: editor,
  });

/** A public business in both languages. */
beforeAll(async () => {
  await createCityProfile();
  category = (await createCategory()).documentId;
  await startedApp()
    .strapi.documents('api::category.category')
    .update({ documentId: category, locale: 'en', data: { name: 'Category' } });
  editor = (await createAdmin({ role: 'redaktion' })).token;
  documentId = (await createBusiness({ categories: [category] })).documentId;
  await documents().update({ documentId, locale: 'en', data: { summary: 'counts' } });
  await documents().publish({ documentId, locale: '*' });
});

const nothing = (): Promise<void> => Promise.resolve();
const save = (summary: string) => inPanel('', { summary }, 'PUT');
const read = (query = '') => request(`/api/businesses/${documentId}${query}`);

// What is cached for a few seconds (the city, counts of a version) is read again in some runs.
const READ_AGAIN = 10;

// The counts from before there was one pipeline of a write, in this order. Look-ups are cached for a while, so some
// actions run once before they are counted.
it.each<[string, number, () => Promise<unknown>, () => Promise<unknown>]>([
  [
    'creating a draft',
    20,
    nothing,
    () => documents().create({ data: { name: 'Neu', categories: [category] } }),
  ],
  ['changing a text', 40, nothing, () => documents().update({ documentId, data: { summary: 'Eins' } })],
  ['publishing one language', 120, nothing, () => documents().publish({ documentId, locale: 'de' })],
  ['publishing all', 149, nothing, () => documents().publish({ documentId, locale: '*' })],
  ['reading by code', 4, nothing, () => documents().findOne({ documentId })],
  ['saving in the panel', 95, () => save('Warm'), () => save('Zwei')],
  ['publishing in the panel', 262, nothing, () => inPanel('/actions/publish', { summary: 'Drei' })],
  ['reading over REST', 4, read, () => read('?populate=categories')],
  ['unpublishing', 73, nothing, () => documents().unpublish({ documentId, locale: '*' })],
  ['deleting', 46, nothing, () => documents().delete({ documentId, locale: '*' })],
])('%s takes about %i statements', async (_what, most, before, work) => {
  await before();
  const statements = await statementsDuring(work);
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.length).toBeLessThanOrEqual(most + READ_AGAIN);
});
