import type { Core } from '@strapi/strapi';
import { isPublicAt, publicFactsPopulate, type PublicFacts, type PublicType } from '../domain/public-rule';
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
  ['validThrough'].filter((name) => name in strapi.db.metadata.get(uid).attributes);

/** The published rows of documents of one type, as the running transaction sees them: one statement, two for offers. */
export async function publishedRows(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly PublishedRow[]>> {
  const sides = new Map<string, PublishedRow[]>(documentIds.map((id) => [id, []]));
  if (sides.size === 0) return sides;
  const type = publicType(strapi, uid);
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'locale', 'updatedAt', 'publishedAt', ...factsIn(strapi, uid)],
    where: { documentId: { $in: [...sides.keys()] }, publishedAt: { $notNull: true } },
    populate: publicFactsPopulate(type),
    orderBy: { id: 'asc' },
  })) as StoredRow[];
  for (const row of rows) sides.get(row.documentId)?.push(shapeOf(type, row, now));
  return sides;
}

const shapeOf = (type: PublicType, row: StoredRow, now: Date): PublishedRow => ({
  id: row.id,
  locale: row.locale ?? null,
  updatedAt: new Date(row.updatedAt).getTime(),
  visible: isPublicAt(type, row, now),
});
