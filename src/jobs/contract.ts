/** What a job handler gets. Jobs may run twice (a crash after the work): handlers are idempotent or harmless twice. */
export interface Job<T> {
  readonly id: string;
  readonly data: T;
}

/**
 * A queue of background jobs. Registered in a plugin's `register()`, before the jobs start:
 *
 * ```ts
 * const RECEIPT: Queue<{ documentId: string }> = { name: 'self-service-receipt', handle: (job) => sendReceipt(job.data) };
 * registerQueue(strapi, RECEIPT);
 * await enqueue(strapi, RECEIPT, { documentId }); // commits and rolls back with the surrounding strapi.db.transaction
 * ```
 */
export interface Queue<T extends object> {
  readonly name: string;
  handle(job: Job<T>): Promise<void>;
  /** Tries after the first; default 8. */
  readonly retryLimit?: number;
  /** Seconds before the first retry, doubled with each; default 5. */
  readonly retryDelay?: number;
  /** Seconds one try may take; default 60. A longer one is started again while it still runs. */
  readonly expireInSeconds?: number;
  /** A cron expression, run once per cluster in the city's time zone. The job's data is then empty. */
  readonly schedule?: { readonly cron: string; readonly timeZone: string };
}
