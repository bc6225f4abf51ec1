import type { Core } from '@strapi/strapi';
import { derivedFields, derivedValues } from '../listing/derived';

type Entry = Record<string, unknown>;

/** The stored fields needed to build an answer, even if the site requests others; they are dropped at the end. */
export const helperFields = (uid: string): string[] => [
  'locale',
  ...Object.values(derivedFields(uid)).flatMap(({ from }) => from),
];

/** What is worked out for each document of a type. */
export const derivedNames = (uid: string): string[] => Object.keys(derivedFields(uid));

/** A query without the derived fields that it asks for by name: Strapi does not know them, and every answer has them. */
export function withoutDerived<Query extends { fields?: unknown }>(query: Query, uid: string): Query {
  const derived = derivedNames(uid);
  if (query.fields == null || derived.length === 0) return query;
  // What is no text is refused by Strapi.
  const names = [query.fields]
    .flat()
    .flatMap((part: unknown): unknown[] =>
      typeof part === 'string' ? part.split(',').map((name) => name.trim()) : [part],
    );
  const stored = names.filter((name) => typeof name !== 'string' || !derived.includes(name));
  // No field at all would mean all of them.
  return { ...query, fields: stored.length > 0 ? stored : ['documentId'] };
}

/** Adds the derived fields to documents of one type. */
export async function addDerivedFields(
  strapi: Core.Strapi,
  uid: string,
  entries: Entry[],
  now: Date,
): Promise<void> {
  const values = await derivedValues(strapi, uid, entries, now);
  for (const [at, entry] of entries.entries()) Object.assign(entry, values[at]);
}
