import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import { rowsOf, type Row } from '../platform/strapi/documents';
import { modelGetter, modelOf } from '../platform/strapi/models';
import { entriesIn, hasDrafts, isLocalized, mapEntry, type Attribute } from '../platform/strapi/schema';
import type { Listing } from './domain/listing';
import { listingTypes } from './listing-types';
import { listingsOfRows, type ListingSource } from './load-listings';
import { populateOf } from './shape';

/** Published rows of other documents, by type and document id. */
type Published = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Related documents that have drafts of their own: of them a draft knows the drafts. */
const leadsToDrafts = (strapi: Core.Strapi, { type, target }: Attribute): boolean =>
  type === 'relation' && target !== undefined && hasDrafts(modelOf(strapi, target));

/** Makes a row with other related documents, as deep as its components go. */
const withRelated = (
  strapi: Core.Strapi,
  uid: string,
  row: Row,
  related: (target: string, value: unknown) => unknown,
): Row =>
  mapEntry(modelOf(strapi, uid), row, {
    shapeOf: modelGetter(strapi),
    visit: (value, attribute, within) => {
      const { target = '' } = attribute;
      if (leadsToDrafts(strapi, attribute)) return related(target, value);
      return attribute.type === 'relation' ? value : within(value);
    },
  }) as Row;

async function publishedOf(
  strapi: Core.Strapi,
  uid: string,
  documentIds: ReadonlySet<string>,
  locale: string | null,
): Promise<ReadonlyMap<string, Row>> {
  const where = {
    documentId: { $in: [...documentIds] },
    publishedAt: { $notNull: true },
    ...(isLocalized(modelOf(strapi, uid)) ? { locale } : {}),
  };
  const rows = await rowsOf(strapi, uid, where, populateOf(strapi, uid, 'related'));
  return new Map(rows.map((row) => [row.documentId, row]));
}

/** The draft with the published versions of what is related to it, in its language: what the public would see of them. */
async function withPublished(strapi: Core.Strapi, uid: string, draft: Row): Promise<Row> {
  const wanted = new Map<string, Set<string>>();
  withRelated(strapi, uid, draft, (target, value) => {
    const ids = wanted.get(target) ?? new Set();
    for (const { documentId } of entriesIn(value)) ids.add(String(documentId));
    wanted.set(target, ids);
    return value;
  });
  const found = new Map<string, ReadonlyMap<string, Row>>();
  for (const [target, ids] of wanted) found.set(target, await publishedOf(strapi, target, ids, draft.locale));
  return withRelated(strapi, uid, draft, (target, value) => publishedIn(found, target, value));
}

function publishedIn(found: Published, target: string, value: unknown): unknown {
  const rows = entriesIn(value).flatMap(({ documentId }) => found.get(target)?.get(String(documentId)) ?? []);
  return Array.isArray(value) ? rows : (rows[0] ?? null);
}

/**
 * The draft of a document as the listing that it would be if it were published: in all its languages, with nothing
 * private, and of other documents only what is public. For those who may read it.
 * @returns `undefined` if there is no draft
 */
export const draftListing = (
  strapi: Core.Strapi,
  { uid, documentId, now }: { readonly uid: string; readonly documentId: string; readonly now: Date },
): Promise<Listing | undefined> =>
  inTransaction(strapi, async () => {
    const type = listingTypes(strapi).public.get(uid);
    if (!type?.drafts) return undefined;
    const drafts = await rowsOf(
      strapi,
      uid,
      { documentId, publishedAt: { $null: true } },
      populateOf(strapi, uid),
    );
    const rows: Row[] = [];
    for (const draft of drafts) rows.push(await withPublished(strapi, uid, draft));
    const listings = await listingsOfRows(strapi, type, rows as unknown as ListingSource[], now);
    return listings.get(documentId);
  });
