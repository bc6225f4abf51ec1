import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '#src/city/known-city';
import { isPublicAt, publicFactsPopulate, type PublicFacts } from '#src/domain/public-rule';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { isRetired } from '#src/plugins/moderation/server/src/contract';
import { refused, type Refusal } from '#src/platform/refusals/refusal';

// Of a type without slugs, the beginning of the document id: see the directory's `listingSlug`.
const KEY = /^[a-z0-9]{12,}$/;
// Drafts and languages of one document, or of two whose slugs were the same at different times.
const MOST_ROWS = 50;

type Row = PublicFacts & { documentId: string };

async function rowsAt(strapi: Core.Strapi, type: DirectoryType, slug: string): Promise<Row[]> {
  const bySlug = 'slug' in type.attributes;
  if (!bySlug && !KEY.test(slug)) return [];
  const where = bySlug ? { slug } : { documentId: { $startsWith: slug } };
  return (await strapi.db.query(type.uid).findMany({
    where,
    populate: publicFactsPopulate(type.rule),
    orderBy: { id: 'asc' },
    limit: MOST_ROWS,
  })) as Row[];
}

/**
 * What is answered where no public listing is: 410 if one was public until it ended or was archived, which says search
 * engines to forget it, and 404 for anything else: who was suspended or erased, and what never was public, is not there.
 */
export async function missing(
  strapi: Core.Strapi,
  type: DirectoryType,
  slug: string,
  now: Date,
): Promise<Refusal> {
  const rows = await rowsAt(strapi, type, slug);
  const timeZone = await cityTimeZone(strapi);
  const { rule } = type;
  const endless = rule && { ...rule, through: undefined };
  const hasEnded = rows.some(
    (row) => isPublicAt(endless, row, now, timeZone) && !isPublicAt(rule, row, now, timeZone),
  );
  const ids = [...new Set(rows.map(({ documentId }) => documentId))];
  return refused(hasEnded || (await isRetired(strapi, type.uid, ids)) ? 'listing-gone' : 'listing-not-found');
}
