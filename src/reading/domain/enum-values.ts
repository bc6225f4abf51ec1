import type { Attribute } from '../../platform/strapi/schema';

/** A stored value as an enumeration of GraphQL spells it: `on-site` as `on_site`. */
const inGraphql = (value: string): string => value.replace(/[^A-Za-z0-9]+/g, '_');

/**
 * Values in a filter on an enumeration as they are stored: one may be written as GraphQL answers with it. What is none of
 * the values stays.
 * @param value of the filter: a text, a list, or operators with either
 */
export function storedValues({ type, enum: values = [] }: Attribute, value: unknown): unknown {
  if (type !== 'enumeration') return value;
  const stored = (one: string): string =>
    values.includes(one) ? one : (values.find((known) => inGraphql(known) === one) ?? one);
  const mapped = (part: unknown): unknown => {
    if (typeof part === 'string') return stored(part);
    if (Array.isArray(part)) return part.map(mapped);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, mapped(inner)]));
  };
  return mapped(value);
}
