import type { Sql } from '#src/publication/index';
import type { Actor } from '../contract';
import type { ModerationState } from '../domain/moderation-state';
import type { Action } from '../domain/transitions';

/** The path by which something was done. */
export type Via = 'moderation' | 'self-service' | 'content-manager' | 'code';

export interface LogEntry {
  readonly uid: string;
  readonly documentId: string;
  readonly action: Action;
  readonly from: ModerationState;
  readonly to: ModerationState;
  readonly version: number;
  readonly actor: Actor;
  readonly via: Via;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

const APPEND = `insert into stadtverbund.moderation_log
  (content_type, document_id, action, submission_from, submission_to, publication_from, publication_to,
   version, actor_kind, actor_id, actor_name, via, reason, details)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) returning id`;

/**
 * Appends one row to the log, in the transaction of what it records. The database refuses to change it later.
 * @returns its id
 */
export async function appendLog(sql: Sql, entry: LogEntry): Promise<string> {
  const { from, to, actor } = entry;
  const rows = await sql<{ id: string }>(APPEND, [
    entry.uid,
    entry.documentId,
    entry.action,
    from.submission,
    to.submission,
    from.publication,
    to.publication,
    entry.version,
    actor.kind,
    actor.id,
    actor.name,
    entry.via,
    entry.reason,
    JSON.stringify(entry.details),
  ]);
  if (!rows[0]) throw new Error('The moderation log did not take a row.');
  return rows[0].id;
}
