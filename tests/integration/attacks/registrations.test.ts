import * as rules from '#src/extensions/users-permissions/rate-rules';
import { consume } from '#src/platform/rate-limit/rate-limit';
import type { RateRule } from '#src/platform/rate-limit/domain/rule';
import { eventually } from '#tests/support/eventually';
import { allMails, createCityProfile, PASSWORD, request, startedApp } from '#tests/support/index';
import { readTables } from '#tests/support/table-rows';

jest.setTimeout(120_000);

const ADDRESS = '127.0.0.1';
const LEFT = 8;
const MANY = 400;
const AT_ONCE = 50;

let count = 0;

const register = (body: object = {}) => {
  const username = `flut${(count += 1)}`;
  return request('/api/auth/local/register', {
    body: { username, email: `${username}@flut.example`, password: PASSWORD, ...body },
  });
};

/** Leaves so many attempts under a rule. */
async function leave(rule: RateRule, attempts: number): Promise<void> {
  const { strapi } = startedApp();
  await strapi.db.connection.raw('delete from stadtverbund.rate_limit');
  await consume(strapi, rule, ADDRESS, rule.limit - attempts);
}

const rowsByTable = async (): Promise<Map<string, number>> =>
  new Map(
    [...(await readTables(startedApp().databaseUrl, ['public', 'stadtverbund']))].map(([table, { rows }]) => [
      table,
      rows.size,
    ]),
  );

const jobs = async (): Promise<number> =>
  (
    await startedApp().strapi.db.connection.raw<{ rows: { total: number }[] }>(
      `select count(*)::int as total from pgboss.job where name = 'mail'`,
    )
  ).rows[0]?.total ?? 0;

beforeAll(() => createCityProfile());

it.each([
  ['in ten minutes', rules.REGISTER_BY_ADDRESS],
  ['in a day', rules.REGISTER_BY_ADDRESS_A_DAY],
])(
  'of a flood of registrations from one address as many are accounts as the limit says %s, and the others leave no row',
  async (_when, rule) => {
    await leave(rule, LEFT);
    const [before, jobsBefore, mailsBefore] = [await rowsByTable(), await jobs(), allMails().length];
    const statuses: number[] = [];
    for (let sent = 0; sent < MANY; sent += AT_ONCE) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => register()));
      for (const { status, headers } of answers) {
        statuses.push(status);
        if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(LEFT);
    expect(statuses.filter((status) => status === 429)).toHaveLength(MANY - LEFT);

    await eventually('the mails are written', () => allMails().length === mailsBefore + LEFT);
    expect((await jobs()) - jobsBefore).toBe(LEFT);
    const grown = Object.fromEntries(
      [...(await rowsByTable())]
        .map(([table, rows]) => [table, rows - (before.get(table) ?? 0)] as const)
        .filter(([, more]) => more !== 0),
    );
    expect(grown).toEqual({
      'public.up_users': LEFT,
      'public.up_users_role_lnk': LEFT,
      'stadtverbund.secret_link': LEFT,
      // Two for the address, and two for each address that a mail went to.
      'stadtverbund.rate_limit': 2 * LEFT + 1,
    });
  },
);

it('every attempt counts, also one that is refused for what it says', async () => {
  await leave(rules.REGISTER_BY_ADDRESS, 2);
  const statuses = [];
  for (const body of [{ password: 'kurz' }, { email: 'keine' }, {}])
    statuses.push((await register(body)).status);
  expect(statuses).toEqual([400, 400, 429]);
});

it('who is stopped for ten minutes has not used up the day', async () => {
  await leave(rules.REGISTER_BY_ADDRESS, 0);
  for (let tries = 0; tries < 5; tries += 1) expect((await register()).status).toBe(429);
  const { strapi } = startedApp();
  const { limit } = rules.REGISTER_BY_ADDRESS_A_DAY;
  expect((await consume(strapi, rules.REGISTER_BY_ADDRESS_A_DAY, ADDRESS, limit)).ok).toBe(true);
});
