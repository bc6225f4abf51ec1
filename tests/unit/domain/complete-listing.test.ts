import { lacksForPublishing } from '#src/domain/complete-listing';
import type { ListingType } from '#src/listing/domain/listing-type';
import { ourListingTypes } from '../../support/listing-types';

const { all } = ourListingTypes();

const lacks = (uid: string, document: Record<string, unknown>) =>
  lacksForPublishing(all.get(uid) as ListingType, document).map(
    ({ path, reason }) => `${path.join('.')} ${reason}`,
  );

const BUSINESS = 'api::business.business';
const business = { name: 'Hofladen', categories: [{ id: 1 }], location: { latitude: 51.5, longitude: 7.5 } };

describe('a business', () => {
  test.each([
    ['a name, a category and a point', business, []],
    [
      'an address for the point',
      { ...business, location: null, address: { street: 'Markt', postcode: '44287' } },
      [],
    ],
    [
      'a house number for the street',
      { ...business, location: null, address: { houseNumber: '5', place: 'Noer' } },
      [],
    ],
    ['half an address and a point', { ...business, address: { street: 'Markt' } }, []],
    [
      'half an address',
      { ...business, location: null, address: { street: 'Markt' } },
      ['address address-or-location-required'],
    ],
    ['no category', { ...business, categories: [] }, ['categories required']],
    ['nothing', {}, ['name required', 'categories required', 'address address-or-location-required']],
    [
      'a bare logo',
      { ...business, logo: { image: { id: 1 } } },
      ['logo.alternativeText required', 'logo.credit required'],
    ],
    [
      'a photo without credit',
      { ...business, photos: [{ image: 1, alternativeText: 'Hof' }] },
      ['photos.0.credit required'],
    ],
  ])('with %s', (_case, document, expected) => {
    expect(lacks(BUSINESS, document)).toEqual(expected);
  });
});

test.each([
  ['an offer of nobody', 'api::offer.offer', { kind: 'pickup', title: 'Abholung' }, ['business required']],
  ['an offer', 'api::offer.offer', { business: { id: 1 }, kind: 'pickup', title: 'Abholung' }, []],
  [
    'a campaign with a bare reward',
    'api::campaign.campaign',
    {
      business: {},
      kind: 'support',
      title: 'x',
      story: 'y',
      startsAt: '2026-01-01',
      rewards: [{ title: 'z', minimumAmount: 0 }, {}],
    },
    ['rewards.1.title required', 'rewards.1.minimumAmount required'],
  ],
  [
    'a contact nobody can reach',
    'api::advisory-contact.advisory-contact',
    { kind: 'hotline', title: 'x' },
    ['phones reachability-required'],
  ],
  [
    'a notice without text',
    'api::press-notice.press-notice',
    { title: 'x', publishedOn: '2026-01-01' },
    ['body required'],
  ],
  ['a category', 'api::category.category', {}, []],
])('%s', (_case, uid, document, expected) => {
  expect(lacks(uid, document)).toEqual(expected);
});
