import type { FeedEvent } from './fold';
import type { Store } from './store';

/** Where to pull from. */
export interface Feed {
  /** `https://betriebe.example.de` */
  readonly url: string;
  /** The portal's pull token. */
  readonly token: string;
}

interface EventsPage {
  readonly data: readonly FeedEvent[];
  readonly meta: { readonly cursor: string; readonly more: boolean };
}

type SnapshotLine =
  | { readonly type: 'snapshot.begin'; readonly cursor: string }
  | { readonly type: 'snapshot.end'; readonly cursor: string; readonly count: number }
  | FeedEvent;

const GONE = 410;
// A snapshot of ten thousand listings takes seconds; a connection that says nothing for this long is dead.
const LONGEST_MS = 5 * 60_000;

async function get({ url, token }: Feed, path: string): Promise<Response> {
  const response = await fetch(new URL(path, url), {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  if (!response.ok && response.status !== GONE)
    throw new Error(`${path} answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
  return response;
}

/** Reads all events after the cursor. @returns false if the cursor is too old or the filter has changed */
async function follow(feed: Feed, store: Store): Promise<boolean> {
  for (let more = true; more;) {
    const query = new URLSearchParams({ after: store.cursor ?? '', limit: '100' });
    const response = await get(feed, `/api/feed/events?${query.toString()}`);
    if (response.status === GONE) return false;
    const page = (await response.json()) as EventsPage;
    for (const event of page.data) store.apply(event, null);
    store.moveTo(page.meta.cursor);
    await store.save();
    more = page.meta.more;
  }
  return true;
}

async function* linesOf(response: Response): AsyncGenerator<SnapshotLine> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as SnapshotLine;
  }
}

/** Reads everything that is public now. */
async function takeSnapshot(feed: Feed, store: Store): Promise<void> {
  store.beginSnapshot();
  const listed = new Set<string>();
  let end: string | undefined;
  for await (const line of linesOf(await get(feed, '/api/feed/snapshot'))) {
    if ('data' in line) {
      listed.add(line.data.id);
      store.apply(line, null);
    } else if (line.type === 'snapshot.end') end = line.cursor;
  }
  // Without its last line a snapshot is incomplete, and what is missing in it must not be removed.
  if (end === undefined) throw new Error('The snapshot broke off.');
  store.endSnapshot(end, listed);
  await store.save();
}

/**
 * Gets what was missed: everything after the cursor; or, if there is no valid cursor, a snapshot and everything after
 * it.
 */
export async function catchUp(feed: Feed, store: Store): Promise<void> {
  if (store.cursor !== null && (await follow(feed, store))) return;
  await takeSnapshot(feed, store);
  await follow(feed, store);
}
