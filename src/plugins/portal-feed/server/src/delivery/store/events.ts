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

/** The columns of `e` (stadtverbund.feed_event) that make an event with all it says. */
export const WHOLE_EVENT = COLUMNS('e.data');

const AFTER = `select ${COLUMNS(STUB)} from stadtverbund.feed_event e where e.seq > $1 order by e.seq limit $2`;

/** The next events of the log, without what they say. */
export const eventsAfter = (query: Query, seq: number, limit: number): Promise<FeedEvent[]> =>
  query<Row>(AFTER, [seq, limit], 'feed-events-after');

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

/** Documents that have an event with a number in this range. */
export async function documentsBetween(query: Query, from: number, to: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'select distinct document_id as id from stadtverbund.feed_event where seq between $1 and $2 order by 1',
    [from, to],
  );
  return rows.map(({ id }) => id);
}
