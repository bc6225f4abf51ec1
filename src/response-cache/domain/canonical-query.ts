// Strapi reads 100 array entries; requests of sites have a few dozen parameters.
const MAX_PAIRS = 200;

interface Pair {
  name: string;
  /** Absent for `?name` without `=`, which Strapi distinguishes from an empty value. */
  value: string | undefined;
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Splits as `qs` does: the name ends at the first `]=`, or else at the first `=`. */
function pairOf(part: string): Pair {
  const bracket = part.indexOf(']=');
  const end = bracket === -1 ? part.indexOf('=') : bracket + 1;
  if (end === -1) return { name: decoded(part), value: undefined };
  return { name: decoded(part.slice(0, end)), value: decoded(part.slice(end + 1)) };
}

const rootOf = (name: string): string => /^[^[]*/.exec(name)?.[0] ?? '';

/** `sort[name]=asc&sort[slug]=asc` and `fields[]=a&fields[]=b` have a different meaning in a different order. */
const isOrdered = (name: string): boolean => /sort|order|\[\]/i.test(name);

/** `a=1&a[b]=2`: the result depends on the order, and nobody means it. */
function hasNameWithin(pairs: readonly Pair[]): boolean {
  const names = new Set(pairs.map(({ name }) => name));
  return pairs.some(({ name }) => {
    for (let at = name.indexOf('['); at > 0; at = name.indexOf('[', at + 1))
      if (names.has(name.slice(0, at))) return true;
    return false;
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sorted(pairs: readonly Pair[]): Pair[] {
  const keptRoots = new Set(pairs.filter(({ name }) => isOrdered(name)).map(({ name }) => rootOf(name)));
  const keys = new Map(
    pairs.map((pair) => {
      const root = rootOf(pair.name);
      return [pair, keptRoots.has(root) ? '' : pair.name] as const;
    }),
  );
  // Array.prototype.sort is stable: equal names, and ordered roots, keep their order.
  return [...pairs].sort(
    (a, b) => compare(rootOf(a.name), rootOf(b.name)) || compare(keys.get(a) ?? '', keys.get(b) ?? ''),
  );
}

const written = ({ name, value }: Pair): string =>
  value === undefined ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/**
 * The canonical form of a query string: parameters in one order, one encoding. Two query strings with the same result
 * mean the same to Strapi (`qs`) and to URLSearchParams.
 * @param search the part after the `?`
 * @returns `undefined` if the query is malformed or its meaning depends on the order of its parameters
 */
export function canonicalQuery(search: string): string | undefined {
  if (search === '') return '';
  const parts = search.replace(/%5B/gi, '[').replace(/%5D/gi, ']').split('&').filter(Boolean);
  if (parts.length > MAX_PAIRS) return undefined;
  let pairs: Pair[];
  try {
    pairs = parts.map(pairOf);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (pairs.some(({ name, value }) => name === '' || `${name}${value}`.includes('\u0000'))) return undefined;
  if (hasNameWithin(pairs)) return undefined;
  return sorted(pairs).map(written).join('&');
}

/**
 * What of a canonical query is looked at.
 * @param query as `canonicalQuery` returns it
 * @param reads the names of parameters
 */
export const readPart = (query: string, reads: ReadonlySet<string>): string =>
  query
    .split('&')
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return value !== '' && reads.has(decodeURIComponent(name));
    })
    .join('&');
