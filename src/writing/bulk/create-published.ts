import type { Core } from '@strapi/strapi';
import { inPublicationBatch } from '../../publication';
import { generateSlugs, nameIn } from '../steps/slug';
import { modelOf } from '../../platform/strapi/models';
import { hasDrafts, type Entry } from '../../platform/strapi/schema';
import { insertRelations, type InsertedRow } from './insert-relations';
import { insertRows } from './insert-rows';
import type { NewDocument } from './new-document';

/** What is asked of moderation, which stands above this room. */
interface Moderation {
  moderates(uid: string): boolean;
  recordPublished(
    uid: string,
    documents: readonly { readonly documentId: string; readonly version: number }[],
  ): Promise<void>;
}

/**
 * Creates and publishes documents of one type that have been checked (`newDocument`), in one transaction: the same rows
 * as the document service writes, in a fixed number of statements for all of them. Their publication is announced with
 * everything else in that transaction. For code only: no permissions are checked.
 * @throws if one of them cannot be written; then none is
 */
export function createPublished(
  strapi: Core.Strapi,
  uid: string,
  documents: readonly NewDocument[],
): Promise<void> {
  return inPublicationBatch(strapi, async (batch) => {
    if (documents.length === 0) return;
    for (const { documentId } of documents) batch.created({ type: uid, documentId });
    const slugged = await withSlugs(strapi, uid, documents);
    const now = new Date();
    await insertVersions(strapi, uid, slugged, { now, publishedAt: null });
    await insertVersions(strapi, uid, slugged, { now, publishedAt: now });
    await moderate(strapi, uid, slugged);
  });
}

async function withSlugs(
  strapi: Core.Strapi,
  uid: string,
  documents: readonly NewDocument[],
): Promise<readonly NewDocument[]> {
  const model = modelOf(strapi, uid);
  if (!('slug' in model.attributes)) return documents;
  if (documents.some(({ entries }) => Object.values(entries).some(({ slug }) => Boolean(slug))))
    throw new Error(`A new ${uid} that wishes for a slug cannot be written in bulk.`);
  const names = documents.map(({ entries }) =>
    Object.values(entries)
      .map((entry) => nameIn(model, entry))
      .find(Boolean),
  );
  const slugs = await generateSlugs(
    strapi,
    uid,
    names.map((name) => name ?? ''),
  );
  return documents.map(({ documentId, entries }, at) => ({
    documentId,
    entries: Object.fromEntries(
      Object.entries(entries).map(([locale, entry]) => [locale, { ...entry, slug: slugs[at] }]),
    ),
  }));
}

async function insertVersions(
  strapi: Core.Strapi,
  uid: string,
  documents: readonly NewDocument[],
  { now, publishedAt }: { now: Date; publishedAt: Date | null },
): Promise<void> {
  if (!hasDrafts(modelOf(strapi, uid)) && publishedAt === null) return;
  const versions = documents.flatMap(({ documentId, entries }) =>
    Object.entries(entries).map(([locale, entry]) => ({ documentId, locale, entry })),
  );
  const rows = versions.map(({ documentId, locale, entry }): Entry => ({
    ...entry,
    documentId,
    locale,
    createdAt: now,
    updatedAt: now,
    publishedAt,
  }));
  const ids = await insertRows(strapi, uid, rows);
  const inserted = versions.map(({ locale, entry }, at): InsertedRow => ({
    id: ids[at] as number,
    locale,
    published: publishedAt !== null,
    entry,
  }));
  await insertRelations(strapi, uid, inserted);
}

async function moderate(strapi: Core.Strapi, uid: string, documents: readonly NewDocument[]): Promise<void> {
  const moderation = strapi.plugin('moderation').service<Moderation>('submissions');
  if (!moderation.moderates(uid)) return;
  // The document service writes the draft of each further locale as an update, which moves the version.
  const versions = documents.map(({ documentId, entries }) => ({
    documentId,
    version: Object.keys(entries).length - 1,
  }));
  await moderation.recordPublished(uid, versions);
}
