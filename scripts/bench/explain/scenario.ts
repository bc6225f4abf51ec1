import type { Known } from '../suites/questions';

/** A request to the running application whose statements are explained. */
export interface Step {
  label: string;
  /** Whether the answer contains everything, so that reading the whole table is right */
  wholeTable?: boolean;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

const search = (query: string): string => `/api/directory/search?${query}`;

/** Every endpoint of the directory with every parameter, selective and broad. */
export const directorySteps = (known: readonly Known[]): Step[] => {
  const [first] = known;
  if (!first) throw new Error('There is no business to ask for: the database is empty.');
  return [
    { label: 'search, rare word', path: search('q=quendelmeier') },
    { label: 'search, rare word and category', path: search('q=quendelmeier+apotheke') },
    { label: 'search, common word', path: search('q=restaurant') },
    { label: 'search, two words', path: search('q=blumen+innenstadt') },
    { label: 'search, prefix', path: search('q=quend') },
    { label: 'search, typo', path: search('q=quendelmeir') },
    { label: 'search, typo in a common word', path: search('q=apoteke') },
    { label: 'search, nothing to be found', path: search('q=xyzzyqwert') },
    { label: 'search, everything', wholeTable: true, path: '/api/directory/search' },
    { label: 'search, by type', path: search('type=advisory-contact') },
    { label: 'search, by category', path: search('category=baeckerei&sort=name') },
    { label: 'search, by rare category', path: search('category=minigolfanlage') },
    { label: 'search, by district', path: search('district=hoerde&sort=name') },
    { label: 'search, by postcode', path: search('postcode=44137') },
    { label: 'search, by service', path: search('service=delivery') },
    { label: 'search, open now', path: search('openAt=now&sort=name') },
    { label: 'search, open now and rare word', path: search('openAt=now&q=quendelmeier') },
    { label: 'search, delivering now', path: search('openAt=now&service=delivery') },
    { label: 'search, within 500 m', path: search('near=51.5139,7.4653&radius=500&sort=distance') },
    { label: 'search, within 50 km', path: search('near=51.5139,7.4653&radius=50000&sort=distance') },
    { label: 'search, nearest with a word', path: search('near=51.5139,7.4653&sort=distance&q=apotheke') },
    { label: 'search, small box', path: search('bbox=7.46,51.51,7.47,51.52') },
    { label: 'search, valid at', path: search('type=offer&validAt=2026-12-24') },
    { label: 'search, by name', path: search('sort=name') },
    { label: 'search, newest', path: search('sort=newest') },
    { label: 'search, page 40', path: search('sort=name&page=40&pageSize=25') },
    { label: 'search, in English', path: search('q=bakery&locale=en') },
    {
      label: 'search, facets of everything',
      wholeTable: true,
      path: search('facets=category,district,service'),
    },
    {
      label: 'search, facets of a common word',
      path: search('q=restaurant&facets=category,district,service'),
    },
    { label: 'suggest', path: '/api/directory/suggest?q=quend' },
    { label: 'suggest, short', path: '/api/directory/suggest?q=ap' },
    { label: 'suggest, typo', path: '/api/directory/suggest?q=apoteke' },
    { label: 'map', wholeTable: true, path: '/api/directory/map.geojson' },
    {
      label: 'map, category and box',
      path: '/api/directory/map.geojson?category=baeckerei&bbox=7.4,51.5,7.5,51.55',
    },
    { label: 'map, rare word', path: '/api/directory/map.geojson?q=quendelmeier' },
    { label: 'listing', path: `/api/directory/listings/business/${first.slug}` },
    { label: 'listing as JSON-LD', path: `/api/directory/listings/business/${first.slug}.jsonld` },
    { label: 'listing as vCard', path: `/api/directory/listings/business/${first.slug}.vcf` },
    { label: 'listing, unknown', path: '/api/directory/listings/business/gibt-es-nicht' },
    { label: 'CSV of a category', path: '/api/directory/search.csv?category=baeckerei' },
    { label: 'stats', wholeTable: true, path: '/api/directory/stats' },
    {
      label: 'GraphQL directorySearch',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ directorySearch(q: "quendelmeier") { data { name } } }' }),
    },
  ];
};

/** The requests of a portal. */
export const feedSteps = (token: string): Step[] => {
  const headers = { authorization: `Bearer ${token}` };
  return [
    { label: 'feed, first page', path: '/api/feed/events?limit=100', headers },
    { label: 'feed, snapshot', wholeTable: true, path: '/api/feed/snapshot', headers },
    { label: 'feed, schema', path: '/api/feed/schema/business.published' },
  ];
};

/** Something done by code in the running application. */
export interface WriteStep {
  label: string;
  wholeTable?: boolean;
  /** Name of the call in recording-app.ts */
  call: string;
  input: unknown;
}

/** What editors do, and what happens at night. */
export const writeSteps = (known: readonly Known[]): WriteStep[] => [
  { label: 'publish a business', call: 'publish', input: known[0]?.documentId },
  { label: 'publish it again, with a portal waiting', call: 'publish', input: known[0]?.documentId },
  { label: 'unpublish a business', call: 'unpublish', input: known[1]?.documentId },
  { label: 'rename a rare category', call: 'renameCategory', input: 'minigolfanlage' },
  // Counts the whole queue of a portal.
  { label: 'deliveries in the panel', wholeTable: true, call: 'panel', input: null },
  { label: 'compaction of the log', wholeTable: true, call: 'compact', input: null },
];
