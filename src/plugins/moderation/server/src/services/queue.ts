import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { SUBMISSION_STATES, type PublicationState, type SubmissionState } from '../domain/moderation-state';
import type { QueueItem } from '../panel-contract';
import type { QueueQuery } from '../validation/requests';
import { tableOf } from '#src/platform/strapi/tables';

interface Row {
  id: number;
  version: number;
  state: SubmissionState;
  publication: PublicationState;
  content_type: string;
  document_id: string;
  title: string | null;
  business_document_id: string | null;
  submitted_at: Date | null;
  submitted_by: number | null;
  username: string | null;
  message: string | null;
  message_at: Date | null;
  updated_at: Date;
  reports: string;
}

const ITEM = `select submission.*, account.username,
  (select count(*) from stadtverbund.intake where intake.document_id = submission.document_id
    and intake.decision is null and intake.kind <> 'claim') as reports
from stadtverbund.submission left join :accounts: as account on account.id = submission.submitted_by`;

// An archived document does not wait for anyone, since it can only be restored.
const FILTER = `where submission.state = any(:states) and submission.publication <> 'archived'
  and (:contentType::text is null or submission.content_type = :contentType)`;

const PAGE = `${ITEM} ${FILTER}
order by submission.submitted_at nulls last, submission.updated_at, submission.id limit :limit offset :offset`;

const COUNT = `select count(*)::int as total from stadtverbund.submission ${FILTER}`;
const ONE = `${ITEM} where submission.id = :id`;

const accountsTable = (strapi: Core.Strapi): string =>
  tableOf(strapi, 'plugin::users-permissions.user').tableName;

const itemOf = (row: Row): QueueItem => ({
  id: row.id,
  version: row.version,
  state: row.state,
  publication: row.publication,
  contentType: row.content_type,
  documentId: row.document_id,
  title: row.title,
  businessDocumentId: row.business_document_id,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  submittedBy: row.submitted_by === null ? null : { id: row.submitted_by, username: row.username },
  message: row.message,
  messageAt: row.message_at?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
  reports: Number(row.reports),
});

/** One page of the queue, longest waiting first. */
export function readQueue(
  strapi: Core.Strapi,
  query: Omit<QueueQuery, 'contentType'> & { contentType: string | null },
): Promise<{ items: QueueItem[]; total: number }> {
  const states =
    query.state === 'open' ? SUBMISSION_STATES.filter((state) => state !== 'none') : [query.state];
  const values = {
    accounts: accountsTable(strapi),
    states,
    contentType: query.contentType,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  };
  return inTransaction(strapi, async (sql) => {
    const page = await sql<Row>(PAGE, values);
    const count = await sql<{ total: number }>(COUNT, values);
    return { items: page.map(itemOf), total: count[0]?.total ?? 0 };
  });
}

/** One submission by its id. */
export async function readItem(strapi: Core.Strapi, id: number): Promise<QueueItem | undefined> {
  const values = { accounts: accountsTable(strapi), id };
  const rows = await inTransaction(strapi, (sql) => sql<Row>(ONE, values));
  return rows[0] && itemOf(rows[0]);
}
