/** What a query may hold; `undefined` counts as left out. */
export type QueryValue =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly QueryValue[]
  | { readonly [name: string]: QueryValue };

const textOf = (value: string | number | boolean | Date): string =>
  encodeURIComponent(value instanceof Date ? value.toISOString() : value);

/** `$` of Strapi's operators stays readable. */
const keyOf = (name: string): string => encodeURIComponent(name).replaceAll('%24', '$');

function* pairs(name: string, value: unknown): Generator<string> {
  if (value === undefined) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* pairs(`${name}[${index}]`, item);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [key, item] of Object.entries(value)) yield* pairs(`${name}[${keyOf(key)}]`, item);
  } else if (value === null) {
    // Left out, a condition would find more than it should.
    throw new TypeError(`${name} is null: use { $null: true } in a filter, undefined for what is left out.`);
  } else {
    yield `${name}=${textOf(value as string)}`;
  }
}

/**
 * A query as Strapi reads it: `filters[address][postcode][$eq]=44137&populate[0]=logo`. Dates in ISO 8601.
 *
 * @returns with the question mark, or an empty string
 */
export function queryString(query: object): string {
  const parts = Object.entries(query).flatMap(([name, value]) => [...pairs(keyOf(name), value)]);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
