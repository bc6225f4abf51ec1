import { FACETS, SEARCH_READS, type SearchParameter } from './search-link';

type Query = ReadonlyMap<SearchParameter, string>;

// Everything that has a point.
const EVERYWHERE = '-180,-90,180,90';
// As many as the directory gives at once.
const LISTED = '100';

const FILTERS = SEARCH_READS.filter((name) => name !== 'sort' && name !== 'cursor');

/** Where the points of a search are: the same filters, without pages. */
export function pointsAddress(query: Query, locale: string): string {
  const asked = FILTERS.flatMap((name) => {
    const value = query.get(name);
    return value === undefined ? [] : [[name, value] as [string, string]];
  });
  return `/api/directory/map.geojson?${new URLSearchParams([...asked, ['locale', locale]]).toString()}`;
}

/** What of a query the directory is asked: what has a point, in one order. */
export function listParameters(query: Query): URLSearchParams {
  const asked = new URLSearchParams([...query]);
  asked.set('bbox', EVERYWHERE);
  asked.set('facets', FACETS.join(','));
  asked.set('pageSize', LISTED);
  if (!query.has('sort')) asked.set('sort', query.has('near') ? 'distance' : 'name');
  return asked;
}
