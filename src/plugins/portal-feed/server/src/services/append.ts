import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inTransaction, type PublicChange, type Sql } from '#src/publication/index';
import { isNews, priorOf, removedState, type DocumentState, type Head } from '../domain/document-state';
import type { FilterFacts } from '../domain/filter-facts';
import { APPEND_SQL, LOCK_HEADS_SQL } from './append.sql';
import { currentStates } from './current-states';
import { listingTypes } from '#src/listing/listing-types';

// As many as the listings loaded at a time.
const BATCH = 500;

interface HeadRow {
  document_id: string;
  is_published: boolean;
  digest: string | null;
  facts: string | null;
  prior: string | null;
}

const json = <T>(value: string | null): T | null => (value === null ? null : (JSON.parse(value) as T));

const headOf = (row: HeadRow): Head => ({
  documentId: row.document_id,
  isPublished: row.is_published,
  digest: row.digest,
  facts: json<FilterFacts>(row.facts),
  prior: json<FilterFacts[]>(row.prior),
});

const digestOf = ({ type, data, facts }: DocumentState): string =>
  createHash('sha256')
    .update(JSON.stringify([type, data, facts]))
    .digest('base64url');

interface Document {
  readonly documentId: string;
  readonly uid: string;
}

/**
 * Appends one event for each of these documents whose public state differs from the last one in the log, in the
 * transaction of the change. Reads after locking the document's head, so that the event appended last was also read
 * last.
 */
export async function appendEvents(
  strapi: Core.Strapi,
  changes: readonly Pick<PublicChange, 'type' | 'documentId'>[],
): Promise<void> {
  const types = listingTypes(strapi).feed;
  const documents = changes
    .filter(({ type }) => types.has(type))
    .map(({ type, documentId }): Document => ({ uid: type, documentId }))
    .sort((one, other) => (one.documentId < other.documentId ? -1 : 1));
  for (let start = 0; start < documents.length; start += BATCH)
    await appendBatch(strapi, documents.slice(start, start + BATCH));
}

function appendBatch(strapi: Core.Strapi, documents: readonly Document[]): Promise<void> {
  return inTransaction(strapi, async (sql) => {
    const heads = await lockHeads(sql, documents);
    const states = await currentStates(strapi, documents, new Date());
    const news = documents.flatMap((document) => {
      const head = heads.get(document.documentId);
      const name = listingTypes(strapi).feed.get(document.uid)?.type ?? '';
      const state = states.get(document.documentId) ?? removedState({ ...document, name });
      const digest = digestOf(state);
      return head && isNews(head, state, digest) ? [{ state, digest, prior: priorOf(head) }] : [];
    });
    if (news.length === 0) return;
    await sql(APPEND_SQL, {
      events: JSON.stringify(news.map(eventInput)),
      ids: news.map(({ state }) => state.documentId),
    });
  });
}

async function lockHeads(sql: Sql, documents: readonly Document[]): Promise<ReadonlyMap<string, Head>> {
  const rows = await sql<HeadRow>(LOCK_HEADS_SQL, {
    documents: JSON.stringify(documents.map(({ documentId, uid }) => ({ document_id: documentId, uid }))),
  });
  return new Map(rows.map((row) => [row.document_id, headOf(row)]));
}

interface News {
  readonly state: DocumentState;
  readonly digest: string;
  readonly prior: readonly FilterFacts[] | null;
}

const eventInput = ({ state: { documentId, ...state }, digest, prior }: News) => ({
  document_id: documentId,
  ...state,
  prior,
  digest,
});
