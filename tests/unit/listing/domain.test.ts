import { dayAfter, startOfDay } from '../../../src/domain/period';
import { factsOf } from '../../../src/listing/domain/facts-of';
import { isSyndicated } from '../../../src/listing/domain/is-syndicated';
import { nextChangeAt } from '../../../src/listing/domain/next-change';

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

describe('the next change by time', () => {
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
    expect(nextChangeAt(uid, times, now, BERLIN)?.toISOString() ?? null).toBe(expected);
  });
});

describe('what may leave by the feed', () => {
  const source = { system: 'osm', externalId: 'n1' };
  const attribution = { text: '© OpenStreetMap' };
  const managed = { documentId: 'managed' };
  test.each([
    ['a business that consents', { syndicationConsent: true }, true, true],
    ['a business that does not', { syndicationConsent: false }, true, false],
    ['an imported one, by its licence', { syndicationConsent: false, source, attribution }, true, true],
    ['an imported one without a licence', { source, attribution: null }, true, false],
    ['an offer of a business that consents', { business: { syndicationConsent: true } }, false, true],
    ['an offer of one that does not', { business: { syndicationConsent: false } }, false, false],
    ['an offer without its business', { business: null }, false, false],
    ['what the city says itself', {}, false, true],
    ['an imported one that somebody manages', { ...managed, source, attribution }, true, false],
    ['one that says no to it', { ...managed, syndicationConsent: false, source, attribution }, true, false],
    ['one that consents to it', { ...managed, syndicationConsent: true, source, attribution }, true, true],
    ['an offer of such a one', { business: { ...managed, source, attribution } }, false, false],
    ['an offer of one that nobody manages', { business: { source, attribution } }, false, true],
  ])('%s', (_name, entry, asksConsent, expected) => {
    expect(isSyndicated(entry, asksConsent, new Set(['managed']))).toBe(expected);
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
    ['are its own', business, facts],
    ['of an offer are those of its business', { business }, facts],
    ['that nobody entered are empty', {}, { categories: [], district: null, postcode: null, point: null }],
  ])('%s', (_name, entry, expected) => {
    expect(factsOf(entry, above)).toEqual(expected);
  });
});
