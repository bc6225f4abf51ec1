import type { Sql } from '../sql/sql';
import type { Declaration } from './domain/declaration';

/** Whose data are looked for: an account, an address, or both. */
export interface DataSubject {
  /** Row id in `up_users`. */
  readonly accountId?: number;
  /** In the spelling of `normalEmailAddress`. */
  readonly email?: string;
}

/** Why something is erased: at the person's own request, at that of an editor for them, or with the account. */
export type ErasureReason = 'own-request' | 'by-editor' | 'account-deleted';

/**
 * What one module knows of people, and how it is found, erased and deleted in time. Every table with such data is in one
 * (tests/integration/platform/personal-data.test.ts).
 */
export interface PersonalData extends Declaration {
  /** Rows for the export, with names of columns that a person understands. Without it, nobody can be found in there. */
  find?(sql: Sql, who: DataSubject): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Removes the person, in the transaction of the whole erasure. Done twice, it is as if done once. */
  erase?(sql: Sql, who: DataSubject, reason: ErasureReason): Promise<void>;
  /**
   * Deletes what has had its time; called each night, in a transaction of its own.
   * @param today ISO date by the city's clock
   * @returns how many rows
   */
  retention?(sql: Sql, today: string): Promise<number>;
}
