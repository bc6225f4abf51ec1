import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../../publication';
import type { DocumentState } from '../contract';
import { decideTransition, needsReason, type Action } from '../domain/transitions';
import { describe } from './describe';
import { readLog, type LogLine } from './read-log';
import { statesOf } from './states';
import { factsOf, type SubmissionRecord } from './submission-rows';

/** What the panel beside a document's form shows. */
export interface DocumentView extends DocumentState {
  /** The number of its line in the queue; `null` while moderation has none. */
  readonly submissionId: number | null;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  /** What an editor may do with it now. */
  readonly actions: readonly { readonly action: Action; readonly needsReason: boolean }[];
  readonly log: readonly LogLine[];
}

const OFFERED: readonly Action[] = [
  'approve',
  'request-changes',
  'reject',
  'suspend',
  'reinstate',
  'archive',
  'restore',
];

const ROW = `select * from stadtverbund.submission where content_type = ? and document_id = ?`;

/** The two facts of a document, its log, and what can be done; `undefined` when it does not exist. */
export async function readDocument(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<DocumentView | undefined> {
  const described = await describe(strapi, uid, documentId);
  const state = (await statesOf(strapi, uid, [documentId])).get(documentId);
  if (!described || !state) return undefined;
  const rows = await inTransaction(strapi, (sql) => sql<SubmissionRecord>(ROW, [uid, documentId]));
  const row = rows[0];
  const facts = row ? factsOf(row) : { submission: state.submission.state, publication: state.publication };
  const beforeArchive = row?.before_archive ?? 'none';
  const allowed = OFFERED.filter(
    (action) => decideTransition({ action, by: 'editor', facts, beforeArchive, reason: '…' }).ok,
  );
  return {
    ...state,
    submissionId: row?.id ?? null,
    contentType: uid,
    documentId,
    title: described.title,
    actions: allowed.map((action) => ({ action, needsReason: needsReason(action) })),
    log: await readLog(strapi, uid, documentId),
  };
}
