import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { actionsOffered } from '../domain/transitions';
import type { DocumentView } from '../panel-contract';
import { describeDocument } from './document-description';
import { readLog } from './read-log';
import { statesOf } from './states';
import { factsOf, type SubmissionRecord } from './submission-rows';

const ROW = `select * from stadtverbund.submission where content_type = ? and document_id = ?`;

/** The states of a document, its log, and the possible actions; `undefined` if it does not exist. */
export async function readDocument(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<DocumentView | undefined> {
  const described = await describeDocument(strapi, uid, documentId);
  const state = (await statesOf(strapi, uid, [documentId])).get(documentId);
  if (!described || !state) return undefined;
  const rows = await inTransaction(strapi, (sql) => sql<SubmissionRecord>(ROW, [uid, documentId]));
  const row = rows[0];
  const facts = row ? factsOf(row) : { submission: state.submission.state, publication: state.publication };
  return {
    ...state,
    submissionId: row?.id ?? null,
    contentType: uid,
    documentId,
    title: described.title,
    actions: actionsOffered('document', facts, row?.before_archive),
    log: await readLog(strapi, uid, documentId),
  };
}
