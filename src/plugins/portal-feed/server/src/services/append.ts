import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inTransaction, type PublicChange, type Sql } from '#src/publication/index';
import type { PortalFilter } from '../contract';
import {
  formerlySaidIn,
  isNews,
  lacksFacts,
  priorOf,
  removedState,
  saidIn,
  type DocumentState,
  type Head,
} from '../domain/document-state';
import type { FilterFacts } from '../domain/filter-facts';
import { factsAskedBy } from '../filters/portal-filter';
import { ADD_FACTS_SQL, APPEND_SQL, ASKED_SQL, LOCK_HEADS_SQL, LOCK_PORTALS_SQL } from './append.sql';
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

const hash = (said: string): string => createHash('sha256').update(said).digest('base64url');

const saysTheSame = (head: Head, state: DocumentState, digest: string): boolean =>
  head.digest === digest || (head.facts !== null && head.digest === hash(formerlySaidIn(state, head.facts)));

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
    const found = documents.flatMap((document): Found[] => {
      const head = heads.get(document.documentId);
      const name = listingTypes(strapi).feed.get(document.uid)?.type ?? '';
      const state = states.get(document.documentId) ?? removedState({ ...document, name });
      return head ? [{ head, state, digest: hash(saidIn(state)) }] : [];
    });
    const lacking = found.filter(({ head, state }) => lacksFacts(head, state));
    const asked = lacking.length > 0 ? await factsAsked(sql) : new Set<string>();
    const news = found.filter(({ head, state, digest }) =>
      isNews(head, state, saysTheSame(head, state, digest), asked),
    );
    await append(sql, news);
    await addFacts(
      sql,
      lacking.filter((document) => !news.includes(document)),
    );
  });
}

/** A document, what the log has of it, and what is to be said of it now. */
interface Found {
  readonly head: Head;
  readonly state: DocumentState;
  readonly digest: string;
}

async function append(sql: Sql, news: readonly Found[]): Promise<void> {
  if (news.length === 0) return;
  await sql(APPEND_SQL, {
    events: JSON.stringify(news.map(eventInput)),
    ids: news.map(({ state }) => state.documentId),
  });
}

async function addFacts(sql: Sql, lacking: readonly Found[]): Promise<void> {
  if (lacking.length === 0) return;
  await sql(ADD_FACTS_SQL, {
    documents: JSON.stringify(
      lacking.map(({ state: { documentId, facts }, digest }) => ({ document_id: documentId, facts, digest })),
    ),
    ids: lacking.map(({ state }) => state.documentId),
  });
}

async function factsAsked(sql: Sql): Promise<ReadonlySet<string>> {
  await sql(LOCK_PORTALS_SQL);
  const portals = await sql<{ filter: string }>(ASKED_SQL);
  return new Set(portals.flatMap(({ filter }) => factsAskedBy(JSON.parse(filter) as PortalFilter)));
}

async function lockHeads(sql: Sql, documents: readonly Document[]): Promise<ReadonlyMap<string, Head>> {
  const rows = await sql<HeadRow>(LOCK_HEADS_SQL, {
    documents: JSON.stringify(documents.map(({ documentId, uid }) => ({ document_id: documentId, uid }))),
  });
  return new Map(rows.map((row) => [row.document_id, headOf(row)]));
}

const eventInput = ({ head, state: { documentId, ...state }, digest }: Found) => ({
  document_id: documentId,
  ...state,
  prior: priorOf(head),
  digest,
});
