import { createHash } from 'node:crypto';
import type { Sql } from '#src/platform/sql/sql';
import { findById, type FoundAccount } from '../find-account';

/** What ends a link when it changes, by whatever path: `address`, or `password` and address. */
type Until = 'address' | 'password';

const digestOf = ({ id, email, password }: FoundAccount, until: Until): string =>
  createHash('sha256')
    .update(JSON.stringify([id, email, until === 'password' ? password : null]))
    .digest('base64url')
    // 128 bits
    .slice(0, 22);

/** The subject of a link about an account as it is now. */
export const subjectOf = (account: FoundAccount, until: Until): string =>
  `${account.id}.${digestOf(account, until)}`;

/**
 * The account that a link is about, if it is still what it was made for.
 * @param hold locks the row until the transaction ends
 */
export async function linkedAccount(
  sql: Sql,
  subject: string,
  until: Until,
  { hold = false } = {},
): Promise<FoundAccount | undefined> {
  const [id = '', digest] = subject.split('.');
  const account = /^\d{1,9}$/.test(id) ? await findById(sql, Number(id), { hold }) : undefined;
  return account && !account.blocked && digestOf(account, until) === digest ? account : undefined;
}
