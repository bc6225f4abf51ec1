import { createBusiness, createCityProfile, graphql } from '../../support';

interface Answer {
  directorySearch: {
    data: {
      name: string;
      openNow: boolean | null;
      distance: number | null;
      categories: { name: string }[];
    }[];
    meta: { pagination: { total: number; nextCursor: string | null } };
  };
}

beforeAll(async () => {
  await createCityProfile();
  await createBusiness({ name: 'Blumen Risse', hours: [{ service: 'on-site', rule: '24/7' }] });
  await createBusiness({ name: 'Café Orchidee', summary: 'Mit Blumen am Fenster' });
});

it('searches over GraphQL as over REST', async () => {
  const { body } = await graphql<Answer>(
    `
      query ($q: String) {
        directorySearch(q: $q, near: "51.5,7.46", sort: "relevance", pageSize: 1) {
          data {
            type
            name
            url
            openNow
            nextChange
            distance
            categories {
              name
            }
            address {
              street
            }
            excerpt {
              text
              highlights
            }
            data
          }
          meta {
            pagination {
              total
              nextCursor
            }
            facets {
              category {
                value
              }
            }
            query
          }
        }
      }
    `,
    { q: 'blumen' },
  );
  const { data, meta } = body.data?.directorySearch ?? { data: [], meta: undefined };
  expect(data).toEqual([expect.objectContaining({ name: 'Blumen Risse', openNow: true })]);
  expect(data[0]?.categories).toHaveLength(1);
  expect(meta?.pagination.total).toBe(2);
  expect(meta?.pagination.nextCursor).not.toBeNull();
});

it('refuses what REST refuses, and names the parameter', async () => {
  const { body } = await graphql(`
    {
      directorySearch(radius: 5) {
        data {
          name
        }
      }
    }
  `);
  const { errors } = body as { errors?: { message: string }[] };
  expect(errors?.[0]?.message).toContain('radius');
});

it('counts the rows of a page as part of the cost of a query', async () => {
  const one = (name: string): string =>
    `${name}: directorySearch(pageSize: 100) { data { categories { slug } district { slug } address { street } location { latitude } excerpt { text } } }`;
  const { body } = await graphql(`{ ${['a', 'b', 'c', 'd'].map(one).join(' ')} }`);
  expect(JSON.stringify(body)).toContain('cost');
});
