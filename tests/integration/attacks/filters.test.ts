/** @jest-environment-options {"ownTemporaryFolder": true} */
import fc from 'fast-check';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createOffer,
  graphql,
  request,
  startedApp,
} from '../../support';
import { graphqlFilters, panelQueries, restQueries } from '../../support/attacks/filters';
import { howMany, patience } from '../../support/attacks/how-many';
import { throwAt, type HostileRequest } from '../../support/attacks/hostile-request';
import { statementsDuring } from '../../support/statements';
import { onDatabase } from '../../support/test-cluster';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

const CATEGORIES = 'businesses_categories_lnk';

let editor: string;

/** More businesses, each with five categories: n joins of them give 5ⁿ rows each. */
async function fill(): Promise<void> {
  const { databaseUrl } = startedApp();
  const columns = await onDatabase(
    databaseUrl,
    `select string_agg(quote_ident(column_name), ', ') as others from information_schema.columns
      where table_name = 'businesses' and column_name not in ('id', 'document_id', 'slug')`,
  );
  const others = String(columns[0]?.['others']);
  await onDatabase(
    databaseUrl,
    `begin; set local session_replication_role = replica;
     insert into businesses (id, document_id, slug, ${others})
       select 100000 + g, 'many' || g, 'many-' || g, ${others}
       from generate_series(1, 2500) g,
         lateral (select ${others} from businesses where published_at is not null limit 1) b;
     insert into ${CATEGORIES} (business_id, category_id)
       select 100000 + g, c.id from generate_series(1, 2500) g, (select id from categories order by id limit 5) c;
     commit; analyze`,
  );
}

beforeAll(async () => {
  await createCityProfile();
  const categories = [];
  for (const word of ['Bar', 'Café', 'Laden', 'Atelier', 'Markt'])
    categories.push((await createCategory({ name: `${word} am Wall` })).documentId);
  await createOffer(await createBusiness({ categories }));
  await createBusiness({ categories: categories.slice(0, 2) });
  await fill();
  editor = (await createAdmin({ role: 'strapi-editor' })).token;
}, 120_000);

const repeated = (count: number, operator = '$and', path = '[categories][name][$containsi]=a'): string =>
  Array.from({ length: count }, (_, at) => `filters[${operator}][${at}]${path}`).join('&');

interface Refused {
  error: { message: string; details: { code: string; errors: { path: string[] }[] } };
}

describe('conditions on lists', () => {
  it.each([
    ['too-many-lists', repeated(6)],
    ['too-many-lists', repeated(11)],
    ['too-many-lists', repeated(6, '$or', '[hours][rule][$contains]=Mo')],
    ['too-many-lists', repeated(3).replaceAll('filters', 'filters[$and][9]') + `&${repeated(4)}`],
    ['too-many-relations', repeated(21, '$or', '[district][name]=a')],
    ['sort-lists', 'sort=categories.name,hours.rule'],
    ['sort-lists', 'sort[0]=categories.name&sort[1]=categories.slug'],
  ])('%s: %s', async (code, parameters) => {
    const { status, body } = await request<Refused>(`/api/businesses?${parameters}`);
    expect(status).toBe(400);
    expect(body.error.details.code).toBe(code);
    expect(body.error.message).toContain(body.error.details.errors[0]?.path[0]);
  });

  it('of populated entries cannot sort by related documents', async () => {
    const sorted = (sort: string) => request<Refused>(`/api/offers?populate[business][sort]=${sort}`);
    const { status, body } = await sorted('district.name');
    expect([status, body.error.details]).toMatchObject([
      400,
      { code: 'sort-relations', errors: [{ path: ['populate', 'business', 'sort'] }] },
    ]);
    expect((await sorted('name')).status).toBe(200);
  });

  it('are counted over all parts of a GraphQL request', async () => {
    const filter =
      '(filters: { and: [{ categories: { name: { contains: "a" } } }, { hours: { rule: { contains: "b" } } }, { categories: { slug: { contains: "c" } } }] })';
    const query = `{ a: businesses${filter} { name } b: businesses${filter.replace('"a"', '"x"')} { name } }`;
    expect((await graphql(query)).text).toContain('too-many-lists');
    expect((await graphql(query.replaceAll('"x"', '"a"'))).body.errors).toBeUndefined();
  });

  it.each([
    ['five', repeated(5)],
    ['five negated', repeated(5, '$and', '[$not][categories][name][$containsi]=xyz')],
    ['five of which one may hold', repeated(5, '$or')],
    ['one, sorted by a list', `${repeated(1)}&sort=categories.name`],
  ])('%s never join a list twice', async (_what, parameters) => {
    const statements = await statementsDuring(async () => {
      const { status } = await request(`/api/businesses?pagination[pageSize]=1&${parameters}`);
      expect(status).toBe(200);
    });
    for (const sql of statements)
      for (const part of sql.split('(select'))
        expect(part.split(CATEGORIES).length - 1).toBeLessThanOrEqual(
          1 + Number(parameters.includes('sort')),
        );
  });

  it('of an editor never join a list twice, however many there are', async () => {
    const before = await takeReadings();
    const statements = await statementsDuring(async () => {
      const path = `/content-manager/collection-types/api::business.business?${repeated(12)}`;
      expect([200, 503]).toContain((await request(path, { token: editor })).status);
    });
    expect(statements.some((sql) => sql.includes(CATEGORIES))).toBe(true);
    for (const sql of statements)
      for (const part of sql.split('(select'))
        expect(part.split(CATEGORIES).length - 1).toBeLessThanOrEqual(1);
    await expectWellbeing(before);
  });

  it('mean the same as in Strapi', async () => {
    const { strapi } = startedApp();
    const name = (value: string) =>
      fc.constantFrom('$contains', '$notContains').map((operator) => ({ [operator]: value }));
    const leaf = fc.oneof(
      fc.record({ categories: fc.record({ name: name('Bar') }) }),
      fc.record({ categories: fc.record({ name: name('Wall'), slug: name('laden') }) }),
      fc.constant({ name: { $contains: '2' } }),
      fc.record({ photos: fc.record({ id: fc.constant({ $notNull: true }) }) }),
      fc.record({ district: fc.record({ name: name('x') }) }),
    );
    const where = fc.letrec<{ any: object }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 2 },
        leaf,
        fc.record({ $and: fc.array(tie('any'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ $or: fc.array(tie('any'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ $not: tie('any') }),
      ),
    })).any;
    const few = { id: { $lt: 100_000 } };
    await fc.assert(
      fc.asyncProperty(fc.tuple(where, where), async ([one, other]) => {
        const asked = { $and: [few, one, other] };
        // Without lifecycles, which include ours.
        const plain = await strapi.db
          .queryBuilder('api::business.business')
          .init({ where: asked, select: ['id'] })
          .execute<{ id: number }[]>();
        const ours = (await strapi.db
          .query('api::business.business')
          .findMany({ where: asked, select: ['id'] })) as { id: number }[];
        const ids = (rows: { id: number }[]) => rows.map(({ id }) => id).sort((a, b) => a - b);
        expect(ids(ours)).toEqual(ids(plain));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('no query stops the server or causes a server error', () => {
  const survive = async (requests: fc.Arbitrary<HostileRequest>): Promise<void> => {
    const before = await takeReadings();
    await fc.assert(
      fc.asyncProperty(requests, async (hostile) => {
        const { status, text } = await throwAt(hostile);
        // 503: it took too long and was cancelled.
        if (status !== undefined && status >= 500 && status !== 503)
          throw new Error(`${status}: ${text.slice(0, 300)}`);
        if (text.includes('INTERNAL_SERVER_ERROR')) throw new Error(text.slice(0, 300));
      }),
      { numRuns: howMany(120), endOnFailure: true },
    );
    await expectWellbeing(before);
  };

  it('by REST', () => survive(restQueries()), patience(300_000));
  it('by GraphQL', () => survive(graphqlFilters()), patience(300_000));
  it('of the admin panel', () => survive(panelQueries(editor)), patience(300_000));
});
