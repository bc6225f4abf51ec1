import type { Core } from '@strapi/strapi';
import { derivedFields, derivedValues } from '../listing/derived';

type Entry = Record<string, unknown>;

/** The stored fields needed to build an answer, even if the site requests others; they are dropped at the end. */
export const helperFields = (uid: string): string[] => [
  'locale',
  ...Object.values(derivedFields(uid)).flatMap(({ from }) => from),
];

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
