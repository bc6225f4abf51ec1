/** @jest-environment-options {"ownTemporaryFolder": true, "env": {"RATE_LIMIT_WRITES_PER_DAY": "100000", "RATE_LIMIT_WRITES_PER_MINUTE": "100000"}} */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import fc from 'fast-check';
import { RULE_EVALUATED } from '#src/opening-hours/rule-reader';
import { createBusiness, createCityProfile, createContributor, request, startedApp } from '../../support';
import { howMany } from '../../support/attacks/how-many';
import { throwAt } from '../../support/attacks/hostile-request';
import { anyRule, costlyListing } from '../../support/attacks/opening-rules';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

jest.setTimeout(600_000);

const SECRET = /GEHEIM-\d+/;

let token = '';
let documentId = '';

beforeAll(async () => {
  await createCityProfile();
  ({ documentId } = await createBusiness());
  const contributor = await createContributor();
  token = contributor.token;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: {
        business: documentId,
        user: contributor.id,
        role: 'owner',
        since: '2026-01-01T00:00:00Z',
      } as never,
    });
});

const entry = fc.record(
  {
    service: fc.constantFrom('on-site', 'delivery', 'pickup', 'phone'),
    rule: anyRule,
    validFrom: fc.constantFrom('2026-12-24', '2030-01-01'),
    note: fc.nat({ max: 99 }).map((at) => `GEHEIM-${at}`),
  },
  { requiredKeys: ['service', 'rule'] },
);

const change = (hours: unknown) =>
  throwAt({
    what: JSON.stringify(hours).slice(0, 500),
    method: 'PUT',
    path: `/api/my/businesses/${documentId}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ data: { hours } }),
  });

/** Which rules the instance evaluates in the meantime, and how often. */
async function evaluatedIn(work: () => Promise<unknown>): Promise<string[]> {
  const rules: string[] = [];
  const listener = (message: unknown) => rules.push((message as { rule: string }).rule);
  subscribe(RULE_EVALUATED, listener);
  try {
    await work();
  } finally {
    unsubscribe(RULE_EVALUATED, listener);
  }
  return rules;
}

it('no opening hours stop the instance, and no text in them becomes public', async () => {
  const before = await takeReadings();
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), async (hours) => {
      const { status } = await change(hours);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: howMany(120) },
  );
  for (const path of [
    `/api/businesses/${documentId}?populate=hours`,
    `/api/directory/listings/${documentId}`,
    '/api/directory/search',
    '/api/feed/snapshot',
  ])
    expect((await request(path)).text).not.toMatch(SECRET);
  await expectWellbeing(before);
});

it('a rule is evaluated once for the search and once for JSON-LD, however often it is written', async () => {
  const rule = 'Mo-Fr 07:31-18:29; Sa 08:31-12:29; PH off';
  const hours = ['on-site', 'delivery', 'pickup', 'phone'].flatMap((service) => [
    { service, rule },
    { service, rule, validFrom: '2026-12-24' },
  ]);
  const rules = await evaluatedIn(async () => {
    expect((await change(hours)).status).toBe(200);
    expect((await change([...hours].reverse())).status).toBe(200);
  });
  expect(rules.filter((one) => one === rule).length).toBeLessThanOrEqual(2);
});

it('more entries of a service than anybody needs are refused at the first surplus one', async () => {
  const hours = Array.from({ length: 25 }, () => ({ service: 'on-site', rule: 'Mo 09:00-10:00' }));
  const { status, text } = await change(hours);
  expect(status).toBe(400);
  expect(text).toContain('hours-too-many');
  expect((await change(hours.slice(0, 20))).status).toBe(200);
});

it('of many unreadable entries the first are refused and the others not read', async () => {
  const hours = Array.from({ length: 80 }, (_none, at) => ({
    service: ['on-site', 'delivery', 'pickup', 'phone'][at % 4],
    rule: `${'bis'.repeat(30)}${100_000 + at}`,
  }));
  const { status, text } = await change(hours);
  expect(status).toBe(400);
  expect(text.match(/"code":"hours-malformed","path"/g)).toHaveLength(10);
});

it('a listing is evaluated until its work is used up, however many costly rules it has', async () => {
  const hours = costlyListing(80, 11);
  const rules = await evaluatedIn(async () => expect((await change(hours)).status).toBe(200));
  const costly = rules.filter((rule) => hours.some((one) => one.rule === rule));
  expect(costly.length).toBeGreaterThan(0);
  expect(costly.length).toBeLessThanOrEqual(40);
});
