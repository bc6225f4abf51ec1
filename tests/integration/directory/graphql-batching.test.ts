import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { statementsDuring } from '../../support/statements';

type Node = Record<string, unknown>;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture in the media library. */
async function uploadPicture(): Promise<number> {
  const filepath = join(await mkdtemp(join(tmpdir(), 'picture-')), 'bild.png');
  await writeFile(filepath, PNG);
  const upload: { upload(options: object): Promise<{ id: number }[]> } = startedApp()
    .strapi.plugin('upload')
    .service('upload');
  const files = { filepath, originalFilename: 'bild.png', mimetype: 'image/png', size: PNG.length };
  const [file] = await upload.upload({
    data: { fileInfo: { name: 'bild.png', alternativeText: 'Ein Bild' } },
    files,
  });
  return file?.id ?? 0;
}

let categories: Stored[];
let businesses: Stored[];

beforeAll(async () => {
  await createCityProfile();
  categories = [];
  for (const name of ['Bäckerei', 'Café', 'Konditorei']) categories.push(await createCategory({ name }));
  const district = await createDocument('api::district.district', { name: 'Hörde' }, { published: false });
  const image = await uploadPicture();
  const picture = (caption: string): Node => ({ image, alternativeText: 'Laden', caption, credit: 'Stadt' });
  businesses = [];
  for (let at = 0; at < 30; at += 1)
    businesses.push(
      await createBusiness({
        name: `Laden ${String(at).padStart(2, '0')}`,
        categories: categories.slice(at % 3).map(({ documentId }) => documentId),
        district: district.documentId,
        contact: {
          phone: '0231 1234567',
          website: 'https://example.de',
          socialLinks: [{ network: 'mastodon', url: `https://example.de/${at}` }],
        },
        hours: [
          { service: 'on-site', rule: 'Mo-Fr 09:00-18:00' },
          { service: 'delivery', rule: 'Mo-Sa 10:00-20:00' },
        ],
        logo: picture('Zeichen'),
        photos: at % 2 === 0 ? [picture('Eins'), picture('Zwei')] : [],
      }),
    );
}, 120_000);

const QUERY = /* GraphQL */ `
  query List($limit: Int) {
    businesses(pagination: { limit: $limit }, sort: "name") {
      documentId
      name
      categories {
        documentId
        name
        terms
      }
      district {
        name
        slug
      }
      address {
        street
        postcode
      }
      location {
        latitude
        longitude
      }
      hours {
        service
        rule
        note
        validFrom
      }
      contact {
        phone
        website
        socialLinks {
          network
          url
        }
      }
      logo {
        alternativeText
        caption
        image {
          url
          width
          mime
          formats
        }
      }
      photos {
        caption
        credit
        image {
          documentId
          url
        }
      }
    }
  }
`;

async function listed(query: string, variables: Node = {}): Promise<Node[]> {
  const { body, text } = await graphql<{ businesses: Node[] }>(query, variables);
  if (!body.data) throw new Error(text);
  return body.data.businesses;
}

/** The shape of `wanted`, filled with what REST populates. */
function pick(wanted: unknown, from: unknown): unknown {
  if (Array.isArray(wanted)) return wanted.map((item, at) => pick(item, (from as unknown[])[at]));
  if (typeof wanted !== 'object' || wanted === null) return from;
  return Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => [key, pick(value, (from as Node)[key])]),
  );
}

/**
 * Statements of `work` at a new version, for which nothing is cached. A job of the same Strapi may send others at the
 * same time or move the version, so what two runs have in common is what the work takes.
 */
async function atOneVersion(work: () => Promise<string[]>): Promise<string[]> {
  for (let last: string[] | undefined; ;) {
    await startedApp().strapi.db.connection.raw('update stadtverbund.version set v = v + 1');
    const statements = await work();
    if (last && isDeepStrictEqual(statements, last)) return statements;
    last = statements;
  }
}

/** What a new list takes once another list has filled the cache for this version. */
const statementsOf = (limit: number): Promise<string[]> =>
  atOneVersion(async () => {
    await listed(QUERY, { limit: 5 });
    return statementsDuring(async () => expect(await listed(QUERY, { limit })).toHaveLength(limit));
  });

describe('a GraphQL list with its relations', () => {
  it('takes at most 10 SQL statements for 25 rows', async () => {
    expect((await statementsOf(25)).length).toBeLessThanOrEqual(10);
  });

  it('takes no more for more rows', async () => {
    const few = await statementsOf(2);
    expect(await statementsOf(29)).toHaveLength(few.length);
  });

  it('takes seven more right after a change: permissions, the locales, the default one, the city, its place, its districts, the next change with time', async () => {
    const kept = await statementsOf(28);
    const first = await atOneVersion(() => statementsDuring(() => listed(QUERY, { limit: 28 })));
    expect(first).toHaveLength(kept.length + 7);
  });

  it('says what REST says', async () => {
    const nodes = await listed(QUERY, { limit: 30 });
    const populate = [
      'categories',
      'district',
      'address',
      'location',
      'hours',
      'contact.socialLinks',
      'logo.image',
      'photos.image',
    ];
    const query = populate.map((path, at) => `populate[${at}]=${path}`).join('&');
    const { body } = await request<{ data: Node[] }>(
      `/api/businesses?sort=name&pagination[limit]=30&${query}`,
    );
    expect(nodes).toHaveLength(30);
    // GraphQL has no dash in names: `on_site`.
    const rest = JSON.parse(
      JSON.stringify(pick(nodes, body.data)).replaceAll('on-site', 'on_site'),
    ) as Node[];
    expect(nodes).toEqual(rest);
    expect((nodes[0]?.photos as Node[]).map(({ caption }) => caption)).toEqual(['Eins', 'Zwei']);
  });
});

describe('a nested list', () => {
  const nested = async (args: string, field = 'categories', inner = 'name'): Promise<unknown[]> => {
    const rows = await listed(
      `{ businesses(sort: "name", pagination: { limit: 3 }) { ${field}${args} { ${inner} } } }`,
    );
    return rows.map((row) => (row[field] as Node[]).map((node) => node[inner]));
  };

  it.each([
    ['(filters: { name: { eq: "Café" } })', [['Café'], ['Café'], []]],
    ['(sort: "name:desc")', [['Konditorei', 'Café', 'Bäckerei'], ['Konditorei', 'Café'], ['Konditorei']]],
    ['(pagination: { limit: 1 })', [['Bäckerei'], ['Café'], ['Konditorei']]],
    ['(pagination: { start: 1, limit: 1 })', [['Café'], ['Konditorei'], []]],
    ['(pagination: { page: 2, pageSize: 2 })', [['Konditorei'], [], []]],
    ['(sort: "name:desc", pagination: { limit: 1 })', [['Konditorei'], ['Konditorei'], ['Konditorei']]],
  ])('of relations honours %s for each row', async (args, expected) => {
    expect(await nested(args)).toEqual(expected);
  });

  it.each([
    ['(filters: { service: { eq: "delivery" } })', [['delivery'], ['delivery'], ['delivery']]],
    ['(pagination: { limit: 1 })', [['on_site'], ['on_site'], ['on_site']]],
    ['(sort: "service:asc")', Array(3).fill(['delivery', 'on_site'])],
  ])('of components honours %s for each row', async (args, expected) => {
    expect(await nested(args, 'hours', 'service')).toEqual(expected);
  });

  it('of the same field with two different arguments gives both', async () => {
    const [row] = await listed(
      '{ businesses(sort: "name", pagination: { limit: 1 }) { a: categories(pagination: { limit: 1 }) { name } b: categories(sort: "name:desc") { name } categories_connection { nodes { name } } } }',
    );
    expect(row).toEqual({
      a: [{ name: 'Bäckerei' }],
      b: [{ name: 'Konditorei' }, { name: 'Café' }, { name: 'Bäckerei' }],
      categories_connection: { nodes: [{ name: 'Bäckerei' }, { name: 'Café' }, { name: 'Konditorei' }] },
    });
  });

  it.each([
    [
      'a private attribute in a filter',
      'businesses { categories(filters: { createdBy: { id: { eq: 1 } } }) { name } }',
    ],
    ['a private attribute in a sort', 'businesses { categories(sort: "createdBy.email") { name } }'],
    ['a private component', 'businesses { source { system } }'],
    ['drafts', 'businesses { categories(status: DRAFT) { name } }'],
  ])('refuses %s', async (_what, query) => {
    const { body } = await graphql(`{ ${query} }`);
    expect(body.errors?.length).toBeGreaterThan(0);
  });
});

describe('what a row refers to', () => {
  it('is the published version, and null once there is none', async () => {
    const { strapi } = startedApp();
    const business = await createBusiness({ name: 'Fahrradladen' });
    const offer = await createOffer(business, { title: 'Reparatur' });
    const asked = async (): Promise<unknown> => {
      const query = `{ offers(filters: { documentId: { eq: "${offer.documentId}" } }) { title business { name summary } } }`;
      const { body } = await graphql<{ offers: unknown[] }>(query);
      return body.data?.offers;
    };
    const { documentId } = business;
    await strapi
      .documents('api::business.business')
      .update({ documentId, locale: 'de', data: { summary: 'Nur ein Entwurf' } });
    expect(await asked()).toEqual([
      { title: 'Reparatur', business: { name: 'Fahrradladen', summary: 'Brot und Brötchen' } },
    ]);
    await strapi.documents('api::business.business').unpublish({ documentId, locale: '*' });
    expect(await asked()).toEqual([]);
  });

  it('is answered only where its type may be read', async () => {
    const permissions = startedApp().strapi.db.query('plugin::users-permissions.permission');
    const where = { action: 'api::category.category.find', role: { type: 'public' } };
    const right = (await permissions.findOne({ where, populate: { role: true } })) as {
      id: number;
      role: { id: number };
    };
    await permissions.delete({ where: { id: right.id } });
    try {
      const { body } = await graphql('{ businesses { name categories { name } } }');
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    } finally {
      await permissions.create({ data: { action: where.action, role: right.role.id } });
    }
    expect(await listed('{ businesses { categories { name } } }')).not.toHaveLength(0);
  });
});

describe('lists', () => {
  const page = async (number: number, size: number, more = ''): Promise<string[]> => {
    const path = `/api/businesses?fields=name&pagination[page]=${number}&pagination[pageSize]=${size}${more}`;
    const { body } = await request<{ data: { documentId: string }[] }>(path);
    return body.data.map(({ documentId }) => documentId);
  };
  const everything = async (more = ''): Promise<string[]> => {
    const pages = [];
    for (let number = 1; number <= 5; number += 1) pages.push(await page(number, 9, more));
    return pages.flat();
  };

  it.each(['', '&sort=sizeClass', '&sort[0]=chain:desc', '&sort[0][chain]=asc'])(
    'keep their order%s when something is published again',
    async (sort) => {
      const before = await everything(sort);
      expect(new Set(before).size).toBe(before.length);
      const { documentId } = businesses[0] as Stored;
      const documents = startedApp().strapi.documents('api::business.business');
      await documents.update({ documentId, locale: 'de', data: { summary: `Neu ${sort}` } });
      await documents.publish({ documentId, locale: 'de' });
      expect(await everything(sort)).toEqual(before);
    },
  );

  it('are counted only once while nothing changes', async () => {
    const total = async (number: number): Promise<number> => {
      const { body } = await request<{ meta: { pagination: { total: number } } }>(
        `/api/businesses?pagination[page]=${number}&filters[name][$startsWith]=Laden`,
      );
      return body.meta.pagination.total;
    };
    const isCount = (sql: string): boolean => /\bcount\(/.test(sql);
    expect(await total(1)).toBe(30);
    const again = await statementsDuring(async () => expect(await total(2)).toBe(30));
    expect(again.filter(isCount)).toEqual([]);
    const more = await createBusiness({ name: 'Laden 99' });
    const after = await statementsDuring(async () => expect(await total(1)).toBe(31));
    expect(after.filter(isCount)).toHaveLength(1);
    await startedApp()
      .strapi.documents('api::business.business')
      .delete({ documentId: more.documentId, locale: '*' });
    expect(await total(1)).toBe(30);
  });
});
