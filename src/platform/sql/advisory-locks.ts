import type { Sql } from './sql';

/**
 * Every numbered advisory lock of ours (PostgreSQL, "Advisory Locks"); each number may be used only once. Locks with
 * two numbers have a separate space, where `stadtverbund.feed_lock` (database/schema/220-feed-delivery.sql) uses 7010.
 */
export const LOCKS = {
  /** One instance at a time syncs the schema and runs the setup. */
  boot: 7003,
  /** One import at a time. */
  import: 7010,
  /** Publications announced together wait for those announced alone. */
  publication: 7020,
  /** One rebuild of the read model at a time. */
  rebuild: 7030,
} as const;

/** Waits for other transactions that hold the lock of this name, and holds it until the running one ends. */
export async function holdUntilCommit(sql: Sql, name: string): Promise<void> {
  await sql('select pg_advisory_xact_lock(hashtextextended(:name, 0))', { name });
}
