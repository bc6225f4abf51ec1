import { holdPerson, wholeSubject } from '#src/platform/personal-data/index';
import type { Sql } from '#src/platform/sql/sql';

/** Lets one erasure of an account at a time go on, as every erasure does; before anything else of it is locked. */
export const holdAccount = async (sql: Sql, accountId: number): Promise<void> =>
  holdPerson(sql, await wholeSubject(sql, { accountId }));
