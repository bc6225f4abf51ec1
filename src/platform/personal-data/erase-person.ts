import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '../sql/advisory-locks';
import type { Sql } from '../sql/sql';
import type { DataSubject, ErasureChoice, ErasureReason } from './contract';
import { noteErased } from './erasure-notes';
import { personalDataOf } from './registry';
import { assertNothingOpen } from './what-is-open';
import { wholeSubject } from './whole-subject';

// By the address first, which requests with and without an account have in common.
const locksOf = ({ accountId, email }: DataSubject): string[] => [
  ...(email === undefined ? [] : [`erasure of ${email}`]),
  ...(accountId === undefined ? [] : [`erasure of account ${accountId}`]),
];

/** Lets one erasure of a person at a time go on, until it commits. */
export async function holdPerson(sql: Sql, who: DataSubject): Promise<void> {
  for (const lock of locksOf(who)) await holdUntilCommit(sql, lock);
}

/** Erases somebody from everything that is declared. The caller holds the person and has asked what is open. */
export async function eraseHeld(
  strapi: Core.Strapi,
  sql: Sql,
  who: DataSubject,
  reason: ErasureReason,
  choice: ErasureChoice,
): Promise<void> {
  const all = personalDataOf(strapi);
  for (const data of [...all.filter((one) => !one.erasedLast), ...all.filter((one) => one.erasedLast)])
    await data.erase?.(sql, who, reason, choice);
}

/**
 * Erases somebody from everything that is declared, but for what the declarations say is kept. Of two at once, the second
 * waits and finds nothing left. Files go from the disk after the commit, and what a request or a job was still writing of
 * an account goes a little later (finish-erasures.ts).
 * @param sql of the transaction that it belongs to; a throw has to roll it back
 * @param reason `account-deleted` does not ask what is open, since the account is gone already
 * @throws Refusal `erasure-open` (409), with what is open by language in `facts.what`
 */
export async function erasePerson(
  strapi: Core.Strapi,
  sql: Sql,
  who: DataSubject,
  reason: ErasureReason,
  choice: ErasureChoice = { listings: 'leave' },
): Promise<void> {
  const subject = await wholeSubject(sql, who);
  await holdPerson(sql, subject);
  if (reason !== 'account-deleted') await assertNothingOpen(strapi, sql, subject);
  await noteErased(strapi, sql, subject, reason, choice);
  await eraseHeld(strapi, sql, subject, reason, choice);
}
