import { Client } from 'pg';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  graphql,
  request,
  startedApp,
  PASSWORD,
} from '../../support';

interface Refused {
  error: { message: string; details: { code: string } };
}

interface Shown {
  rows: { statement_timeout: string }[];
}

interface Raw {
  raw(sql: string): Promise<unknown>;
}

let client: Client;

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
  client = new Client({ connectionString: startedApp().databaseUrl });
  await client.connect();
});
afterAll(() => client.end());

/** Locks tables against reading while `work` runs: readers wait until PostgreSQL cancels the statement. */
async function whileLocked(tables: string, work: () => Promise<void>): Promise<void> {
  await client.query(`begin; lock table ${tables} in access exclusive mode`);
  try {
    await work();
  } finally {
    await client.query('rollback');
  }
}

describe('a statement may take', () => {
  it.each([
    ['five seconds of a request that reads', 'GET', '/api/businesses', '5s'],
    ['five seconds of an editor who reads', 'GET', '/content-manager/collection-types/x', '5s'],
    ['five seconds of GraphQL', 'POST', '/graphql', '5s'],
    ['a minute of a request that writes', 'PUT', '/api/my/businesses/x', '1min'],
  ])('%s', async (_what, method, path, expected) => {
    const { strapi } = startedApp();
    const limit = async (): Promise<unknown> =>
      ((await strapi.db.connection.raw('show statement_timeout')) as unknown as Shown).rows[0]
        ?.statement_timeout;
    const seen: unknown[] = [];
    await strapi.requestContext.run({ method, path } as never, async () => {
      seen.push(await limit());
      await strapi.db.transaction(async ({ trx }) => {
        const { rows } = (await (trx as unknown as Raw).raw('show statement_timeout')) as Shown;
        seen.push(rows[0]?.statement_timeout);
      });
    });
    expect(seen).toEqual([expected, expected]);
    // For jobs and commands, on the same connection.
    expect(await limit()).toBe('0');
  });
});

it('what takes longer is answered 503 with a reason, and log-ins still work', async () => {
  const contributor = await createContributor();
  const editor = await createAdmin({ role: 'strapi-editor' });
  await whileLocked('businesses, stadtverbund.listing', async () => {
    const readers = Array.from({ length: 16 }, (_, at) =>
      request<Refused>(`/api/businesses?filters[name]=x${at}`, { headers: { 'accept-language': 'en' } }),
    );
    const others = [
      request<Refused>('/content-manager/collection-types/api::business.business', { token: editor.token }),
      request<Refused>('/api/directory/search?q=brot'),
    ];
    const asked = graphql('{ businesses { name } }');
    expect(
      (await request('/api/auth/local', { body: { identifier: contributor.email, password: PASSWORD } }))
        .status,
    ).toBe(200);
    for (const answer of await Promise.all([...readers, ...others])) {
      expect([answer.status, answer.body.error.details.code]).toEqual([503, 'took-too-long']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const { status, headers, body } = await asked;
    expect([status, body.errors?.[0]?.extensions?.error?.details.code]).toEqual([503, 'took-too-long']);
    expect(headers.get('retry-after')).toBe('10');
  });
  expect((await request('/api/businesses')).status).toBe(200);
}, 60_000);
