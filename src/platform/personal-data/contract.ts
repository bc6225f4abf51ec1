import type { Sql } from '../sql/sql';
import type { ByLanguage, Declaration } from './domain/declaration';

/**
 * Whose data are looked for. An account and its address are one person: with the account alone, its address is looked up.
 * With an address alone, an account of that address is not meant; it is named by its id.
 */
export interface DataSubject {
  /** Row id in `up_users`. */
  readonly accountId?: number;
  /** In the spelling of `normalEmailAddress`. */
  readonly email?: string;
}

/** Why something is erased: at the person's own request, at that of an editor for them, or with the account. */
export type ErasureReason = 'own-request' | 'by-editor' | 'account-deleted';

/** What becomes of listings that nobody else manages. */
export interface ErasureChoice {
  /** `leave`: they stay public, without manager, e-mail address and consent; `remove`: erased, too. */
  readonly listings: 'leave' | 'remove';
}

/** A document whose person is erased, by its content type and document id. */
export interface PersonalDocument {
  readonly uid: string;
  readonly documentId: string;
}

/** A row for the export, with names of columns that a person understands. */
export type FoundRow = Readonly<Record<string, unknown>>;

/**
 * What one module knows of people, and how it is found, erased and deleted in time. Every table with such data is in one
 * (tests/integration/platform/personal-data.test.ts).
 */
export interface PersonalData extends Declaration {
  /** Rows for the export. Without it, nobody can be found in there. */
  find?(sql: Sql, who: DataSubject): Promise<readonly FoundRow[]>;
  /** What keeps the person from being erased, in words; nothing if it may be done. */
  open?(sql: Sql, who: DataSubject): Promise<readonly ByLanguage[]>;
  /** Removes the person, in the transaction of the whole erasure. Done twice, it is as if done once. */
  erase?(sql: Sql, who: DataSubject, reason: ErasureReason, choice: ErasureChoice): Promise<void>;
  /** Erased after all others, which still read it. */
  readonly erasedLast?: true;
  /** Removes what remains of documents that are erased with their person, after they were deleted. */
  forget?(sql: Sql, documents: readonly PersonalDocument[]): Promise<void>;
  /** Takes out of documents that remain what only their person could say: what is not public yet, address, consent. */
  release?(sql: Sql, documents: readonly PersonalDocument[]): Promise<void>;
  /**
   * Deletes what has had its time; called each night, in a transaction of its own.
   * @param today ISO date by the city's clock
   * @returns how many rows
   */
  retention?(sql: Sql, today: string): Promise<number>;
}
