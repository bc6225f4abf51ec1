import fc from 'fast-check';
import { startOfDay } from '#src/domain/period';
import { campaignState } from '#src/domain/campaign-state';
import { isPublicAt, publicFilters, type PublicFacts, type PublicRule } from '#src/domain/public-rule';
import { ourListingTypes } from '../../support/listing-types';

const types = ourListingTypes();
const ruleOf = (uid: string): PublicRule | undefined => types.public.get(uid)?.rule;

const NOW = new Date('2026-06-30T12:00:00Z');
const published: PublicFacts = { publishedAt: '2026-01-01T00:00:00Z' };
const BUSINESS = 'api::business.business';
const OFFER = 'api::offer.offer';
const CAMPAIGN = 'api::campaign.campaign';
const CONTACT = 'api::advisory-contact.advisory-contact';

const NOTICE = 'api::press-notice.press-notice';

const CASES: [string, string, PublicFacts, boolean][] = [
  ['a draft', BUSINESS, { publishedAt: null }, false],
  ['a published business', BUSINESS, published, true],
  ['an offer of a public business', OFFER, { ...published, business: published }, true],
  ['an offer of an unpublished business', OFFER, { ...published, business: { publishedAt: null } }, false],
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
  ['a notice without a day', NOTICE, published, true],
  ['a notice of tomorrow', NOTICE, { ...published, publishedOn: '2026-07-01' }, false],
  ['a notice of today', NOTICE, { ...published, publishedOn: '2026-06-30' }, true],
  ['a notice of long ago', NOTICE, { ...published, publishedOn: '2020-01-01' }, true],
  ['a draft of a notice of today', NOTICE, { publishedAt: null, publishedOn: '2026-06-30' }, false],
  ['a category', 'api::category.category', {}, true],
  ['a membership', 'api::membership.membership', published, false],
  ['a user', 'plugin::users-permissions.user', published, false],
];

test.each(CASES)('%s', (_case, uid, document, expected) => {
  expect(isPublicAt(ruleOf(uid), document, NOW)).toBe(expected);
});

test('the last day ends with the day of the city, not of UTC', () => {
  const offer = { ...published, business: published, validThrough: '2026-06-30' };
  expect(isPublicAt(ruleOf(OFFER), offer, new Date('2026-06-30T21:59:00Z'), 'Europe/Berlin')).toBe(true);
  expect(isPublicAt(ruleOf(OFFER), offer, new Date('2026-06-30T22:01:00Z'), 'Europe/Berlin')).toBe(false);
});

test('a notice appears with the day of the city, on every day of the year, also when the clocks change', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
      (date, timeZone) => {
        const publishedOn = date.toISOString().slice(0, 10);
        const begins = startOfDay(timeZone, publishedOn);
        const isPublic = (ms: number): boolean =>
          isPublicAt(
            ruleOf(NOTICE),
            { ...published, publishedOn },
            new Date(begins.getTime() + ms),
            timeZone,
          );
        expect([isPublic(-1), isPublic(0)]).toEqual([false, true]);
      },
    ),
  );
});

// Enough of Strapi's filter language to evaluate what `publicFilters` builds; dates compare as Strapi stores them. As
// in a left join, every column of a relation that is not there is null.
type Filter = Record<string, unknown>;
const matches = (filter: Filter, document: unknown): boolean =>
  Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return (condition as Filter[]).every((one) => matches(one, document));
    if (key === '$or') return (condition as Filter[]).some((one) => matches(one, document));
    if (key === '$notNull') return document != null;
    if (key === '$null') return document == null;
    if (key === '$lte') return document != null && (document as string) <= (condition as string);
    if (key === '$gte') return document != null && (document as string) >= (condition as string);
    if (key === '$gt') return document != null && (document as string) > (condition as string);
    return matches(condition as Filter, (document as Record<string, unknown> | null)?.[key] ?? null);
  });

test.each(CASES)('the filters agree with the rule about %s', (_case, uid, document, expected) => {
  const filters = publicFilters(ruleOf(uid), NOW);
  expect(filters !== null && matches(filters, document)).toBe(expected);
});

// Whatever a schema may define: any mixture of bounds, days and moments, and a business under any name.
const bound = (attribute: string) =>
  fc.option(fc.constantFrom({ attribute, kind: 'day' as const }, { attribute, kind: 'moment' as const }), {
    nil: undefined,
  });
const ownRule = fc.record({ drafts: fc.boolean(), from: bound('begins'), through: bound('ends') });
const anyRule: fc.Arbitrary<PublicRule> = fc.record({
  drafts: fc.boolean(),
  from: bound('begins'),
  through: bound('ends'),
  business: fc.option(fc.record({ attribute: fc.constantFrom('business', 'employer'), rule: ownRule }), {
    nil: undefined,
  }),
});

// Days and moments around NOW, including the exact millisecond.
const around = fc.constantFrom(-86_400_000, -1, 0, 1, 86_400_000).map((ms) => new Date(NOW.getTime() + ms));
const valueOf = (rule: PublicRule['from'], at: Date): string =>
  rule?.kind === 'day' ? at.toISOString().slice(0, 10) : at.toISOString();

const documentOf = (rule: PublicRule): fc.Arbitrary<Record<string, unknown>> =>
  fc.record({
    id: fc.constant(1),
    publishedAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z'),
    begins: fc.option(around.map((at) => valueOf(rule.from, at))),
    ends: fc.option(around.map((at) => valueOf(rule.through, at))),
  });

test('the filters agree with any rule about any document', () => {
  const cases = anyRule.chain((rule) =>
    fc.record({
      rule: fc.constant(rule),
      own: documentOf(rule),
      business: rule.business ? fc.option(documentOf(rule.business.rule)) : fc.constant(null),
    }),
  );
  fc.assert(
    fc.property(cases, ({ rule, own, business }) => {
      const document = { ...own, ...(rule.business ? { [rule.business.attribute]: business } : {}) };
      const filters = publicFilters(rule, NOW);
      expect(filters !== null && matches(filters, document)).toBe(isPublicAt(rule, document, NOW));
    }),
  );
});

test.each([
  ['before its start', { startsAt: '2026-07-01T00:00:00Z', endsAt: '2026-08-01T00:00:00Z' }, 'upcoming'],
  ['at its start', { startsAt: NOW, endsAt: '2026-08-01T00:00:00Z' }, 'running'],
  ['without an end', { startsAt: '2026-01-01T00:00:00Z' }, 'running'],
  ['at its end', { startsAt: '2026-01-01T00:00:00Z', endsAt: NOW }, 'ended'],
  ['after its end', { endsAt: '2026-06-01T00:00:00Z' }, 'ended'],
])('a campaign %s is %#', (_case, campaign, expected) => {
  expect(campaignState(campaign, NOW)).toBe(expected);
});
