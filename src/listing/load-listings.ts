import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE } from '../languages/language';
import { isPublicAt, publicUntil, type PublicFacts } from '../domain/public-rule';
import { inTransaction } from '../platform/sql/sql';
import { cityTimeZone } from '../city/known-city';
import { categoryAncestors } from './category-ancestors';
import { categoriesOf, factsOf } from './domain/facts-of';
import { isSyndicated } from './domain/is-syndicated';
import type { PublicType } from './domain/listing-type';
import { onlyPublic, type Shapes } from './domain/only-public';
import type { Entry, Listing } from './domain/listing';
import { listingTypes, publicRule } from './listing-types';
import { modelOf } from '../platform/strapi/models';
import { populateOf, withoutPrivate } from './shape';
import { sharedListings, shareListings } from './shared-listings';

/**
 * Which of these businesses have a manager. A membership whose account is gone still counts, until the account is erased
 * everywhere and the consent with it: in between, nothing goes out that did not before.
 */
async function managedBusinesses(
  strapi: Core.Strapi,
  businesses: readonly string[],
): Promise<ReadonlySet<string>> {
  if (businesses.length === 0) return new Set();
  const memberships = (await strapi.db.query('api::membership.membership').findMany({
    select: ['business'],
    where: { business: { $in: [...new Set(businesses)] } },
  })) as { business: string }[];
  return new Set(memberships.map(({ business }) => business));
}

const FIRST = `
  select document_id as "documentId", at from stadtverbund.first_publication
   where uid = :uid and document_id = any(:ids)`;

/** When documents were first public (recorded by `src/publication`); absent for those from before that was recorded. */
async function firstPublications(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ documentId: string; at: Date }>(FIRST, { uid, ids: [...documentIds] }),
  );
  return new Map(rows.map(({ documentId, at }) => [documentId, new Date(at)]));
}

/** A row of a document in one language, with what `populateOf` loads. */
export type ListingSource = PublicFacts & {
  readonly documentId: string;
  readonly locale?: string | null;
  readonly slug?: string | null;
  readonly createdAt: string | Date;
};

/** The business that an entry is or belongs to; `undefined` for the city's own, `null` if it is missing. */
const businessOf = (
  { isBusiness, business }: PublicType,
  row: ListingSource,
): ListingSource | null | undefined => {
  if (isBusiness) return row;
  return business === undefined ? undefined : ((row[business] as ListingSource | null | undefined) ?? null);
};

/**
 * Reads what is public of documents of one type, as the running transaction sees it. The number of statements depends
 * on the type, not on the number of documents (some twenty for a business): pass up to 500 at a time.
 * @param now decides what is public, of the documents and of those that they show
 * @returns by document id; without documents that are not public
 */
type GiveListings = (
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  now: Date,
) => Promise<Map<string, Listing>>;

/** Loads listings. A listener of public changes reuses what another has read for the same announcement. */
export const loadListings: GiveListings = async (strapi, uid, documentIds, now) =>
  sharedListings(uid, documentIds) ?? loadInTransaction(strapi, uid, documentIds, now);

/**
 * Loads listings without reusing any, for callers that have taken a lock the reading has to follow. A listener of
 * public changes shares them with the others.
 */
export const readListings: GiveListings = async (strapi, uid, documentIds, now) => {
  const listings = await loadInTransaction(strapi, uid, documentIds, now);
  shareListings(uid, documentIds, listings);
  return listings;
};

const loadInTransaction: GiveListings = async (strapi, uid, documentIds, now) =>
  documentIds.length === 0 ? new Map() : inTransaction(strapi, () => loadHere(strapi, uid, documentIds, now));

async function loadHere(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  now: Date,
): Promise<Map<string, Listing>> {
  const type = listingTypes(strapi).public.get(uid);
  if (!type) return new Map();
  const timeZone = await cityTimeZone(strapi);
  const rows = (await publishedRows(strapi, uid, documentIds)).filter((row) =>
    isPublicAt(type.rule, row, now, timeZone),
  );
  return listingsOfRows(strapi, type, rows, now);
}

/**
 * Makes listings of rows of documents, whether the public sees them or not: nothing private, and of related documents
 * those that the public sees. Call in a transaction.
 * @param rows with what `populateOf` loads
 * @returns by document id
 */
export async function listingsOfRows(
  strapi: Core.Strapi,
  type: PublicType,
  loaded: readonly ListingSource[],
  now: Date,
): Promise<Map<string, Listing>> {
  const timeZone = await cityTimeZone(strapi);
  const shapes: Shapes = {
    modelOf: (inner) => modelOf(strapi, inner),
    ruleOf: (inner) => publicRule(strapi, inner),
  };
  const rows = loaded.map((row) => onlyPublic(shapes, type.uid, row, now, timeZone));
  const places = rows.map((row) => businessOf(type, row) ?? row);
  const slugs = new Set(places.flatMap(categoriesOf));
  const above = await categoryAncestors(strapi, [...slugs]);
  const managed = await managedBusinesses(
    strapi,
    rows.flatMap((row) => businessOf(type, row)?.documentId ?? []),
  );
  const firsts = await firstPublications(
    strapi,
    type.uid,
    rows.map(({ documentId }) => documentId),
  );
  const listings = new Map<string, Listing>();
  for (const [documentId, versions] of byDocument(rows))
    listings.set(
      documentId,
      listingOf(strapi, type, versions, { timeZone, above, managed, first: firsts.get(documentId) }),
    );
  return listings;
}

async function publishedRows(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ListingSource[]> {
  const rows: unknown = await strapi.db.query(uid).findMany({
    where: { documentId: { $in: [...documentIds] }, publishedAt: { $notNull: true } },
    populate: populateOf(strapi, uid),
    orderBy: { id: 'asc' },
  });
  return rows as ListingSource[];
}

function byDocument(
  rows: readonly ListingSource[],
): ReadonlyMap<string, readonly [ListingSource, ...ListingSource[]]> {
  const documents = new Map<string, [ListingSource, ...ListingSource[]]>();
  for (const row of rows) {
    const versions = documents.get(row.documentId);
    if (versions) versions.push(row);
    else documents.set(row.documentId, [row]);
  }
  return documents;
}

const localeOf = (row: ListingSource): string => row.locale ?? DEFAULT_LANGUAGE;

interface Known {
  readonly timeZone: string;
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly managed: ReadonlySet<string>;
  readonly first: Date | undefined;
}

function listingOf(
  strapi: Core.Strapi,
  type: PublicType,
  versions: readonly [ListingSource, ...ListingSource[]],
  { timeZone, above, managed, first }: Known,
): Listing {
  const sorted = [...versions].sort((one, other) => (localeOf(one) < localeOf(other) ? -1 : 1));
  // Facts are the same in all of them; German is the language in which everything exists.
  const main = sorted.find((row) => localeOf(row) === DEFAULT_LANGUAGE) ?? versions[0];
  const entries = sorted.map((row): [string, Entry] => [
    localeOf(row),
    withoutPrivate(strapi, type.uid, row),
  ]);
  const created = sorted.map(({ createdAt }) => new Date(createdAt).getTime());
  const business = businessOf(type, main);
  return {
    uid: type.uid,
    type: type.type,
    business: type.business,
    documentId: main.documentId,
    slug: main.slug ?? null,
    locales: sorted.map(localeOf),
    entries: Object.fromEntries(entries),
    syndicated: business === undefined || isSyndicated(business, managed),
    facts: factsOf(business ?? main, above),
    firstPublishedAt: first ?? new Date(Math.min(...created)),
    publicUntil: publicUntil(type.rule, main, timeZone),
  };
}
