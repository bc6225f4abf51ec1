import type { Core } from '@strapi/strapi';
import { loadListings, type Listing } from '#src/listing/index';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';
import type { Sql } from '#src/platform/sql/sql';
import { hoursByService, listingRows, type ListingRow, type RowContext } from '../domain/listing-row';
import { writeHours, type ListingHours, type Rules } from './hours';
import { rowContext } from './row-context';
import { addWords, wordsOf } from './words';
import { DELETE_ROWS, PARENTS, REWRITE_ROWS, WRITE_CHILDREN_HOURS, WRITE_ROWS } from './write-rows.sql';

/** Documents by content type. */
export type Documents = ReadonlyMap<string, readonly string[]>;

/** Everything that the read model holds of a batch of documents. */
export interface Built {
  readonly documents: readonly string[];
  readonly rows: readonly ListingRow[];
  readonly hours: readonly ListingHours[];
}

// A batch takes some forty statements, whatever its size, and with long texts about 10 MB.
const BATCH = 200;

const ON_SITE = 'on-site';

/** The hours of a listing by service, and under '' those that apply if no service is named. */
export function hoursOf(
  listing: Listing,
  type: DirectoryType,
  { defaultLocale }: RowContext,
): ListingHours[] {
  // Only a draft may have hours without a service yet.
  const services = [...hoursByService(listing, type, defaultLocale)].filter(([service]) => service !== '');
  if (services.length === 0) return [];
  const onSite = services.find(([service]) => service === ON_SITE);
  const whatever: Rules = onSite ? [onSite[1]] : services.map(([, entries]) => entries);
  const named = services.map(([service, entries]) => ({ service, rules: [entries] as Rules }));
  return [...named, { service: '', rules: whatever }].map((hours) => ({
    document_id: listing.documentId,
    ...hours,
  }));
}

/** Builds what the read model should hold for documents of one type, from what is public of them at `now`. */
export async function build(
  strapi: Core.Strapi,
  sql: Sql,
  type: DirectoryType,
  documents: readonly string[],
  now: Date,
): Promise<Built> {
  const listings = [...(await loadListings(strapi, type.uid, documents, now)).values()];
  const context = await rowContext(strapi, sql, listings, now);
  return {
    documents,
    rows: listings.flatMap((listing) => listingRows(listing, type, context)),
    hours: listings.flatMap((listing) => hoursOf(listing, type, context)),
  };
}

/** @param write `changed` leaves unchanged rows alone, `all` writes every row */
export async function store(
  strapi: Core.Strapi,
  sql: Sql,
  built: Built,
  now: Date,
  write: 'changed' | 'all' = 'changed',
): Promise<void> {
  const { documents, rows, hours } = built;
  const keys = rows.map(({ document_id, locale }) => ({ document_id, locale }));
  await sql(DELETE_ROWS, { documents, keys: JSON.stringify(keys) });
  await writeHours(strapi, sql, documents, hours, now);
  if (rows.length > 0) await sql(write === 'all' ? REWRITE_ROWS : WRITE_ROWS, { rows: JSON.stringify(rows) });
  await sql(WRITE_CHILDREN_HOURS, { documents });
  await addWords(sql, wordsOf(rows));
}

/** Types whose listings belong to others come first, since what they add to those is read from their rows. */
export function typesInOrder(strapi: Core.Strapi): DirectoryType[] {
  const types = [...listingTypes(strapi).directory.values()];
  return [...types.filter(({ business }) => business), ...types.filter(({ business }) => !business)];
}

/** Splits a list into batches. */
export const batches = (documents: readonly string[], size = BATCH): string[][] =>
  Array.from({ length: Math.ceil(documents.length / size) }, (_none, at) =>
    documents.slice(at * size, (at + 1) * size),
  );

/**
 * Updates the read model for these documents to what is public of them at `now`, in the running transaction. If they
 * add to the services of another (offers to their business), that one is updated too.
 */
export async function refresh(strapi: Core.Strapi, sql: Sql, documents: Documents, now: Date): Promise<void> {
  const wanted = new Map([...documents].map(([uid, ids]) => [uid, new Set(ids)]));
  for (const type of typesInOrder(strapi)) {
    for (const batch of batches([...(wanted.get(type.uid) ?? [])])) {
      const addsServices = type.directory.service !== undefined && type.business !== undefined;
      const target = addsServices ? listingTypes(strapi).business?.uid : undefined;
      const before = target ? await sql<{ parent_id: string }>(PARENTS, { documents: batch }) : [];
      const built = await build(strapi, sql, type, batch, now);
      await store(strapi, sql, built, now);
      if (!target) continue;
      const parents = wanted.get(target) ?? new Set();
      for (const { parent_id } of [...before, ...built.rows]) if (parent_id) parents.add(parent_id);
      wanted.set(target, parents);
    }
  }
}
