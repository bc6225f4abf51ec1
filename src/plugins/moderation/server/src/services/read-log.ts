import type { Core } from '@strapi/strapi';
import { refusalsOf } from '#src/platform/mail/failures';
import { inTransaction } from '#src/publication/index';
import type { ActorKind } from '../domain/moderation-state';
import type { Action } from '../domain/transitions';
import type { ContributorHistory, LogLine } from '../panel-contract';
import { tableOf } from '#src/platform/strapi/tables';

interface Row {
  id: string;
  at: Date;
  action: Action;
  actor_kind: ActorKind;
  actor_id: number | null;
  actor_name: string | null;
  via: string;
  reason: string | null;
  version: number;
  submission_from: string;
  submission_to: string;
  publication_from: string;
  publication_to: string;
  details: string;
}

// Editors read only the newest; a document that is edited daily has thousands.
const LOG = `select id, at, action, actor_kind, actor_id, actor_name, via, reason, version, submission_from,
  submission_to, publication_from, publication_to, details::text as details
from stadtverbund.moderation_log where content_type = ? and document_id = ? order by id desc limit 200`;

/** The log of a document, newest first. */
export async function readLog(strapi: Core.Strapi, uid: string, documentId: string): Promise<LogLine[]> {
  const rows = await inTransaction(strapi, (sql) => sql<Row>(LOG, [uid, documentId]));
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    via: row.via,
    reason: row.reason,
    version: row.version,
    from: { submission: row.submission_from, publication: row.publication_from },
    to: { submission: row.submission_to, publication: row.publication_to },
    ...detailsOf(row),
  }));
}

function detailsOf(row: Row): Pick<LogLine, 'details' | 'changedByEditors'> {
  const details = JSON.parse(row.details) as Partial<Pick<LogLine, 'changedByEditors'>>;
  return { details, changedByEditors: details.changedByEditors ?? [] };
}

const HISTORY = `
with mine as (select distinct content_type, document_id from stadtverbund.moderation_log
  where actor_kind = 'contributor' and actor_id = :id)
select account.id, account.username, account.email, account.language, account.created_at as since,
  (select count(*) from stadtverbund.moderation_log
    where actor_kind = 'contributor' and actor_id = :id and action = 'submit')::int as submitted,
  count(*) filter (where log.action = 'approve')::int as approved,
  count(*) filter (where log.action = 'request-changes')::int as changes_requested,
  count(*) filter (where log.action = 'reject')::int as rejected
from :accounts: as account
left join (mine join stadtverbund.moderation_log as log using (content_type, document_id)) on true
where account.id = :id group by account.id, account.username, account.email, account.language, account.created_at`;

interface HistoryRow {
  id: number;
  username: string | null;
  email: string | null;
  language: string | null;
  since: Date | null;
  submitted: number;
  approved: number;
  changes_requested: number;
  rejected: number;
}

/** The history of the account that last wrote to a document; `null` if there is none or it is gone. */
export async function readContributor(
  strapi: Core.Strapi,
  id: number | null,
): Promise<ContributorHistory | null> {
  if (id === null) return null;
  const accounts = tableOf(strapi, 'plugin::users-permissions.user').tableName;
  const rows = await inTransaction(strapi, (sql) => sql<HistoryRow>(HISTORY, { id, accounts }));
  const row = rows[0];
  if (!row) return null;
  const { changes_requested: changesRequested, since, ...rest } = row;
  const refused = row.email ? (await refusalsOf(strapi, [row.email])).get(row.email) : 0;
  return { ...rest, changesRequested, since: since?.toISOString() ?? null, refusedMails: refused ?? 0 };
}
