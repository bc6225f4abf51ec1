import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import type { DocumentState } from '../contract';
import type { SubmissionRecord } from './submission-rows';
import { stateOfRow } from './transition';
import { tableOf } from '#src/platform/strapi/tables';

// A document without a row has never been moderated: it is public if it is published.
const STATES = `
select asked.document_id as asked_id, submission.*,
  exists (select 1 from :table: as entry where entry.document_id = asked.document_id
    and entry.published_at is not null) as published
from unnest(:ids::text[]) as asked(document_id)
left join stadtverbund.submission on submission.content_type = :uid and submission.document_id = asked.document_id`;

type Row = SubmissionRecord & { asked_id: string; published: boolean };

const unseen = (published: boolean): DocumentState => ({
  submission: { state: 'none', version: 0, message: null, messageAt: null, about: [], submittedAt: null },
  publication: published ? 'public' : 'none',
});

/** The states of many documents of one type, in one statement. */
export async function statesOf(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentState>> {
  const table = tableOf(strapi, uid).tableName;
  const rows = await inTransaction(strapi, (sql) => sql<Row>(STATES, { table, uid, ids: [...documentIds] }));
  return new Map(rows.map((row) => [row.asked_id, row.state ? stateOfRow(row) : unseen(row.published)]));
}
