import type { Sql } from '#src/platform/sql/sql';

/** What was asked or done. */
export const REQUESTS = [
  'information',
  'export',
  'deletion',
  'deletion-undone',
  'erasure',
  'lookup',
  'download',
] as const;

export type RequestKind = (typeof REQUESTS)[number];

interface Noted {
  readonly what: RequestKind;
  /** Whether it is about an account, or about an address without one. */
  readonly whose: 'account' | 'address';
  /** Row id in `admin_users`; none if the person did it. */
  readonly editorId?: number;
}

const NOTE_SQL = `
insert into stadtverbund.data_request (what, whose, editor_id) values (:what, :whose, :editorId)`;

/** Writes down that something was asked or done, and nothing of whom it was about. In the transaction of what it notes. */
export async function noteRequest(sql: Sql, { what, whose, editorId }: Noted): Promise<void> {
  await sql(NOTE_SQL, { what, whose, editorId: editorId ?? null });
}

/** A line of the log. */
export interface LoggedRequest {
  readonly id: string;
  readonly at: Date;
  readonly what: RequestKind;
  readonly whose: 'account' | 'address';
  /** `null` if the person did it; without a name if the editor is gone. */
  readonly editor: { readonly id: number; readonly name: string | null } | null;
}

interface Row extends Omit<LoggedRequest, 'editor'> {
  readonly editorId: number | null;
  readonly editorName: string | null;
}

const LIST_SQL = `
select r.id::text as id, r.at, r.what, r.whose, r.editor_id as "editorId",
  coalesce(nullif(concat_ws(' ', e.firstname, e.lastname), ''), e.username, e.email) as "editorName"
from stadtverbund.data_request r left join admin_users e on e.id = r.editor_id
order by r.id desc limit :limit offset :offset`;

const COUNT_SQL = `select count(*)::int as total from stadtverbund.data_request`;

/** A page of the log, the newest first. */
export async function readRequests(
  sql: Sql,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ requests: LoggedRequest[]; total: number }> {
  const rows = await sql<Row>(LIST_SQL, { limit: pageSize, offset: (page - 1) * pageSize });
  const [counted] = await sql<{ total: number }>(COUNT_SQL);
  const requests = rows.map(({ editorId, editorName, ...row }): LoggedRequest => ({
    ...row,
    editor: editorId === null ? null : { id: editorId, name: editorName },
  }));
  return { requests, total: counted?.total ?? 0 };
}
