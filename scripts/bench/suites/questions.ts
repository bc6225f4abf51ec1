import type { Client } from 'pg';
import type { LoadRequest } from '../load/load-run';
import { readSeedCity } from '../seed/city';
import { PLANTED_WORDS } from '../seed/made-up-business';
import { randomFrom, type Random } from '../seed/random';
import { SEED } from '../seed/seed-database';
import { COMMON_CATEGORIES, SURNAMES } from '../seed/vocabulary';

/** A published business that the benchmark asks for by name. */
export interface Known {
  name: string;
  documentId: string;
  slug: string;
}

/** Businesses from all over the table, the same for the same seed. */
export async function knownBusinesses(client: Client, count: number): Promise<Known[]> {
  const { rows } = await client.query<Known>(
    `select name, document_id as "documentId", slug from public.businesses
     where published_at is not null and locale = 'de' order by md5(document_id) limit $1`,
    [count],
  );
  return rows;
}

// Enough that 50 connections rarely ask the same thing at the same time.
const DISTINCT = 1_000;

/** This many different requests, random but repeatable. */
const variously = (make: (random: Random) => string, count = DISTINCT): LoadRequest[] => {
  const paths = new Set<string>();
  for (let n = 0; paths.size < count && n < count * 4; n += 1) paths.add(make(randomFrom(SEED, n)));
  return [...paths].map((path) => ({ path }));
};

const query = (parameters: Readonly<Record<string, string | number>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

const search = (parameters: Readonly<Record<string, string | number>>): string =>
  `/api/directory/search?${query(parameters)}`;

const city = readSeedCity();
const categories = Object.keys(COMMON_CATEGORIES);
const categoryNames = city.categories
  .filter(({ slug }) => categories.includes(slug))
  .map(({ name }) => name.de.toLowerCase());

const surname = (random: Random): string => random.pick(SURNAMES).toLowerCase();

/** 25 businesses with their categories, as returned by Strapi's core endpoint. */
export const CORE_LIST: readonly LoadRequest[] = [
  { path: '/api/businesses?pagination[pageSize]=25&populate[categories]=true' },
];

/** The same, page by page, since identical simultaneous requests would be answered once. */
export const CORE_PAGES: readonly LoadRequest[] = Array.from({ length: 100 }, (_, page) => ({
  path: `/api/businesses?pagination[page]=${page + 1}&pagination[pageSize]=25&populate[categories]=true`,
}));

export const coreDetails = (known: readonly Known[]): LoadRequest[] =>
  known.map(({ documentId }) => ({ path: `/api/businesses/${documentId}?populate=*` }));

export const directoryDetails = (known: readonly Known[]): LoadRequest[] =>
  known.map(({ slug }) => ({ path: `/api/directory/listings/business/${slug}` }));

export const CORE_SEARCHES: readonly LoadRequest[] = variously(
  (random) => `/api/businesses?pagination[pageSize]=25&_q=${encodeURIComponent(surname(random))}`,
  50,
);

/**
 * What people type to find a business: its name, or what they remember of it. Something is always found, so that every
 * server gives the same answer; searches that find nothing are in the suite `scale`.
 */
export const searches = (known: readonly Known[]): LoadRequest[] =>
  known.map(({ name }) => ({
    path: search({
      q: name
        .toLowerCase()
        .replace(/[^\p{L}\d -]/gu, '')
        .split(/\s+/)
        .slice(0, 2)
        .join(' '),
      pageSize: 25,
    }),
  }));

/** Lists of a category in a district, a page of 25. */
export const DIRECTORY_LISTS: readonly LoadRequest[] = variously((random) =>
  search({
    type: 'business',
    category: random.pick(categories),
    district: random.pick(city.districts).slug,
    sort: 'name',
    pageSize: 25,
  }),
);

export const MAP: readonly LoadRequest[] = [{ path: '/api/directory/map.geojson' }];

const graphqlList = (start: number): LoadRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: `{ businesses(pagination: { start: ${start}, limit: 25 }) {
  documentId name slug summary categories { name slug } district { name } address { street houseNumber postcode place }
} }`,
  }),
});

export const GRAPHQL: readonly LoadRequest[] = [graphqlList(0)];

export const GRAPHQL_PAGES: readonly LoadRequest[] = Array.from({ length: 100 }, (_, page) =>
  graphqlList(page * 25),
);

const district = (random: Random): string => random.pick(city.districts).slug;

/** Questions that find the same number in 1,000 as in 100,000 businesses. */
export const selective = (known: readonly Known[]): Readonly<Record<string, readonly LoadRequest[]>> => ({
  'rare word': PLANTED_WORDS.map((word) => ({ path: search({ q: word, pageSize: 25 }) })),
  'rare word, nearest first': PLANTED_WORDS.map((word) => ({
    path: search({ q: word, sort: 'distance', near: '51.5139,7.4653', pageSize: 25 }),
  })),
  'one listing': directoryDetails(known.slice(0, 200)),
});

/** Questions whose hits grow with the table, with pages of 25. */
export const BROAD: Readonly<Record<string, readonly LoadRequest[]>> = {
  'common word': categoryNames.slice(0, 10).map((q) => ({ path: search({ q, pageSize: 25 }) })),
  'category by name': categories.slice(0, 10).map((category) => ({
    path: search({ category, sort: 'name', pageSize: 25 }),
  })),
  'within 2 km, nearest first': variously(
    (random) =>
      search({
        near: `${(51.45 + random.next() / 10).toFixed(4)},${(7.4 + random.next() / 10).toFixed(4)}`,
        radius: 2000,
        sort: 'distance',
        pageSize: 25,
      }),
    50,
  ),
  'open now, by name': [{ path: search({ openAt: 'now', sort: 'name', pageSize: 25 }) }],
  'district, delivering': variously(
    (random) => search({ district: district(random), service: 'delivery', pageSize: 25 }),
    12,
  ),
};

/** Words with a letter added, missing or replaced. */
export const TYPOS: readonly LoadRequest[] = [
  'quendelmeir',
  'apoteke',
  'friesör',
  'bäkerei',
  'zwirbelhuba',
].map((q) => ({ path: search({ q, pageSize: 25 }) }));

export const FACETS: readonly LoadRequest[] = [
  { path: search({ facets: 'category,district,service', pageSize: 25 }) },
  { path: search({ q: 'restaurant', facets: 'category,district,service', pageSize: 25 }) },
];

export const SUGGEST: readonly LoadRequest[] = ['ap', 'res', 'quend', 'schul', 'blum'].map((q) => ({
  path: `/api/directory/suggest?${query({ q })}`,
}));
