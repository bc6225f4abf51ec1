import type { Core } from '@strapi/strapi';
import { removeStored, type StoredFileName } from '../strapi/patches';
import { sqlOf, type Sql } from '../sql/sql';

// Per statement; the rest follows.
const BATCH = 500;

const DROP_SQL = `
with gone as (delete from files where id = any(:ids) returning hash, ext, formats),
parts as (
  select hash, ext from gone
  union select part.value->>'hash', part.value->>'ext'
  from gone, jsonb_each(case jsonb_typeof(gone.formats) when 'object' then gone.formats else '{}' end) as part)
insert into stadtverbund.erased_file (hash, ext) select hash, ext from parts where hash is not null and ext is not null
on conflict do nothing`;

const SOME_SQL = `select hash, ext from stadtverbund.erased_file order by hash, ext limit ${BATCH}`;
const DONE_SQL = `delete from stadtverbund.erased_file where hash = :hash and ext = :ext`;

/** Deletes the rows of files that nothing shows. Their bytes follow after the commit. */
export async function dropFiles(sql: Sql, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql(DROP_SQL, { ids: [...ids] });
}

/** Whether files wait for their bytes to be removed. */
export const filesWait = async (sql: Sql): Promise<boolean> => (await sql(SOME_SQL)).length > 0;

/** Removes the bytes of dropped files from the storage; one that is gone already is fine. */
export async function removeErasedFiles(strapi: Core.Strapi): Promise<void> {
  const sql = sqlOf(strapi);
  for (;;) {
    const files = await sql<StoredFileName>(SOME_SQL);
    for (const { hash, ext } of files) {
      await removeStored(strapi, { hash, ext });
      await sql(DONE_SQL, { hash, ext });
    }
    if (files.length < BATCH) return;
  }
}
