import type { Core } from '@strapi/strapi';
import type { ListingType } from '#src/listing/domain/listing-type';
import { managesAll } from './memberships';

interface Row {
  documentId: string;
  publishedAt: string | null;
  [attribute: string]: unknown;
}

const idOf = (related: unknown): string | undefined =>
  (related as { documentId?: string } | null)?.documentId;

/**
 * The businesses that a document belongs to, in all its languages, draft and published. There is more than one only
 * while an editor is moving it; a contributor must then manage them all.
 */
export async function businessesOf(
  strapi: Core.Strapi,
  type: ListingType,
  documentId: string,
): Promise<string[]> {
  const { business } = type;
  const rows = (await strapi.db.query(type.uid).findMany({
    where: { documentId },
    ...(business ? { populate: { [business]: { select: ['documentId'] } } } : {}),
  })) as Row[];
  const found = rows
    .map((row) => ({ row, business: business ? idOf(row[business]) : row.documentId }))
    // A published row can only point to a published business, so it has none while that is suspended.
    .filter(({ row, business }) => business !== undefined || row.publishedAt === null)
    .map(({ business }) => business);
  // A draft without a business is nobody's: the empty id makes the check fail.
  return [...new Set(found.map((business) => business ?? ''))];
}

/** Whether an account manages the business of a document. A missing document is nobody's. */
export async function mayTouch(
  strapi: Core.Strapi,
  type: ListingType,
  documentId: string,
  accountId: number,
): Promise<boolean> {
  return managesAll(strapi, accountId, await businessesOf(strapi, type, documentId));
}
