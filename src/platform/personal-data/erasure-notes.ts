import type { Core } from '@strapi/strapi';
import { enqueue, jobsRun, type Queue } from '../jobs';
import type { Sql } from '../sql/sql';
import type { DataSubject, ErasureChoice, ErasureReason } from './contract';

/** After so long what was erased is looked for again: longer than any request or mail runs that may still write of it. */
export const AGAIN_SECONDS = 600;

const NOTE_SQL = `
insert into stadtverbund.erasure (account_id, reason, listings, erased_at, due_at)
values (:accountId, :reason, :listings, now(), now() + interval '${AGAIN_SECONDS} seconds')
on conflict (account_id) do update set email = null, erased_at = now(), due_at = excluded.due_at`;

const REQUEST_SQL = `
insert into stadtverbund.erasure (account_id, reason, listings) values (:accountId, :reason, :listings)
on conflict (account_id) do nothing`;

/** Finishes erasures (finish-erasures.ts). */
export const ERASURE: Pick<Queue<object>, 'name'> = { name: 'erasure' };

const soon = async (strapi: Core.Strapi): Promise<void> => {
  if (jobsRun(strapi)) await enqueue(strapi, ERASURE, {});
};

/** Notes that an erasure is to be finished after its commit: files, and what of an account is written meanwhile. */
export async function noteErased(
  strapi: Core.Strapi,
  sql: Sql,
  { accountId }: DataSubject,
  reason: ErasureReason,
  { listings }: ErasureChoice,
): Promise<void> {
  if (accountId !== undefined) await sql(NOTE_SQL, { accountId, reason, listings });
  await soon(strapi);
}

/**
 * Has an account erased by a job once the surrounding transaction commits: not in a contributor's own request, which may
 * delete no account. While something is open it is tried again each day.
 */
export async function queueErasure(
  strapi: Core.Strapi,
  sql: Sql,
  accountId: number,
  reason: ErasureReason,
  { listings }: ErasureChoice,
): Promise<void> {
  await sql(REQUEST_SQL, { accountId, reason, listings });
  await soon(strapi);
}
