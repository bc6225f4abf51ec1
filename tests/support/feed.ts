import {
  eventOf,
  EVENT_COLUMNS,
  type EventRow,
} from '../../src/plugins/portal-feed/server/src/services/event-rows';
import type { FeedEvent } from '../../src/plugins/portal-feed/server/src/domain/feed-event';
import type {
  IssuedSecrets,
  PortalFilter,
  PortalsService,
} from '../../src/plugins/portal-feed/server/src/contract';
import { request } from './request';
import { startedApp } from './started-app';

/** Runs SQL on the suite's database, outside any transaction. */
export async function onFeedLog<Row>(sql: string, bindings: Record<string, unknown> = {}): Promise<Row[]> {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql, bindings as never);
  return rows;
}

/** The log's events after `seq`, oldest first; if given, only those of one document. */
export async function feedEvents(
  options: { documentId?: string; after?: number } = {},
): Promise<FeedEvent[]> {
  const rows = await onFeedLog<EventRow>(
    `select ${EVENT_COLUMNS} from stadtverbund.feed_event e
     where e.seq > :after and (e.document_id = :documentId or cast(:documentId as text) is null) order by e.seq`,
    { after: options.after ?? 0, documentId: options.documentId ?? null },
  );
  return rows.map(eventOf);
}

/** The number of the newest event. */
export const lastSequence = async (): Promise<number> => (await feedEvents()).at(-1)?.seq ?? 0;

/** The portal service of the suite's Strapi. */
export const portals = (): PortalsService =>
  startedApp().strapi.plugin('portal-feed').service('portals') as unknown as PortalsService;

let count = 0;

/** A portal that pulls, with its token and secret; without a filter it gets everything. */
export function createPortal(
  filter: Partial<PortalFilter> = {},
  url: string | null = null,
): Promise<Required<IssuedSecrets>> {
  count += 1;
  return portals().create({
    name: `Portal ${count}`,
    contactEmail: 'feed@portal.example',
    url,
    filter: filter as PortalFilter,
  });
}

/** An event as a portal reads it. */
export interface ReadEvent {
  type: string;
  timestamp: string;
  data: { id: string; sequence: number; url?: string; locales?: string[]; listing?: Record<string, unknown> };
}

/** `GET /api/feed/events` with a portal's token. */
export const pull = (token: string, query: Record<string, string> = {}) =>
  request<{
    data: ReadEvent[];
    meta: { cursor: string; more: boolean };
    error?: { name: string; message: string; details: { code?: string } };
  }>(`/api/feed/events?${new URLSearchParams(query).toString()}`, { token });

/** Everything after a cursor, and the cursor at the end. */
export async function pullAll(
  token: string,
  after?: string,
): Promise<{ events: ReadEvent[]; cursor: string }> {
  const events: ReadEvent[] = [];
  for (let cursor = after; ;) {
    const { status, body, text } = await pull(token, { limit: '500', ...(cursor ? { after: cursor } : {}) });
    if (status !== 200) throw new Error(`The feed answered ${status}: ${text}`);
    events.push(...body.data);
    cursor = body.meta.cursor;
    if (!body.meta.more) return { events, cursor };
  }
}

/** `GET /api/feed/snapshot`: its events and its cursor. */
export async function readSnapshot(token: string): Promise<{ events: ReadEvent[]; cursor: string }> {
  const { status, text } = await request('/api/feed/snapshot', { token });
  if (status !== 200) throw new Error(`The snapshot answered ${status}: ${text}`);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadEvent & { cursor?: string; count?: number });
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.type !== 'snapshot.begin' || last?.type !== 'snapshot.end' || last.count !== lines.length - 2)
    throw new Error(`The snapshot is not whole: ${text.slice(-300)}`);
  return { events: lines.slice(1, -1), cursor: String(last.cursor) };
}

/**
 * The listings a reader has after these events, by document id, whatever their order and however often each arrived.
 */
export function foldEvents(
  events: readonly ReadEvent[],
  known: ReadonlyMap<string, ReadEvent> = new Map(),
): Map<string, ReadEvent> {
  const last = new Map(known);
  for (const event of events) {
    const before = last.get(event.data.id);
    if (!before || event.data.sequence >= before.data.sequence) last.set(event.data.id, event);
  }
  return last;
}

/** Those of them that are public. */
export const publicOf = (known: ReadonlyMap<string, ReadEvent>): Map<string, Record<string, unknown>> =>
  new Map(
    [...known].flatMap(([id, { type, data }]): [string, Record<string, unknown>][] =>
      type.endsWith('.published') && data.listing ? [[id, data.listing]] : [],
    ),
  );
