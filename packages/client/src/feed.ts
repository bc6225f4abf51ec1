import { CityError } from './city-error.ts';
import { connect, type CallOptions, type Connection, type ConnectionOptions } from './http.ts';
import { sleep } from './waiting.ts';

/** An event of the portal feed (docs/feed.md): the body of a webhook, an item of a page, a line of a snapshot. */
export interface FeedEvent {
  /** `business.published`, `offer.removed`, `feed.ping`, …; ignore those that you do not know. */
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    /** The document that this is about; it never changes. */
    readonly id: string;
    /** The event's number in the city's log; a higher one is newer. */
    readonly sequence: number;
    readonly url?: string;
    readonly locales?: readonly string[];
    /** schema.org JSON-LD; absent if the listing was removed. */
    readonly listing?: Readonly<Record<string, unknown>>;
  };
}

export interface FeedPage {
  readonly data: readonly FeedEvent[];
  readonly meta: { readonly cursor: string; readonly more: boolean };
}

/** Part of what has changed: apply the events, then delete what is gone, then store the cursor. */
export interface FeedBatch {
  readonly events: readonly FeedEvent[];
  /**
   * Where to go on next time. `undefined` in the middle of a snapshot: what was stored before stays valid, since a
   * snapshot that breaks off is read again.
   */
  readonly cursor: string | undefined;
  /**
   * With the last batch of a snapshot: the ids of everything that is public. Delete the rest, save for what a webhook
   * brought since the snapshot began.
   */
  readonly whole: ReadonlySet<string> | undefined;
}

export interface Following extends CallOptions {
  /**
   * Seconds that the city may wait for news, up to 30. With 0, or left out, the batches end once you are in step; else
   * they go on until `signal` is aborted.
   */
  readonly wait?: number;
  /** Events a request, 1 to 500; 100 if left out. */
  readonly limit?: number;
  /**
   * Called when a request fails that may succeed later (no network, 5xx, 429). It is then repeated after 1, 2, 4, … 60
   * seconds, or after the city's Retry-After. Left out, the error is thrown.
   */
  readonly onTrouble?: (error: unknown) => void;
}

export interface Feed {
  /** One page of events after a cursor; from the beginning of the log without one. */
  events(
    query?: { readonly after?: string; readonly limit?: number; readonly wait?: number },
    options?: CallOptions,
  ): Promise<FeedPage>;
  /**
   * Everything that has changed since a cursor, batch by batch. Without a cursor, or with one that can no longer be
   * followed (410), first a snapshot of everything.
   *
   * @param cursor that of the last batch, kept by you
   * @throws CityError if the token is refused, for example
   */
  changes(cursor: string | undefined | null, options?: Following): AsyncGenerator<FeedBatch, void, undefined>;
}

/**
 * Whether an event is news to somebody who has applied another one for the same `data.id`: deliveries come at least once
 * and in any order.
 *
 * @param known its `data.sequence`; keep that of a removed listing, too
 */
export const isNews = (event: FeedEvent, known: number | undefined): boolean =>
  known === undefined || event.data.sequence >= known;

type SnapshotLine =
  | { readonly type: 'snapshot.begin'; readonly cursor: string }
  | { readonly type: 'snapshot.end'; readonly cursor: string; readonly count: number }
  | FeedEvent;

const BATCH = 100;
const LONGEST_PAUSE = 60;

async function* linesOf(response: Response): AsyncGenerator<SnapshotLine> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const read = await reader?.read();
      if (!read || read.done) return;
      const lines = (rest + read.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as SnapshotLine;
    }
  } finally {
    // Nobody reads on: the city need not send on.
    await reader?.cancel();
  }
}

async function* snapshot(connection: Connection, options: CallOptions): AsyncGenerator<FeedBatch> {
  const headers = { accept: 'application/x-ndjson', ...options.headers };
  const response = await connection.send('GET', '/api/feed/snapshot', { ...options, headers });
  const whole = new Set<string>();
  let events: FeedEvent[] = [];
  for await (const line of linesOf(response)) {
    if ('data' in line) {
      whole.add(line.data.id);
      events.push(line);
    } else if (line.type === 'snapshot.end') {
      yield { events, cursor: line.cursor, whole };
      return;
    }
    if (events.length < BATCH) continue;
    yield { events, cursor: undefined, whole: undefined };
    events = [];
  }
  // Without its last line a snapshot is not whole.
  throw new CityError({ status: 503, code: 'snapshot-broken-off', message: 'The snapshot broke off.' });
}

const isGone = (error: unknown): boolean => error instanceof CityError && error.status === 410;

/** A refusal of what is asked stays one; anything else may pass. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof CityError) || error.status >= 500 || error.status === 429;

/** The feed of a portal: what leaves the city, to be pulled with the portal's token. */
export function createFeed(options: ConnectionOptions & { readonly token: string }): Feed {
  const connection = connect(options);

  const events: Feed['events'] = (query = {}, call = {}) =>
    connection.json('GET', '/api/feed/events', { ...call, query }) as Promise<FeedPage>;

  /** Ends once in step, or never if it waits. */
  async function* inOrder(
    cursor: string | undefined | null,
    { wait = 0, limit = BATCH, onTrouble: _ignored, ...call }: Following,
  ): AsyncGenerator<FeedBatch> {
    let after = cursor ?? undefined;
    for (let more = true; more || wait > 0;) {
      if (after === undefined) {
        for await (const batch of snapshot(connection, call)) {
          after = batch.cursor;
          yield batch;
        }
      }
      try {
        const page = await events(
          { ...(after ? { after } : {}), limit, ...(wait > 0 && !more ? { wait } : {}) },
          call,
        );
        ({ more } = page.meta);
        after = page.meta.cursor;
        yield { events: page.data, cursor: after, whole: undefined };
      } catch (error) {
        if (!isGone(error)) throw error;
        after = undefined;
      }
    }
  }

  return {
    events,

    async *changes(cursor, following = {}) {
      const { signal, onTrouble } = following;
      let known = cursor;
      for (let failures = 0; ;) {
        try {
          for await (const batch of inOrder(known, following)) {
            failures = 0;
            known = batch.cursor ?? known;
            yield batch;
          }
          return;
        } catch (error) {
          if (signal?.aborted) return;
          if (!onTrouble || !mayPass(error)) throw error;
          onTrouble(error);
          const { retryAfter = Math.min(LONGEST_PAUSE, 2 ** failures) } = error as Partial<CityError>;
          failures += 1;
          await sleep(retryAfter, signal).catch(() => undefined);
        }
      }
    },
  };
}
