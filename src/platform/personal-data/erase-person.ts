import type { Core } from '@strapi/strapi';
import { refused } from '../refusals/refusal';
import { holdUntilCommit } from '../sql/advisory-locks';
import { inTransaction, type Sql } from '../sql/sql';
import type { DataSubject, ErasedDocument, ErasureChoice, ErasureReason, FoundRow } from './contract';
import type { ByLanguage } from './domain/declaration';
import { personalDataOf } from './registry';

/** What one module knows of somebody. */
export interface FoundData {
  /** Of the declaration. */
  readonly name: string;
  readonly what: ByLanguage;
  readonly rows: readonly FoundRow[];
}

const ADDRESS_SQL = `select lower(email) as email from up_users where id = :accountId`;

async function whole(sql: Sql, who: DataSubject): Promise<DataSubject> {
  if (who.accountId === undefined || who.email !== undefined) return who;
  const [account] = await sql<{ email: string | null }>(ADDRESS_SQL, { accountId: who.accountId });
  return account?.email ? { ...who, email: account.email } : who;
}

/** All that is known of somebody, by declaration, as of one moment; changes nothing. Where nothing is, nothing is listed. */
export function findPersonalData(strapi: Core.Strapi, who: DataSubject): Promise<FoundData[]> {
  return inTransaction(strapi, async (sql) => {
    const subject = await whole(sql, who);
    const found: FoundData[] = [];
    for (const { name, what, find } of personalDataOf(strapi)) {
      const rows = (await find?.(sql, subject)) ?? [];
      if (rows.length > 0) found.push({ name, what, rows });
    }
    return found;
  });
}

// By the address first, which both kinds of requests may have.
const locksOf = ({ accountId, email }: DataSubject): string[] => [
  ...(email === undefined ? [] : [`erasure of ${email}`]),
  ...(accountId === undefined ? [] : [`erasure of account ${accountId}`]),
];

async function assertNothingOpen(strapi: Core.Strapi, sql: Sql, who: DataSubject): Promise<void> {
  const open: ByLanguage[] = [];
  for (const data of personalDataOf(strapi)) open.push(...((await data.open?.(sql, who)) ?? []));
  if (open.length > 0) throw refused('erasure-open', [], {}, { facts: { what: open } });
}

/**
 * Erases somebody from everything that is declared, but for what the declarations say is kept. Of two at once, the second
 * waits and finds nothing left. Files go from the disk after the commit (erased-files.ts).
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
  const subject = await whole(sql, who);
  for (const lock of locksOf(subject)) await holdUntilCommit(sql, lock);
  if (reason !== 'account-deleted') await assertNothingOpen(strapi, sql, subject);
  const all = personalDataOf(strapi);
  for (const data of [...all.filter((one) => !one.erasedLast), ...all.filter((one) => one.erasedLast)])
    await data.erase?.(sql, subject, reason, choice);
}

/** Removes what remains of documents that were deleted with their person, wherever it is. */
export async function forgetDocuments(
  strapi: Core.Strapi,
  sql: Sql,
  documents: readonly ErasedDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  for (const data of personalDataOf(strapi)) await data.forget?.(sql, documents);
}
