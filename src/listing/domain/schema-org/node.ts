/** A JSON-LD node, or a value in one. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Node = Readonly<Record<string, Json>>;

type Loose = Json | undefined;

const isEmpty = (value: Loose): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A node without the properties that have no value. */
export function node(type: string | readonly string[], properties: Readonly<Record<string, Loose>>): Node {
  const present = Object.entries(properties).filter(([, value]) => !isEmpty(value)) as [string, Json][];
  return { '@type': type, ...Object.fromEntries(present) };
}

/** The same, or undefined if no property has a value. */
export function nodeOrNothing(type: string, properties: Readonly<Record<string, Loose>>): Node | undefined {
  const made = node(type, properties);
  return Object.keys(made).length > 1 ? made : undefined;
}
