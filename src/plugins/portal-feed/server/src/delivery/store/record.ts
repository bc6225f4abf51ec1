import { setTimeout as pause } from 'node:timers/promises';
import type { AttemptFailure, DeliveryState } from '../../contract';
import type { Store } from './pool';

/** What came of one attempt, as it is written down. Times in ISO 8601, durations in milliseconds. */
export interface AttemptRecord {
  readonly id: string;
  readonly portal: string;
  readonly number: number;
  readonly started: string;
  readonly duration: number;
  readonly status: number | null;
  readonly failure: AttemptFailure | null;
  readonly detail: string | null;
  readonly excerpt: string | null;
  readonly state: DeliveryState;
  /** When it is tried again. */
  readonly next: string | null;
  /** Whether it says something about the portal. */
  readonly counts: boolean;
}

export interface Recorder {
  /** Resolves when the attempt is durable. */
  add(record: AttemptRecord): Promise<void>;
}

interface Waiting {
  readonly record: AttemptRecord;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const MOST_AT_ONCE = 200;

// A restart of PostgreSQL takes about a second. What is not written down is sent again under the same id.
const PAUSES = [100, 400, 1_500, 3_000];

async function write({ query }: Store, records: readonly AttemptRecord[]): Promise<void> {
  const json = JSON.stringify(records);
  for (const wait of [...PAUSES, null]) {
    try {
      await query('select stadtverbund.feed_record($1::jsonb)', [json], 'feed-record');
      return;
    } catch (error) {
      if (wait === null) throw error;
      await pause(wait);
    }
  }
}

/**
 * Writes attempts down, all that came in while the statement before ran in one (as PostgreSQL groups commits): under
 * load ten attempts cost as much as one.
 */
export function createRecorder(store: Store): Recorder {
  const waiting: Waiting[] = [];
  let writing = false;

  const flush = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      try {
        await write(
          store,
          batch.map(({ record }) => record),
        );
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  };

  return {
    add: (record) =>
      new Promise((done, failed) => {
        waiting.push({ record, done, failed });
        void flush();
      }),
  };
}
