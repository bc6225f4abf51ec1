import type { Core } from '@strapi/strapi';
import { inTransaction } from './sql';

/**
 * Runs one part of a transaction that may fail without undoing the rest: a throw rolls back what the part wrote, and
 * only that. One part at a time; the transaction has to be open.
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
