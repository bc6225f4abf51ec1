import type { Sql } from '../sql/sql';
import type { DataSubject } from './contract';

const ADDRESS_SQL = `select lower(email) as email from up_users where id = :accountId`;

/** A person with the address of the account, if only that is given. */
export async function wholeSubject(sql: Sql, who: DataSubject): Promise<DataSubject> {
  if (who.accountId === undefined || who.email !== undefined) return who;
  const [account] = await sql<{ email: string | null }>(ADDRESS_SQL, { accountId: who.accountId });
  return account?.email ? { ...who, email: account.email } : who;
}
