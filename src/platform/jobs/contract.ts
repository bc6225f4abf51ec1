import type PgBoss from 'pg-boss';

/**
 * What a job handler gets. Jobs may run twice (after a crash), so handlers must be idempotent or harmless when
 * repeated.
 */
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
  /** Retries after the first attempt; default 8. */
  readonly retryLimit?: number;
  /** Seconds before the first retry, doubled for each further one; default 5. */
  readonly retryDelay?: number;
  /** Seconds one attempt may take; default 60. A longer one is started again while it still runs. */
  readonly expireInSeconds?: number;
  /** A cron expression, run once per cluster in the city's time zone. The job's data is then empty. */
  readonly schedule?: { readonly cron: string; readonly timeZone: string };
  /** Asked at each start of an instance: whether there is something to do before the schedule says so. */
  dueAtStart?(): Promise<boolean>;
}

/**
 * A queue that fetches its own jobs, where one job at a time is too slow. Registered like a queue; `start` is called when pg-boss is running.
 */
export interface Worker {
  readonly name: string;
  /** `short`: of jobs with the same `singletonKey`, at most one waits. */
  readonly policy?: 'standard' | 'short';
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly expireInSeconds: number;
  start(boss: PgBoss): Promise<void>;
  /** Fetches no more jobs and ends running ones, in at most 10 s. */
  stop(): Promise<void>;
}
