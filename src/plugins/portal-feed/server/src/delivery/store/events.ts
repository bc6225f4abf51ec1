import type { Facts } from '../../domain/facts';
import type { EventData, FeedEvent } from '../../domain/feed-event';
import type { Query } from './pool';

interface Row {
  id: string;
  seq: number;
  uid: string;
  documentId: string;
  type: string;
  data: EventData | null;
  facts: Facts | null;
  prior: Facts[] | null;
  createdAt: Date;
}

// Whom an event concerns is told without what it says, which is up to 20 kB.
const STUB = `case when e.data is null then null else '{"url": "", "locales": [], "listing": {}}'::jsonb end`;

const COLUMNS = (
  data: string,
): string => `e.id, e.seq, e.uid, e.document_id as "documentId", e.type, ${data} as data,
  e.facts, e.prior, e.created_at as "createdAt"`;

const NEXT = `select f.seq as position, ${COLUMNS('e.data')} from stadtverbund.feed_fanout f
join stadtverbund.feed_event e on e.seq > f.seq order by e.seq limit $1`;

/** The events that are to be turned into deliveries next, with all they say, each with the present position. */
export const nextEvents = (query: Query, limit: number): Promise<(FeedEvent & { position: number })[]> =>
  query<Row & { position: number }>(NEXT, [limit], 'feed-next-events');

const LAST = `select ${COLUMNS(STUB)} from stadtverbund.feed_event e
where e.seq > $1 and e.seq <= $2
  and exists (select from stadtverbund.feed_head h where h.document_id = e.document_id and h.event_id = e.id)
order by e.seq limit $3`;

/** The next events of the log that are the last of their documents, without what they say. */
export const lastEventsBetween = (
  query: Query,
  after: number,
  until: number,
  limit: number,
): Promise<FeedEvent[]> => query<Row>(LAST, [after, until, limit], 'feed-last-events');

const LAST_OF = `select ${COLUMNS(STUB)} from stadtverbund.feed_head h join stadtverbund.feed_event e on e.id = h.event_id
where h.document_id = any($1) and e.seq is not null order by e.seq`;

/** The last events of these documents, without what they say. */
export const lastEventsOf = (query: Query, documentIds: readonly string[]): Promise<FeedEvent[]> =>
  query<Row>(LAST_OF, [documentIds]);

const BY_ID = `select ${COLUMNS('e.data')} from stadtverbund.feed_event e where e.id = any($1)`;

/** Those of these events that the log still has, with all they say. */
export async function wholeEvents(query: Query, ids: readonly string[]): Promise<FeedEvent[]> {
  return ids.length === 0 ? [] : query<Row>(BY_ID, [ids], 'feed-whole-events');
}

/** Documents that have an event with a number in this range. */
export async function documentsBetween(query: Query, from: number, to: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'select distinct document_id as id from stadtverbund.feed_event where seq between $1 and $2 order by 1',
    [from, to],
  );
  return rows.map(({ id }) => id);
}
