import type { Core } from '@strapi/strapi';
import { nextFreeSlug, slugOf } from '../../domain/slug';
import { refused } from '../../platform/refusals/refusal';
import { rowsOf, type Row } from '../../platform/strapi/documents';
import { isContent, type Entry, type Model } from '../../platform/strapi/schema';
import { holdUntilCommit } from '../../platform/sql/advisory-locks';
import { inTransaction } from '../../platform/sql/sql';
import { WRITES_DATA, type DocumentCall, type Step } from '../step';
import { tableOf } from '../../platform/strapi/tables';

// The attributes a slug is derived from, and what it is if they contain nothing usable.
const SOURCES = ['name', 'title'];
const FALLBACK = 'eintrag';

/** The text from which an entry's slug is derived. */
export const nameIn = (model: Model, entry: Entry | undefined): string | undefined => {
  const source = SOURCES.find((name) => name in model.attributes);
  const value = source === undefined ? undefined : entry?.[source];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

// One writer of a type's slugs at a time, or two could pick the same free slug.
const lockSlugs = (strapi: Core.Strapi, uid: string): Promise<void> =>
  inTransaction(strapi, (sql) => holdUntilCommit(sql, `slugs:${uid}`));

const takenBy = async (
  strapi: Core.Strapi,
  uid: string,
  base: string,
  documentId?: string,
): Promise<Set<string>> => {
  const others = documentId ? { documentId: { $ne: documentId } } : {};
  const rows = await rowsOf(strapi, uid, { slug: { $startsWith: base }, ...others });
  return new Set(rows.flatMap(({ slug }) => text(slug) ?? []));
};

const generate = async (
  strapi: Core.Strapi,
  uid: string,
  name: string,
  documentId?: string,
): Promise<string> => {
  await lockSlugs(strapi, uid);
  const base = slugOf(name, FALLBACK);
  return nextFreeSlug(base, await takenBy(strapi, uid, base, documentId));
};

const TAKEN = (table: string): string => `
  select distinct slug from "${table}"
   where slug = any(:bases) or regexp_replace(slug, '-[0-9]+$', '') = any(:bases)`;

/** Slugs for many new documents, in order, as if generated one after the other. Two statements. */
export async function generateSlugs(
  strapi: Core.Strapi,
  uid: string,
  names: readonly string[],
): Promise<string[]> {
  await lockSlugs(strapi, uid);
  const bases = names.map((name) => slugOf(name, FALLBACK));
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ slug: string }>(TAKEN(tableOf(strapi, uid).tableName), { bases }),
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  return bases.map((base) => {
    const slug = nextFreeSlug(base, taken);
    taken.add(slug);
    return slug;
  });
}

const assertFree = async (
  strapi: Core.Strapi,
  uid: string,
  slug: string,
  documentId?: string,
): Promise<void> => {
  await lockSlugs(strapi, uid);
  if (!(await takenBy(strapi, uid, slug, documentId)).has(slug)) return;
  throw refused('slug-taken', ['slug'], { found: slug });
};

const storedRows = async (strapi: Core.Strapi, call: DocumentCall): Promise<Row[]> =>
  call.params.documentId ? rowsOf(strapi, call.uid, { documentId: call.params.documentId }) : [];

async function assignSlug(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { uid, contentType, params } = call;
  const rows = await storedRows(strapi, call);
  const cloned = call.action === 'clone';
  const wished = text(params.data?.slug);
  const stored = cloned ? undefined : rows.map(({ slug }) => text(slug)).find(Boolean);
  const own = cloned ? undefined : params.documentId;
  if (wished && wished !== stored) await assertFree(strapi, uid, wished, own);
  if (wished) return;
  const name = nameIn(contentType, params.data) ?? rows.map((row) => nameIn(contentType, row)).find(Boolean);
  const slug = stored ?? (name ? await generate(strapi, uid, name, own) : undefined);
  if (slug) params.data = { ...params.data, slug };
}

/**
 * Gives a document its slug: the requested one if it is free, else the one it has (a slug stays when the name changes),
 * else one derived from its name. A clone gets a new one. Runs inside the write's transaction.
 * @throws ValidationError if a requested slug is taken
 */
export const slug: Step = {
  name: 'slug',
  appliesTo: (_strapi, { uid, action, contentType }) =>
    isContent(uid) && WRITES_DATA.has(action) && 'slug' in contentType.attributes,
  before: assignSlug,
};
