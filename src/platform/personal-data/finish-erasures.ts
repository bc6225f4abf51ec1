import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '../../domain/public-rule';
import { registerQueue } from '../jobs';
import { inTransaction, sqlOf } from '../sql/sql';
import type { DataSubject, ErasureChoice, ErasureReason } from './contract';
import { eraseHeld, erasePerson, holdPerson } from './erase-person';
import { filesWait, removeErasedFiles } from './erased-files';
import { ERASURE } from './erasure-notes';
import { wholeSubject } from './whole-subject';

// An account that cannot be erased yet is tried again.
const OPEN_HOURS = 24;

const DUE_SQL = `
select account_id as "accountId", email, reason, listings, erased_at is not null as "isErased"
from stadtverbund.erasure where due_at <= now()`;

const DONE_SQL = `delete from stadtverbund.erasure where account_id = :accountId`;

const LATER_SQL = `
update stadtverbund.erasure set due_at = now() + interval '${OPEN_HOURS} hours' where account_id = :accountId`;

interface Due {
  readonly accountId: number;
  readonly email: string | null;
  readonly reason: ErasureReason;
  readonly listings: ErasureChoice['listings'];
  readonly isErased: boolean;
}

const subjectOf = ({ accountId, email }: Due): DataSubject => ({
  accountId,
  ...(email === null ? {} : { email }),
});

/** In the one transaction, so that a crash leaves either nothing or everything done. */
async function eraseNow(strapi: Core.Strapi, noted: Due): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const { accountId } = noted;
    const who = await wholeSubject(sql, subjectOf(noted));
    await holdPerson(sql, who);
    const [due] = await sql<Due>(`${DUE_SQL} and account_id = :accountId`, { accountId });
    if (!due) return;
    if (!due.isErased) await erasePerson(strapi, sql, who, due.reason, due);
    else {
      await eraseHeld(strapi, sql, who, due.reason, due);
      await sql(DONE_SQL, { accountId });
    }
  });
}

async function tryErasure(strapi: Core.Strapi, due: Due): Promise<Error | undefined> {
  try {
    await eraseNow(strapi, due);
    return undefined;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'erasure-open')
      return new Error(`account ${due.accountId}: ${(error as Error).message}`, { cause: error });
    await sqlOf(strapi)(LATER_SQL, { accountId: due.accountId });
    return undefined;
  }
}

/**
 * Erases accounts that are noted for it, and removes files that are left over; what a crash has interrupted, too. May run
 * several times at once.
 * @throws AggregateError after all were tried
 */
async function finishErasures(strapi: Core.Strapi): Promise<void> {
  const failures: Error[] = [];
  for (const due of await sqlOf(strapi)<Due>(DUE_SQL)) {
    const failure = await tryErasure(strapi, due);
    if (failure) failures.push(failure);
  }
  await removeErasedFiles(strapi);
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Erasure failed for ${failures.map(({ message }) => message).join('; ')}`,
    );
}

/** Every minute, once per cluster, and at each start. Call in `register()`. */
export function registerErasures(strapi: Core.Strapi): void {
  registerQueue<object>(strapi, {
    ...ERASURE,
    expireInSeconds: 900,
    // The next minute tries again.
    retryLimit: 0,
    schedule: { cron: '* * * * *', timeZone: DEFAULT_TIME_ZONE },
    async dueAtStart() {
      const sql = sqlOf(strapi);
      return (await sql(DUE_SQL)).length > 0 || filesWait(sql);
    },
    handle: () => finishErasures(strapi),
  });
}
