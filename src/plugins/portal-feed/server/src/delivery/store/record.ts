import { setTimeout as pause } from 'node:timers/promises';
import type { AttemptFailure, DeliveryState } from '../../contract';
import { grouped } from './grouped';
import type { Store } from './pool';

/** The record of one attempt. Times in ISO 8601, durations in milliseconds. */
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
  /** When it will be tried again. */
  readonly next: string | null;
  /** Whether it says something about the portal. */
  readonly counts: boolean;
}

/** What is known once an attempt has been recorded. */
export interface Recorded {
  /** Whether something is due for the portal, now that a place is free. */
  readonly isMoreDue: boolean;
}

/** Records an attempt; resolves when it is durable. */
export type Recorder = (record: AttemptRecord) => Promise<Recorded>;

const MOST_AT_ONCE = 200;

// A restart of PostgreSQL takes about a second. What cannot be recorded is sent again under the same id.
const PAUSES = [100, 400, 1_500, 3_000];

/** @returns the portals with due deliveries */
async function write({ query }: Store, records: readonly AttemptRecord[]): Promise<ReadonlySet<string>> {
  const json = JSON.stringify(records);
  for (const wait of [...PAUSES, null]) {
    try {
      const due = await query<{ portal: string }>(
        'select stadtverbund.feed_record($1::jsonb) as portal',
        [json],
        'feed-record',
      );
      return new Set(due.map(({ portal }) => portal));
    } catch (error) {
      if (wait === null) throw error;
      await pause(wait);
    }
  }
  return new Set();
}

/** Records attempts, many in one statement. */
export const createRecorder = (store: Store): Recorder =>
  grouped(MOST_AT_ONCE, async (records: readonly AttemptRecord[]) => {
    const due = await write(store, records);
    return records.map(({ portal }) => ({ isMoreDue: due.has(portal) }));
  });
