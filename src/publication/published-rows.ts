import type { Core } from '@strapi/strapi';
import {
  firstDayOf,
  isPublicAt,
  publicFactsPopulate,
  type PublicFacts,
  type PublicType,
} from '../domain/public-rule';
import { cityTimeZone } from '../city/known-city';
import type { PublishedRow } from './domain/public-change';
import { publicType } from './public-side';

interface StoredRow extends PublicFacts {
  id: number;
  documentId: string;
  locale?: string | null;
  updatedAt: string | Date;
}

/** What the rule looks at, as far as the type has it. */
const factsIn = (strapi: Core.Strapi, uid: string): string[] =>
  ['validThrough', firstDayOf(publicType(strapi, uid))].filter(
    (name) => name !== undefined && name in strapi.db.metadata.get(uid).attributes,
  ) as string[];

// A statement takes at most 65,535 parameters; a language that is removed may have more documents.
const IDS_A_STATEMENT = 10_000;

/** The published rows of documents of one type, as the running transaction sees them: one statement, two for offers. */
export async function publishedRows(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly PublishedRow[]>> {
  const sides = new Map<string, PublishedRow[]>(documentIds.map((id) => [id, []]));
  const type = publicType(strapi, uid);
  const timeZone = await cityTimeZone(strapi);
  const ids = [...sides.keys()];
  for (let from = 0; from < ids.length; from += IDS_A_STATEMENT)
    for (const row of await storedRows(strapi, uid, ids.slice(from, from + IDS_A_STATEMENT)))
      sides.get(row.documentId)?.push(shapeOf(type, row, now, timeZone));
  return sides;
}

async function storedRows(strapi: Core.Strapi, uid: string, ids: readonly string[]): Promise<StoredRow[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'locale', 'updatedAt', 'publishedAt', ...factsIn(strapi, uid)],
    where: { documentId: { $in: [...ids] }, publishedAt: { $notNull: true } },
    populate: publicFactsPopulate(publicType(strapi, uid)),
    orderBy: { id: 'asc' },
  });
  return rows as StoredRow[];
}

const shapeOf = (type: PublicType, row: StoredRow, now: Date, timeZone: string): PublishedRow => ({
  id: row.id,
  locale: row.locale ?? null,
  updatedAt: new Date(row.updatedAt).getTime(),
  visible: isPublicAt(type, row, now, timeZone),
});
