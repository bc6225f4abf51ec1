/** The name of a parameter as URLSearchParams reads it, which takes anything: `50%off` is a name. */
const nameOf = (pair: string): string | undefined => new URLSearchParams(pair).keys().next().value;

/**
 * What of a query is looked at, as it was written.
 * @param query without `?`
 * @param reads the names of parameters
 * @returns begun with `?`, or nothing where none of them is there
 */
export function readQuery(query: string, reads: readonly string[]): string {
  const read = query.split('&').filter((pair) => reads.includes(nameOf(pair) ?? ''));
  return read.length === 0 ? '' : `?${read.join('&')}`;
}
