import { endOfDay, startOfDay } from '#src/domain/period';
import { factsOf } from '#src/listing/domain/facts-of';
import { isSyndicated } from '#src/listing/domain/is-syndicated';
import { momentOfBoundary } from '#src/listing/domain/boundaries';
import { onlyPublic } from '#src/listing/domain/only-public';
import { publicUntil, type PublicRule } from '#src/domain/public-rule';
import { attributesOfComponent, ourListingTypes } from '../../support/listing-types';

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

  test.each([
    ['the last of a year', '2026-12-31', '2026-12-31T23:00:00.000Z'],
    ['a leap year’s 28 February', '2028-02-28', '2028-02-28T23:00:00.000Z'],
    ['the last but one that can be written', '9999-12-30', '9999-12-30T23:00:00.000Z'],
    ['the last that can be written, which stands for no end', '9999-12-31', undefined],
  ])('of the day after %s', (_name, day, expected) => {
    expect(endOfDay(BERLIN, day)?.toISOString()).toBe(expected);
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

  it('never comes, of the last day that can be written', () => {
    expect(momentOfBoundary('last-day', '9999-12-31', BERLIN)).toBe(Infinity);
  });
});

describe('until when the public sees a document', () => {
  const day: PublicRule = { drafts: true, through: { attribute: 'lastDay', kind: 'day' } };
  const moment: PublicRule = { drafts: true, through: { attribute: 'endsAt', kind: 'moment' } };
  const owned = (rule: PublicRule): PublicRule => ({
    ...rule,
    business: { attribute: 'employer', rule: moment },
  });
  const END = '2026-06-03T08:30:00.000Z';

  test.each([
    ['its last day is over', day, { lastDay: '2026-06-03' }, '2026-06-03T22:00:00.000Z'],
    ['its moment is there', moment, { endsAt: new Date(END) }, END],
    ['it is changed, where it has no end', day, { lastDay: null }, null],
    ['it is changed, where its end is the last day of all', day, { lastDay: '9999-12-31' }, null],
    ['it is changed, where its type has none', { drafts: true }, { lastDay: '2026-06-03' }, null],
    ['its business ends before it', owned(day), { lastDay: '2026-06-03', employer: { endsAt: END } }, END],
    [
      'it ends before its business',
      owned(day),
      { lastDay: '2026-06-02', employer: { endsAt: END } },
      '2026-06-02T22:00:00.000Z',
    ],
    ['its business ends', owned({ drafts: true }), { employer: { endsAt: END } }, END],
  ] as const)('%s', (_name, rule, document, expected) => {
    expect(publicUntil(rule, document, BERLIN)?.toISOString() ?? null).toBe(expected);
  });
});

describe('what a document shows of others', () => {
  const types = ourListingTypes();
  const now = new Date('2026-06-01T10:00:00Z');
  const TOUR = {
    attributes: {
      best: { type: 'relation', target: 'api::press-notice.press-notice' },
      offers: { type: 'relation', target: 'api::offer.offer' },
      note: { type: 'relation', target: 'api::note.note' },
      place: { type: 'component', component: 'tour.place' },
      title: { type: 'json' },
    },
  };
  const PLACE = { attributes: { notices: { type: 'relation', target: 'api::press-notice.press-notice' } } };
  const shapes = {
    modelOf: (uid: string) => ({
      uid,
      ...({ tour: TOUR, 'tour.place': PLACE }[uid] ?? {
        attributes: types.all.get(uid)?.attributes ?? attributesOfComponent(uid),
      }),
    }),
    ruleOf: (uid: string) => types.public.get(uid)?.rule,
  };
  const seen = (row: object) => onlyPublic(shapes, 'tour', row as Record<string, unknown>, now, BERLIN);
  const publishedAt = '2026-01-01T00:00:00Z';
  const shown = { publishedAt, publishedOn: '2026-06-01' };
  const awaited = { publishedAt, publishedOn: '2026-06-02' };
  const business = { publishedAt, name: 'Backhaus' };

  test.each([
    ['one that is public', { best: shown }, { best: shown }],
    ['not one that waits for its day', { best: awaited }, { best: null }],
    ['nor a draft', { best: { publishedOn: '2026-01-01' } }, { best: null }],
    ['nor one of a type that is never public', { note: { publishedAt } }, { note: null }],
    [
      'of several those that are public',
      {
        offers: [
          { publishedAt, business },
          { publishedAt, business, validThrough: '2026-05-31' },
          { publishedAt },
        ],
      },
      { offers: [{ publishedAt, business }] },
    ],
    [
      'the same within a component',
      { place: { notices: [shown, awaited] } },
      { place: { notices: [shown] } },
    ],
    [
      'the same within another one',
      { offers: [{ publishedAt, business: { ...business, categories: [{ slug: 'a' }] } }] },
      { offers: [{ publishedAt, business: { ...business, categories: [{ slug: 'a' }] } }] },
    ],
    [
      'values as they are',
      { title: { publishedOn: '2099-01-01' }, best: null },
      { title: { publishedOn: '2099-01-01' }, best: null },
    ],
  ])('%s', (_what, row, expected) => {
    expect(seen(row)).toEqual(expected);
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
