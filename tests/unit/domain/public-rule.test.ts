import { campaignState, isPublicAt, publicFilters, type PublicFacts } from '../../../src/domain/public-rule';

const NOW = new Date('2026-06-30T12:00:00Z');
const published: PublicFacts = { publishedAt: '2026-01-01T00:00:00Z' };
const BUSINESS = 'api::business.business';
const OFFER = 'api::offer.offer';
const CAMPAIGN = 'api::campaign.campaign';
const CONTACT = 'api::advisory-contact.advisory-contact';

const CASES: [string, string, PublicFacts, boolean][] = [
  ['a draft', BUSINESS, { publishedAt: null }, false],
  ['a published business', BUSINESS, published, true],
  ['a suspended business', BUSINESS, { ...published, publication: 'suspended' }, false],
  ['an archived business', BUSINESS, { ...published, publication: 'archived' }, false],
  ['an offer of a public business', OFFER, { ...published, business: published }, true],
  ['an offer of an unpublished business', OFFER, { ...published, business: { publishedAt: null } }, false],
  [
    'an offer of a suspended business',
    OFFER,
    { ...published, business: { ...published, publication: 'suspended' } },
    false,
  ],
  ['an offer without a business', OFFER, { ...published, business: null }, false],
  ['an offer whose business was not loaded', OFFER, published, false],
  [
    'an offer on its last day',
    OFFER,
    { ...published, business: published, validThrough: '2026-06-30' },
    true,
  ],
  [
    'an offer after its last day',
    OFFER,
    { ...published, business: published, validThrough: '2026-06-29' },
    false,
  ],
  ['a contact after its last day', CONTACT, { ...published, validThrough: '2026-06-29' }, false],
  ['a campaign of a public business', CAMPAIGN, { ...published, business: published }, true],
  ['a campaign of an unpublished business', CAMPAIGN, { ...published, business: null }, false],
  ['a category', 'api::category.category', {}, true],
  ['a membership', 'api::membership.membership', published, false],
  ['a user', 'plugin::users-permissions.user', published, false],
];

test.each(CASES)('%s', (_case, uid, document, expected) => {
  expect(isPublicAt(uid, document, NOW)).toBe(expected);
});

test('the last day ends with the day of the city, not of UTC', () => {
  const offer = { ...published, business: published, validThrough: '2026-06-30' };
  expect(isPublicAt(OFFER, offer, new Date('2026-06-30T21:59:00Z'), 'Europe/Berlin')).toBe(true);
  expect(isPublicAt(OFFER, offer, new Date('2026-06-30T22:01:00Z'), 'Europe/Berlin')).toBe(false);
});

// Enough of Strapi's filter language to evaluate what `publicFilters` builds.
type Filter = Record<string, unknown>;
const matches = (filter: Filter, document: unknown): boolean => {
  const value = (document ?? {}) as Record<string, unknown>;
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return (condition as Filter[]).every((one) => matches(one, document));
    if (key === '$or') return (condition as Filter[]).some((one) => matches(one, document));
    if (key === '$notNull') return document != null;
    if (key === '$null') return document == null;
    if (key === '$gte') return document != null && (document as string) >= (condition as string);
    return document != null && matches(condition as Filter, value[key] ?? null);
  });
};

// Moderation's suspension is no column yet; it reaches the filters with moderation itself.
test.each(CASES.filter(([, , document]) => !JSON.stringify(document).includes('publication')))(
  'the filters agree with the rule about %s',
  (_case, uid, document, expected) => {
    const filters = publicFilters(uid, NOW);
    expect(filters !== null && matches(filters, document)).toBe(expected);
  },
);

test.each([
  ['before its start', { startsAt: '2026-07-01T00:00:00Z', endsAt: '2026-08-01T00:00:00Z' }, 'upcoming'],
  ['at its start', { startsAt: NOW, endsAt: '2026-08-01T00:00:00Z' }, 'running'],
  ['without an end', { startsAt: '2026-01-01T00:00:00Z' }, 'running'],
  ['at its end', { startsAt: '2026-01-01T00:00:00Z', endsAt: NOW }, 'ended'],
  ['after its end', { endsAt: '2026-06-01T00:00:00Z' }, 'ended'],
])('a campaign %s is %#', (_case, campaign, expected) => {
  expect(campaignState(campaign, NOW)).toBe(expected);
});
