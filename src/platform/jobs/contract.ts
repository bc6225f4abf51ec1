import type PgBoss from 'pg-boss';

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

/**
 * A queue that takes its jobs by itself, where a poll a second and one job at a time are too slow. Registered like a
 * queue; `start` is called when pg-boss runs.
 */
export interface Worker {
  readonly name: string;
  /** `short`: of jobs with the same `singletonKey`, one waits at most. */
  readonly policy?: 'standard' | 'short';
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly expireInSeconds: number;
  start(boss: PgBoss): Promise<void>;
  /** Takes no more jobs and ends those that run; 10 s at most. */
  stop(): Promise<void>;
}
