/** What a page of results reads off its query, in the order in which links have it. */
export const SEARCH_READS = [
  'q',
  'type',
  'category',
  'district',
  'service',
  'audience',
  'postcode',
  'near',
  'radius',
  'openAt',
  'sort',
  'cursor',
] as const;

export type SearchParameter = (typeof SEARCH_READS)[number];

/** The filters that are counted and offered as links. */
export const FACETS = ['category', 'district', 'service', 'audience'] as const;

/** The parameters of a page of results that it knows and that have a value; of several, the last. */
export const knownQuery = (query: URLSearchParams): ReadonlyMap<SearchParameter, string> =>
  new Map(
    SEARCH_READS.flatMap((name) => {
      const value = query.getAll(name).at(-1)?.trim();
      return value ? [[name, value] as const] : [];
    }),
  );

/** A query in its one order, with a `?`, or nothing where there is none. */
export function searchOf(query: ReadonlyMap<SearchParameter, string>): string {
  const ordered = SEARCH_READS.flatMap((name) => {
    const value = query.get(name);
    return value === undefined ? [] : [[name, value] as [string, string]];
  });
  return ordered.length === 0 ? '' : `?${new URLSearchParams(ordered).toString()}`;
}

/** The query with other filters: another set of results, which begins at the beginning. */
export function changed(
  query: ReadonlyMap<SearchParameter, string>,
  changes: Readonly<Partial<Record<SearchParameter, string | undefined>>>,
): ReadonlyMap<SearchParameter, string> {
  const next = new Map(query);
  next.delete('cursor');
  for (const [name, value] of Object.entries(changes) as [SearchParameter, string | undefined][])
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  return next;
}
