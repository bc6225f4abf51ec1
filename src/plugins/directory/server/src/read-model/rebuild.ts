import type { Core } from '@strapi/strapi';
import { holdPublications, inTransaction } from '#src/publication/index';
import { withSessionLock } from '#src/platform/sql/session-lock';
import { allDocuments } from './all-documents';
import { DELETE_LOST_HOURS, SWEEP_HOURS } from './hours.sql';
import { renewHours } from './hours';
import { batches, build, store, typesInOrder } from './refresh';
import { localesOf } from './row-context';
import { sweepWords } from './words';
import { DELETE_FOREIGN_ROWS } from './write-rows.sql';
import { isOutdated, noteShape } from './shape-note';

/** Called after each batch. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Rebuilds the whole read model, one batch of documents per transaction: readers see each document in its old or new
 * state, and publications wait for one batch at most. Two rebuilds would only wait for each other, so the second begins
 * when the first is done.
 * @returns how many documents were processed
 */
export const rebuild = (
  strapi: Core.Strapi,
  clock: () => Date,
  onProgress: OnProgress = () => undefined,
): Promise<number> => withSessionLock(strapi, 'rebuild', () => makeAnew(strapi, clock, onProgress));

/**
 * The same, but only if the read model was built by an older release, for other locales, or never; checked after
 * waiting for another rebuild.
 * @returns how many documents were processed; `null` if it was up to date
 */
export const rebuildOutdated = (strapi: Core.Strapi, clock: () => Date): Promise<number | null> =>
  withSessionLock(strapi, 'rebuild', async () =>
    (await isOutdated(strapi)) ? makeAnew(strapi, clock, () => undefined) : null,
  );

async function makeAnew(strapi: Core.Strapi, clock: () => Date, onProgress: OnProgress): Promise<number> {
  const types = typesInOrder(strapi);
  const work = await inTransaction(strapi, async (sql) => {
    const found = [];
    for (const type of types) found.push({ type, documents: await allDocuments(strapi, sql, type) });
    return found;
  });
  const total = work.reduce((sum, { documents }) => sum + documents.length, 0);
  let done = 0;
  onProgress(done, total);
  for (const { type, documents } of work)
    for (const batch of batches(documents)) {
      await inTransaction(strapi, async (sql) => {
        await holdPublications(strapi);
        const now = clock();
        await store(strapi, sql, await build(strapi, sql, type, batch, now), now, 'all');
      });
      done += batch.length;
      onProgress(done, total);
    }
  await renewAll(strapi, clock);
  await sweep(strapi);
  await noteShape(strapi);
  return total;
}

/** Recomputes all hours that need it, one batch per transaction. */
export async function renewAll(strapi: Core.Strapi, clock: () => Date): Promise<void> {
  while ((await inTransaction(strapi, (sql) => renewHours(strapi, sql, clock()))) > 0);
}

/** Removes what no listing uses any more: hours, words, and rows of types that are no longer in the directory. */
export async function sweep(strapi: Core.Strapi): Promise<void> {
  const uids = typesInOrder(strapi).map(({ uid }) => uid);
  const { locales } = await localesOf(strapi);
  await inTransaction(strapi, async (sql) => {
    // A publication that is about to use some of it must wait.
    await holdPublications(strapi);
    await sql(DELETE_FOREIGN_ROWS, { uids });
    await sql(DELETE_LOST_HOURS);
    await sql(SWEEP_HOURS);
    await sweepWords(sql, locales);
  });
}
