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
  // Strapi keeps what it has looked up once.
  await inPanel('', { summary: 'Warm' }, 'PUT');
  await request(`/api/businesses/${documentId}`);
});

// As counted before there was one pipeline of a write, and up to three for what runs beside; in this order.
it.each([
  ['creating a draft', 23, () => documents().create({ data: { name: 'Neu', categories: [category] } })],
  ['changing a text', 43, () => documents().update({ documentId, locale: 'de', data: { summary: 'Eins' } })],
  ['publishing one language', 120, () => documents().publish({ documentId, locale: 'de' })],
  ['publishing all', 147, () => documents().publish({ documentId, locale: '*' })],
  ['reading by code', 5, () => documents().findOne({ documentId })],
  ['reading over REST', 5, () => request(`/api/businesses/${documentId}?populate=categories`)],
  ['saving in the panel', 98, () => inPanel('', { summary: 'Zwei' }, 'PUT')],
  ['publishing in the panel', 244, () => inPanel('/actions/publish', { summary: 'Drei' })],
  ['unpublishing', 76, () => documents().unpublish({ documentId, locale: '*' })],
  ['deleting', 49, () => documents().delete({ documentId, locale: '*' })],
])('%s takes at most %i statements', async (_what, most, work: () => Promise<unknown>) => {
  const statements = await statementsDuring(work);
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.length).toBeLessThanOrEqual(most);
});
