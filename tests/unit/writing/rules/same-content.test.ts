import { isSameContent } from '#src/writing/rules/same-content';
import type { Entry, GetModel, Model } from '#src/platform/strapi/schema';

const hours: Model = {
  uid: 'time.hours',
  modelType: 'component',
  attributes: { service: { type: 'string' }, rule: { type: 'string' } },
};
const shop: Model = {
  uid: 'api::shop.shop',
  modelType: 'contentType',
  attributes: {
    name: { type: 'string' },
    hours: { type: 'component', component: 'time.hours', repeatable: true },
    district: { type: 'relation', target: 'api::district.district' },
    offers: { type: 'relation', target: 'api::offer.offer', mappedBy: 'shop' },
    image: { type: 'media' },
    updatedAt: { type: 'datetime' },
  },
};
const getModel: GetModel = (uid) => (uid === hours.uid ? hours : shop);

const published: Entry = {
  id: 1,
  updatedAt: '2026-11-01T10:00:00.000Z',
  name: 'Schuhhaus',
  hours: [{ id: 11, service: 'on-site', rule: 'Mo-Fr 09:00-18:00' }],
  district: { id: 3, documentId: 'hombruch' },
  offers: [],
  image: { id: 7, name: 'bild.png' },
};

test.each<[string, Partial<Entry>, boolean]>([
  ['written later', { id: 2, updatedAt: '2026-11-29T10:00:00.000Z' }, true],
  [
    'with rows of its own for the same hours',
    { hours: [{ ...(published['hours'] as Entry[])[0], id: 12 }] },
    true,
  ],
  ['beside other rows of the same district', { district: { id: 4, documentId: 'hombruch' } }, true],
  ['where others point to it', { offers: [{ id: 9, documentId: 'gutschein' }] }, true],
  ['of the same second with another name', { name: 'Schuhhaus Nord' }, false],
  ['with other hours', { hours: [{ id: 11, service: 'on-site', rule: 'Sa 09:00-13:00' }] }, false],
  ['with hours more', { hours: [...(published['hours'] as Entry[]), { id: 12, rule: 'Su off' }] }, false],
  ['in another district', { district: { id: 3, documentId: 'hoerde' } }, false],
  ['without a district', { district: null }, false],
  ['with another picture', { image: { id: 8, name: 'bild.png' } }, false],
])('a draft %s', (_description, difference, isSame) => {
  expect(isSameContent(shop, getModel, { ...published, ...difference }, published)).toBe(isSame);
});
