import { dayAfter, startOfDay } from '#src/domain/period';
import { factsOf } from '#src/listing/domain/facts-of';
import { isSyndicated } from '#src/listing/domain/is-syndicated';
import { momentOfBoundary, nextChangeAt } from '#src/listing/domain/next-change';
import { ourListingTypes } from '../../support/listing-types';

const BERLIN = 'Europe/Berlin';

describe('the start of a day', () => {
  test.each([
    ['in winter', '2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['in summer', '2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['on the day summer time begins', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['on the day after', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['on the day it ends', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['on the day after that', '2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s', (_name, day, expected) => {
    expect(startOfDay(BERLIN, day).toISOString()).toBe(expected);
  });

  it('follows the last of a month and of February', () => {
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual(['2027-01-01', '2028-02-29']);
  });
});

describe('the moment of a boundary', () => {
  test.each([
    ['a last day, over in winter', 'last-day', '2026-01-15', '2026-01-15T23:00:00.000Z'],
    ['a last day, over in summer', 'last-day', '2026-07-15', '2026-07-15T22:00:00.000Z'],
    ['a last day before the clocks go forward', 'last-day', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['a last day on which they have gone forward', 'last-day', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['a last day on which they have gone back', 'last-day', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['the last day of a leap year’s February', 'last-day', '2028-02-29', '2028-02-29T23:00:00.000Z'],
    ['a first day', 'first-day', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['a moment', 'moment', new Date('2026-01-15T22:59:59Z'), '2026-01-15T22:59:59.000Z'],
  ] as const)('of %s', (_what, kind, value, expected) => {
    expect(new Date(momentOfBoundary(kind, value, BERLIN)).toISOString()).toBe(expected);
  });
});

describe('the next change with time', () => {
  const types = ourListingTypes();
  const now = new Date('2026-06-01T10:00:00Z');
  const OFFER = 'api::offer.offer';
  const CAMPAIGN = 'api::campaign.campaign';

  test.each([
    ['an offer ends with its last day', OFFER, { validThrough: '2026-06-03' }, '2026-06-03T22:00:00.000Z'],
    ['an offer without an end stays', OFFER, { validThrough: null }, null],
    ['an offer that has ended stays ended', OFFER, { validThrough: '2026-05-30' }, null],
    ['a type that does not end', 'api::press-notice.press-notice', { validThrough: '2026-06-03' }, null],
    [
      'a campaign begins before it ends',
      CAMPAIGN,
      { startsAt: '2026-06-02T00:00:00.000Z', endsAt: '2026-07-01T00:00:00.000Z' },
      '2026-06-02T00:00:00.000Z',
    ],
    [
      'a running campaign ends',
      CAMPAIGN,
      { startsAt: '2026-05-02T00:00:00.000Z', endsAt: '2026-07-01T00:00:00.000Z' },
      '2026-07-01T00:00:00.000Z',
    ],
  ])('%s', (_name, uid, times, expected) => {
    expect(
      nextChangeAt(types.all.get(uid)?.boundaries ?? [], times, now, BERLIN)?.toISOString() ?? null,
    ).toBe(expected);
  });
});

describe('what may go out in the feed', () => {
  const source = { system: 'osm', externalId: 'n1' };
  const attribution = { text: '© OpenStreetMap' };
  const managed = { documentId: 'managed' };
  test.each([
    ['that of a business that consents', { syndicationConsent: true }, true],
    ['not that of a business that does not', { syndicationConsent: false }, false],
    ['that of an imported one, by its licence', { syndicationConsent: false, source, attribution }, true],
    ['not that of an imported one without a licence', { source, attribution: null }, false],
    ['nothing of a business that is not there', null, false],
    ['not that of an imported one that somebody manages', { ...managed, source, attribution }, false],
    ['not that of one that says no', { ...managed, syndicationConsent: false, source, attribution }, false],
    ['that of one that says yes', { ...managed, syndicationConsent: true, source, attribution }, true],
  ])('%s', (_name, business, expected) => {
    expect(isSyndicated(business, new Set(['managed']))).toBe(expected);
  });
});

describe('the facts of a listing', () => {
  const business = {
    categories: [{ slug: 'bakery' }],
    district: { slug: 'hombruch' },
    address: { postcode: '44225' },
    location: { latitude: 51.48, longitude: 7.46 },
  };
  const above = new Map([['bakery', ['bakery', 'food']]]);
  const facts = {
    categories: ['bakery', 'food'],
    district: 'hombruch',
    postcode: '44225',
    point: { latitude: 51.48, longitude: 7.46 },
  };

  test.each([
    ['are those of its place', business, facts],
    ['that nobody entered are empty', {}, { categories: [], district: null, postcode: null, point: null }],
  ])('%s', (_name, entry, expected) => {
    expect(factsOf(entry, above)).toEqual(expected);
  });
});
