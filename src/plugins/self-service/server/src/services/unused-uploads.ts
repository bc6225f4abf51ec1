import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import { inTextText } from '#src/publication/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { uploadService, type StoredFile } from '#src/platform/strapi/uploads';

// Time to finish an entry: a draft without its pictures is of no use.
const KEPT_DAYS = 7;
// Per night: many times what all accounts of a city upload in a day. The rest waits for the next night.
const MOST_A_NIGHT = 5_000;

/**
 * SQL condition that nothing uses the file `f`: no draft, published row or any other row with a media field; no text;
 * and no stored public version of a suspended or archived document, which may return.
 */
export const unusedText = (strapi: Core.Strapi): string => `
  not exists (select from files_related_mph m where m.file_id = f.id)
  and not exists (select from stadtverbund.withdrawn_revision w
    where jsonb_path_exists(w.content, '$.**.id \\? (@ == $file)', jsonb_build_object('file', f.id))
       or strpos(w.content::text, f.hash) > 0)
  and not ${inTextText(strapi, 'f.hash', 'ever')}`;

const oldText = (strapi: Core.Strapi): string => `
select o.file_id as id from stadtverbund.upload_owner o join files f on f.id = o.file_id
 where o.created_at < cast(:before as timestamptz) and ${unusedText(strapi)}
 order by o.file_id limit ${MOST_A_NIGHT}`;

// Locks the file: a write that puts it into a document waits for this transaction, or this one waits and then sees it
// used.
const HOLD_SQL = 'select from files where id = :id for update';

const stillUnusedText = (strapi: Core.Strapi): string => `
select f.id from files f where f.id = :id and ${unusedText(strapi)}`;

const FORGET_SQL = `
delete from stadtverbund.upload_owner o where not exists (select from files f where f.id = o.file_id)`;

/** @returns whether it was removed; it stays if it is used, also if it has been in the meantime */
export async function removeUnused(strapi: Core.Strapi, id: number): Promise<boolean> {
  return inTransaction(strapi, async (sql) => {
    await sql(HOLD_SQL, { id });
    if ((await sql(stillUnusedText(strapi), { id })).length === 0) return false;
    const file = (await strapi.db.query('plugin::upload.file').findOne({ where: { id } })) as StoredFile;
    // Bytes first, then the row: after a crash in between, the next night still finds the row.
    await uploadService(strapi).remove(file);
    return true;
  });
}

/**
 * Deletes contributors' uploads that are older than seven days and not used by anything, with all formats. Editors'
 * files always stay.
 * @returns how many were deleted
 */
export async function sweepUnusedUploads(strapi: Core.Strapi, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const old = await sqlOf(strapi)<{ id: number }>(oldText(strapi), { before });
  let removed = 0;
  for (const { id } of old) if (await removeUnused(strapi, id)) removed += 1;
  await sqlOf(strapi)(FORGET_SQL);
  return removed;
}

/** Every night, once per cluster. */
export const unusedUploadsQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'self-service-unused-uploads',
  expireInSeconds: 3_600,
  schedule: { cron: '41 3 * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    const removed = await sweepUnusedUploads(strapi, new Date());
    if (removed > 0) strapi.log.info(`${removed} uploaded pictures that nothing used were deleted.`);
  },
});
