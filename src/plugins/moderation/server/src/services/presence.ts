import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import type { Viewer } from '../panel-contract';

// An open page reports every 20 s; after three missed reports it counts as closed.
const SEEN_SECONDS = 60;

const SEE = `insert into stadtverbund.presence (submission_id, admin_id, name) values (?, ?, ?)
  on conflict (submission_id, admin_id) do update set seen_at = now(), name = excluded.name`;
const VIEWERS = `select admin_id, name, seen_at from stadtverbund.presence
  where submission_id = ? and seen_at > now() - make_interval(secs => ?) order by seen_at`;
const SWEEP = `delete from stadtverbund.presence where seen_at < now() - make_interval(secs => ?)`;

interface Row {
  admin_id: number;
  name: string;
  seen_at: Date;
}

/** Who has reported within the last minute that the page is open. */
export async function readViewers(strapi: Core.Strapi, submissionId: number): Promise<Viewer[]> {
  const rows = await inTransaction(strapi, (sql) => sql<Row>(VIEWERS, [submissionId, SEEN_SECONDS]));
  return rows.map(({ admin_id, name, seen_at }) => ({ id: admin_id, name, seenAt: seen_at.toISOString() }));
}

/** Records that an editor is looking at a submission. @returns the others who are */
export async function notePresence(
  strapi: Core.Strapi,
  submissionId: number,
  editor: { id: number; name: string },
): Promise<Viewer[]> {
  await inTransaction(strapi, async (sql) => {
    await sql(SWEEP, [SEEN_SECONDS]);
    await sql(SEE, [submissionId, editor.id, editor.name]);
  });
  return (await readViewers(strapi, submissionId)).filter(({ id }) => id !== editor.id);
}

/** Records that an editor has left a submission. */
export async function endPresence(
  strapi: Core.Strapi,
  submissionId: number,
  editorId: number,
): Promise<void> {
  await inTransaction(strapi, (sql) =>
    sql('delete from stadtverbund.presence where submission_id = ? and admin_id = ?', [
      submissionId,
      editorId,
    ]),
  );
}
