import type { Core } from '@strapi/strapi';
import { inTransaction } from './sql';

/**
 * Runs one part of a transaction that may fail without undoing the rest: a throw rolls back only what the part wrote.
 * One part at a time, in an open transaction.
 */
export function inSavepoint<Result>(strapi: Core.Strapi, part: () => Promise<Result>): Promise<Result> {
  return inTransaction(strapi, async (sql) => {
    await sql('savepoint part');
    try {
      const result = await part();
      await sql('release savepoint part');
      return result;
    } catch (error) {
      await sql('rollback to savepoint part');
      await sql('release savepoint part');
      throw error;
    }
  });
}
