import type { Core } from '@strapi/strapi';
import type { Queue } from '#src/platform/jobs/index';
import { queueMail } from '#src/platform/mail/mail-queue';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { archiveOf } from './archive';
import { exportById } from './exports';
import * as SQL from './exports.sql';
import { EXPORT, EXPORT_QUEUE } from './names';

// Large enough that a picture is a handful of rows, small enough to be held in memory several times.
const PART_BYTES = 512 * 1024;

/** Joins and cuts what comes into parts of one size. */
async function* inParts(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.length;
    while (size >= PART_BYTES) {
      const all = Buffer.concat(held);
      yield all.subarray(0, PART_BYTES);
      held = [all.subarray(PART_BYTES)];
      size -= PART_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Stores an archive part by part. @returns its length; `undefined` if the export is gone meanwhile */
async function store(
  strapi: Core.Strapi,
  id: string,
  content: AsyncIterable<Buffer>,
): Promise<number | undefined> {
  const sql = sqlOf(strapi);
  let bytes = 0;
  let number = 0;
  for await (const part of inParts(content)) {
    const [added] = await sql(SQL.ADD_PART_SQL, { id, number, content: part });
    if (!added) return undefined;
    number += 1;
    bytes += part.length;
  }
  return bytes;
}

/** Makes an export that was asked for; again from the start, if an earlier run has not come to its end. */
export async function makeExport(strapi: Core.Strapi, id: string, now: Date): Promise<void> {
  const asked = await exportById(sqlOf(strapi), id);
  if (!asked || asked.readyAt) return;
  await sqlOf(strapi)(SQL.CLEAR_SQL, { id });
  const bytes = await store(strapi, id, await archiveOf(strapi, asked.accountId, asked.language, now));
  if (bytes === undefined) return;
  await inTransaction(strapi, async (sql) => {
    const [ready] = await sql(SQL.READY_SQL, { id, bytes });
    if (ready) await queueMail(strapi, EXPORT, { exportId: id });
  });
}

/** Makes exports, one at a time on each instance. */
export const exportQueue = (strapi: Core.Strapi): Queue<{ exportId: string }> => ({
  name: EXPORT_QUEUE,
  // Minutes for the largest, on a slow disk.
  expireInSeconds: 900,
  handle: ({ data: { exportId } }) => makeExport(strapi, exportId, new Date()),
});
