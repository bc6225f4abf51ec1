/** @jest-environment-options {"ownTemporaryFolder": true} */
import fc from 'fast-check';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  graphql,
  request,
  type GraphqlError,
} from '../../support';
import { chain, graphqlNames, graphqlRequests, type ChainEnd } from '../../support/attacks/graphql-documents';
import { howMany, patience } from '../../support/attacks/how-many';
import { throwAt } from '../../support/attacks/hostile-request';
import { statementsDuring } from '../../support/statements';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
  await createDocument('api::district.district', { name: 'Mitte' }, { published: false });
});

describe('fragments', () => {
  const ends: ChainEnd[] = ['field', 'nothing', 'undefined', 'circle'];

  it.each(ends)('that double 60 times and end with %s are refused before anything is read', async (end) => {
    const query = chain(60, 2, end);
    const statements = await statementsDuring(async () => {
      const { status, body } = await graphql(query);
      expect(status).toBe(400);
      expect(body.errors?.[0]?.extensions?.error?.details.code).toBe(
        end === 'circle' ? 'circular-fragment' : 'document-too-large',
      );
      const path = `/graphql?query=${encodeURIComponent(query)}`;
      expect((await request(path, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(400);
    });
    // Lists have a limit; the words of the search, which are read in the meantime, do not.
    expect(statements.filter((sql) => /districts.* limit /s.test(sql))).toEqual([]);
  });

  it.each([
    ['de', /Felder/],
    ['en', /fields/],
  ])('are refused in the language of the reader: %s', async (language, message) => {
    const { body } = await graphql(chain(20, 2, 'field'), undefined, {
      headers: { 'accept-language': language },
    });
    expect(body.errors?.[0]?.message).toMatch(message);
  });

  it('that are not defined are named in a 400', async () => {
    const { status, body } = await graphql('{ districts { ...Nope } }');
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain('Nope');
  });

  it('that are used only a few times are answered', async () => {
    const { status, body } = await graphql(
      '{ districts { ...A ...B } } fragment A on District { name ...B } fragment B on District { slug }',
    );
    expect(status).toBe(200);
    expect(body.data?.['districts']).toEqual([{ name: 'Mitte', slug: 'mitte' }]);
  });
});

it('eight levels are answered, nine are not', async () => {
  const nested = (levels: number): string =>
    `{ categories { ${'parent { '.repeat(levels - 1)} name ${'} '.repeat(levels - 1)} } }`;
  expect((await graphql(nested(8))).status).toBe(200);
  const { status, body } = await graphql(nested(9));
  expect([status, body.errors?.[0]?.extensions?.error?.details.code]).toEqual([400, 'document-too-deep']);
});

it('a variable with the name of a member of every object is only a variable', async () => {
  for (const name of ['Nord', 'Ost', 'West'])
    await createDocument('api::district.district', { name }, { published: false });
  const query = 'query($toString: Int = 2) { districts(pagination: { limit: $toString }) { name } }';
  const all = await graphql<{ districts: unknown[] }>(query, { toString: null });
  const two = await graphql<{ districts: unknown[] }>(query, {});
  expect(all.body.data?.districts).toHaveLength(4);
  expect(two.body.data?.districts).toHaveLength(2);
});

it.each([60, 20_000])('variables nested %i levels deep are refused', async (depth) => {
  const variables = `{"f":${'{"and":['.repeat(depth)}${']}'.repeat(depth)}}`;
  const query = 'query($f: DistrictFiltersInput) { districts(filters: $f) { name } }';
  // The second time the document is known.
  for (const _time of [1, 2]) {
    const { status, body } = await request<{ errors: GraphqlError[] }>('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
    });
    expect([status, body.errors[0]?.extensions]).toEqual([
      400,
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        error: expect.objectContaining({
          details: expect.objectContaining({ code: 'variables-nesting' }) as object,
        }) as object,
      }),
    ]);
  }
});

it(
  'no GraphQL request stops the server or causes a server error',
  async () => {
    const { token } = await createContributor();
    const names = await graphqlNames();
    const before = await takeReadings();
    await fc.assert(
      fc.asyncProperty(graphqlRequests(names, token), async (hostile) => {
        const { status, text } = await throwAt(hostile);
        if (status !== undefined && status >= 500) throw new Error(`${status}: ${text.slice(0, 300)}`);
        if (text.includes('INTERNAL_SERVER_ERROR')) throw new Error(text.slice(0, 300));
      }),
      { numRuns: howMany(250), endOnFailure: true },
    );
    await expectWellbeing(before);
  },
  patience(300_000),
);
