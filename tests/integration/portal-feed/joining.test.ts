/** @jest-environment-options {"extraApi": "tests/fixtures/feed-api"} */
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import {
  createBusiness,
  createCityProfile,
  createDocument,
  createPortal,
  feedEvents,
  pullAll,
  request,
  startedApp,
} from '../../support';

const STALL = 'api::market-stall.market-stall';

beforeAll(() => createCityProfile());

const stall = (attributes: Record<string, unknown>) =>
  createDocument(STALL, { label: 'Käsestand', goods: 'Käse', standNumber: 7, takings: 4711, ...attributes });

it('a content type that joins by its schema alone is in the feed', async () => {
  const business = await createBusiness({ syndicationConsent: true });
  const { documentId } = await stall({
    business: business.documentId,
    place: { street: 'Hansaplatz', postcode: '44137', place: 'Dortmund' },
  });
  const { token } = await createPortal({ types: ['market-stall'] });
  const { events } = await pullAll(token);
  expect(events).toMatchObject([
    {
      type: 'market-stall.published',
      data: {
        id: documentId,
        listing: {
          '@type': 'Store',
          name: { de: 'Käsestand' },
          address: { streetAddress: 'Hansaplatz' },
          additionalProperty: [
            { propertyID: 'goods', value: { de: 'Käse' } },
            { propertyID: 'standNumber', value: 7 },
          ],
        },
      },
    },
  ]);
  expect(JSON.stringify(events)).not.toContain('4711');
  const schema = await request<object>('/api/feed/schema/market-stall.published');
  const validate = addFormats(new Ajv2020({ strict: true })).compile(schema.body);
  expect([validate(events[0]), validate.errors]).toEqual([true, null]);
});

it('disappears with its business, and follows its consent', async () => {
  const business = await createBusiness({ syndicationConsent: true });
  const { documentId } = await stall({ business: business.documentId });
  await startedApp()
    .strapi.documents('api::business.business')
    .unpublish({ documentId: business.documentId, locale: '*' });
  expect((await feedEvents({ documentId })).map(({ type }) => type)).toEqual([
    'market-stall.published',
    'market-stall.removed',
  ]);
  const silent = await stall({ business: (await createBusiness()).documentId });
  expect(await feedEvents({ documentId: silent.documentId })).toEqual([]);
});

it('ends with its last day', async () => {
  const business = await createBusiness({ syndicationConsent: true });
  const { documentId } = await stall({ business: business.documentId, validThrough: '2020-01-01' });
  expect(await feedEvents({ documentId })).toEqual([]);
});
