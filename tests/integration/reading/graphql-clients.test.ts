import { buildSchema, parse, validate, type GraphQLObjectType } from 'graphql';
import {
  createBusiness,
  createCityProfile,
  createDocument,
  createOffer,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { statementsDuring } from '../../support/statements';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
// As @urql/core 6 and @apollo/client 4 send it.
const URQL =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';
const APOLLO = 'application/graphql-response+json,application/json;q=0.9';

let bakery: Stored;
let florist: Stored;

beforeAll(async () => {
  await createCityProfile();
  bakery = await createBusiness({
    name: 'Backstube',
    hours: [{ service: 'on-site', rule: 'Mo-Fr 08:00-18:00' }],
  });
  florist = await createBusiness({ name: 'Blumen' });
  await createOffer(bakery, { title: 'Abholung', kind: 'pickup' });
  await createOffer(bakery, { title: 'Bestellen', kind: 'online-order' });
  await createOffer(bakery, { title: 'Entwurf' }, { published: false });
  await createOffer(florist, { title: 'Sträuße' });
  await createDocument('api::campaign.campaign', {
    business: florist.documentId,
    title: 'Kühlwagen',
    story: 'Damit die Blumen frisch bleiben.',
    goal: 100_000,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2099-01-01T00:00:00Z',
  });
});

const byAddress = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;

describe('GET /api/schema.graphql', () => {
  it('is the schema of what can be read, for caches and code generators', async () => {
    const { status, text, headers } = await request('/api/schema.graphql');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await request('/api/schema.graphql', {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const schema = buildSchema(text);
    expect(schema.getMutationType()).toBeUndefined();
    expect(text).not.toMatch(/Mutation|PublicationStatus|publicationFilter|hasPublishedVersion|password/i);
    const documents = parse(
      '{ businesses(filters: { name: { eq: "x" } }) { offers { title } campaigns { state } } }',
    );
    expect(validate(schema, documents)).toEqual([]);
  });

  it('every field at its root can be asked for', async () => {
    const schema = buildSchema((await request('/api/schema.graphql')).text);
    const fields = Object.values((schema.getQueryType() as GraphQLObjectType).getFields());
    expect(fields.length).toBeGreaterThan(15);
    // `me` is for accounts.
    const open = fields.filter(
      ({ name, args }) => name !== 'me' && args.every(({ type }) => !String(type).endsWith('!')),
    );
    for (const { name } of open) {
      const { body } = await graphql(`{ ${name} { __typename } }`);
      expect([name, body.errors]).toEqual([name, undefined]);
    }
  });
});

describe('a browser at /graphql', () => {
  it.each(['de', 'en'])('sees a page of ours in %s, which needs nothing from elsewhere', async (language) => {
    const { status, text, headers } = await request(`/graphql?locale=${language}`, {
      headers: { accept: BROWSER },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(headers.get('vary')).toMatch(/Accept/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/);
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).not.toMatch(/<style|<script>|style=|onclick|https?:\/\//);
    for (const [, path = ''] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect([path, (await request(path, { headers: { accept: BROWSER } })).status]).toEqual([path, 200]);
  });

  it.each([BROWSER, 'text/html', 'text/html;q=1, application/json;q=0.5'])(
    'never sees Apollo’s page, which asks other hosts: %s',
    async (accept) => {
      for (const path of ['/graphql', '/graphql?query=%7B__typename%7D', '/graphql?locale=xx']) {
        const { text } = await request(path, { headers: { accept } });
        expect([path, /apollo/i.test(text)]).toEqual([path, false]);
      }
    },
  );
});

describe('default clients', () => {
  const query = '{ businesses(sort: "name") { name } }';

  it.each([
    ['urql', URQL],
    ['Apollo Client', APOLLO],
    ['fetch', '*/*'],
  ])('%s is answered by GET and by POST, without a header of its own', async (_name, accept) => {
    const expected = { data: { businesses: [{ name: 'Backstube' }, { name: 'Blumen' }] } };
    const got = await request(byAddress(query), { headers: { accept } });
    expect([got.status, got.body]).toEqual([200, expected]);
    expect(got.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const posted = await request('/graphql', { body: { query }, headers: { accept } });
    expect([posted.status, posted.body]).toEqual([200, expected]);
  });

  it('nothing is written, by whichever way', async () => {
    const mutation = 'mutation { login(input: { identifier: "a", password: "b" }) { jwt } }';
    expect((await request(byAddress(mutation))).status).toBeGreaterThanOrEqual(400);
    const { status } = await request('/graphql', {
      method: 'POST',
      body: `query=${encodeURIComponent(query)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(415);
  });
});

describe('values of enumerations', () => {
  interface Found {
    businesses: { name: string; hours: { service: string }[] }[];
  }

  it.each([
    ['as GraphQL answers', 'eq: "on_site"'],
    ['as REST answers', 'eq: "on-site"'],
    ['in lists', 'in: ["on_site", "phone"]'],
  ])('are found %s', async (_how, filter) => {
    const { body } = await graphql<Found>(
      `{ businesses(filters: { hours: { service: { ${filter} } } }) { name hours { service } } }`,
    );
    expect(body.data?.businesses).toEqual([{ name: 'Backstube', hours: [{ service: 'on_site' }] }]);
  });

  it('are found in nested fields and in the search', async () => {
    const { body } = await graphql<{
      businesses: { offers: unknown[] }[];
      directorySearch: { data: { name: string }[] };
    }>(`
      {
        businesses(filters: { name: { eq: "Backstube" } }) {
          offers(filters: { kind: { eq: "online_order" } }) {
            title
            kind
          }
        }
        directorySearch(service: ["online_order"], type: ["business"]) {
          data {
            name
          }
        }
      }
    `);
    expect(body.errors).toBeUndefined();
    expect(body.data?.businesses[0]?.offers).toEqual([{ title: 'Bestellen', kind: 'online_order' }]);
    expect(body.data?.directorySearch.data).toEqual([{ name: 'Backstube' }]);
  });
});

describe('what belongs to a business', () => {
  interface Found {
    businesses: {
      name: string;
      offers: { title: string }[];
      campaigns: { title: string; state: string }[];
    }[];
  }

  const EVERYTHING = `{ businesses(sort: "name") {
    name offers(sort: "title") { title } campaigns { title state }
  } }`;

  it('is shown with it, and only what is public', async () => {
    const { body } = await graphql<Found>(EVERYTHING);
    expect(body.errors).toBeUndefined();
    expect(body.data?.businesses).toEqual([
      { name: 'Backstube', offers: [{ title: 'Abholung' }, { title: 'Bestellen' }], campaigns: [] },
      {
        name: 'Blumen',
        offers: [{ title: 'Sträuße' }],
        campaigns: [{ title: 'Kühlwagen', state: expect.any(String) as string }],
      },
    ]);
  });

  it('is sorted, filtered and paged as any list', async () => {
    const { body } = await graphql<Found>(`
      {
        businesses(sort: "name") {
          name
          offers(sort: "title:desc", pagination: { limit: 1 }) {
            title
          }
        }
      }
    `);
    expect(body.data?.businesses.map(({ offers }) => offers)).toEqual([
      [{ title: 'Bestellen' }],
      [{ title: 'Sträuße' }],
    ]);
  });

  it('takes as many statements for many businesses as for one', async () => {
    const offers = async (): Promise<number> => {
      const statements = await statementsDuring(async () => {
        // Not from memory
        await graphql(EVERYTHING, undefined, { headers: { 'x-no-cache': '1', cookie: 'a=b' } });
      });
      return statements.filter((sql) => /from "offers" as/.test(sql)).length;
    };
    const before = await offers();
    await createBusiness({ name: 'Café' });
    expect(await offers()).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it('is there at once when it is published, and gone at once', async () => {
    const titles = async () => {
      const { body } = await graphql<Found>(EVERYTHING);
      return body.data?.businesses.find(({ name }) => name === 'Blumen')?.offers.map(({ title }) => title);
    };
    expect(await titles()).toEqual(['Sträuße']);
    const offer = await createOffer(florist, { title: 'Kränze' });
    expect(await titles()).toEqual(['Kränze', 'Sträuße']);
    await startedApp().strapi.documents('api::offer.offer').unpublish({ documentId: offer.documentId });
    expect(await titles()).toEqual(['Sträuße']);
  });

  it('costs as other lists do', async () => {
    const { status, body } = await graphql(`
      {
        businesses(pagination: { pageSize: 100 }) {
          offers {
            business {
              offers {
                business {
                  offers {
                    business {
                      offers {
                        title
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    `);
    expect([status, body.errors?.[0]?.extensions?.error?.details.code]).toEqual([400, 'document-too-costly']);
  });
});
