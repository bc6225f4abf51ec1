import type { Core } from '@strapi/strapi';
import { isPublicAt, publicFactsPopulate, type PublicFacts, type PublicRule } from '../domain/public-rule';
import { publicRule } from '../listing/listing-types';
import { cityTimeZone } from '../city/known-city';
import type { PublishedRow } from './domain/public-change';

type StoredRow = PublicFacts & {
  readonly id: number;
  readonly documentId: string;
  readonly locale?: string | null;
  readonly updatedAt: string | Date;
};

/** The columns of a row that the rule looks at. */
const factsIn = (rule: PublicRule | undefined): string[] =>
  [rule?.from, rule?.through].flatMap((bound) => bound?.attribute ?? []);

// A statement takes at most 65,535 parameters, and a removed language may have more documents.
const IDS_A_STATEMENT = 10_000;

/** The published rows of documents of one type, as seen by the running transaction: one statement, two for offers. */
export async function publishedRows(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly PublishedRow[]>> {
  const sides = new Map<string, PublishedRow[]>(documentIds.map((id) => [id, []]));
  const rule = publicRule(strapi, uid);
  const timeZone = await cityTimeZone(strapi);
  const ids = [...sides.keys()];
  for (let from = 0; from < ids.length; from += IDS_A_STATEMENT)
    for (const row of await storedRows(strapi, uid, rule, ids.slice(from, from + IDS_A_STATEMENT)))
      sides.get(row.documentId)?.push(shapeOf(rule, row, now, timeZone));
  return sides;
}

async function storedRows(
  strapi: Core.Strapi,
  uid: string,
  rule: PublicRule | undefined,
  ids: readonly string[],
): Promise<StoredRow[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'locale', 'updatedAt', 'publishedAt', ...factsIn(rule)],
    where: { documentId: { $in: [...ids] }, publishedAt: { $notNull: true } },
    populate: publicFactsPopulate(rule),
    orderBy: { id: 'asc' },
  });
  return rows as StoredRow[];
}

const shapeOf = (
  rule: PublicRule | undefined,
  row: StoredRow,
  now: Date,
  timeZone: string,
): PublishedRow => ({
  id: row.id,
  locale: row.locale ?? null,
  updatedAt: new Date(row.updatedAt).getTime(),
  visible: isPublicAt(rule, row, now, timeZone),
});
