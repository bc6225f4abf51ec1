import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import { Refusal } from '#src/platform/refusals/refusal';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import type { Deletion } from './deletions';
import * as SQL from './deletions.sql';
import { holdAccount } from './hold-account';
import { eraseAccount, sendFarewell } from './erase-account';
import { DELETION_QUEUE } from './names';

/** @returns whether it was deleted; not if it was taken back, or by another instance meanwhile */
async function deleteDue(strapi: Core.Strapi, accountId: number): Promise<boolean> {
  const letter = await inTransaction(strapi, async (sql) => {
    await holdAccount(sql, accountId);
    const [due] = await sql<Deletion>(SQL.STILL_DUE_SQL, { accountId });
    return due && eraseAccount(strapi, sql, due);
  });
  await sendFarewell(strapi, letter);
  return letter !== undefined;
}

/**
 * Deletes the accounts whose week is over, each in a transaction of its own. One that fails, or that something keeps since,
 * stays as it is and is tried again the next hour.
 * @returns how many were deleted
 * @throws AggregateError after all were tried
 */
export async function deleteDueAccounts(strapi: Core.Strapi): Promise<number> {
  const failures: Error[] = [];
  let deleted = 0;
  for (const { accountId } of await sqlOf(strapi)<{ accountId: number }>(SQL.DUE_SQL)) {
    try {
      if (await deleteDue(strapi, accountId)) deleted += 1;
    } catch (error) {
      const isOpen = error instanceof Refusal && error.code === 'erasure-open';
      if (isOpen) strapi.log.warn(`Account ${accountId} is not deleted yet: something of it is open.`);
      else failures.push(new Error(`Account ${accountId}: ${(error as Error).message}`, { cause: error }));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
  return deleted;
}

/** Every hour, once per cluster. */
export const deletionQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: DELETION_QUEUE,
  expireInSeconds: 3_600,
  schedule: { cron: '13 * * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    const deleted = await deleteDueAccounts(strapi);
    if (deleted > 0) strapi.log.info(`${deleted} accounts were deleted at the request of their owners.`);
  },
});
