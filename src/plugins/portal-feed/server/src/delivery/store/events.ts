import type { FilterFacts } from '../../domain/filter-facts';
import type { EventData, FeedEvent } from '../../domain/feed-event';
import type { Query } from './pool';
import { TARGETS, type Target } from './portals';

interface Row {
  id: string;
  seq: number;
  uid: string;
  documentId: string;
  type: string;
  data: EventData | null;
  facts: FilterFacts | null;
  prior: FilterFacts[] | null;
  createdAt: Date;
}

// Which portals an event concerns can be decided without its content of up to 20 kB.
const STUB = `case when e.data is null then null else '{"url": "", "locales": [], "listing": {}}'::jsonb end`;

const COLUMNS = (
  data: string,
): string => `e.id, e.seq, e.uid, e.document_id as "documentId", e.type, ${data} as data,
  e.facts, e.prior, e.created_at as "createdAt"`;

const NEXT = `
select f.seq as position,
  coalesce((select jsonb_agg(to_jsonb(n) order by n.seq) from (
    select ${COLUMNS('e.data')} from stadtverbund.feed_event e where e.seq > f.seq order by e.seq limit $1) n), '[]') as events,
  coalesce((select jsonb_agg(p.target) from (${TARGETS}) p), '[]') as targets
from stadtverbund.feed_fanout f`;

/** What to turn into deliveries next, and for whom. */
export interface Next {
  /** The position in the log at which the events begin. */
  readonly position: number;
  /** With their content. */
  readonly events: readonly FeedEvent[];
  /** All portals with a target URL, whatever their state. */
  readonly targets: readonly Target[];
}

interface NextRow extends Omit<Next, 'events'> {
  events: (Omit<Row, 'createdAt'> & { createdAt: string })[];
}

/** The next events and all portals, in one statement, since it runs after every publication. */
export async function nextEvents(query: Query, limit: number): Promise<Next | undefined> {
  const [next] = await query<NextRow>(NEXT, [limit], 'feed-next-events');
  if (!next) return undefined;
  const events = next.events.map((event) => ({ ...event, createdAt: new Date(event.createdAt) }));
  return { ...next, events };
}

const LAST = `select ${COLUMNS(STUB)} from stadtverbund.feed_event e
where e.seq > $1 and e.seq <= $2
  and exists (select from stadtverbund.feed_head h where h.document_id = e.document_id and h.event_id = e.id)
order by e.seq limit $3`;

/** The next events of the log that are the last of their documents, without their content. */
export const lastEventsBetween = (
  query: Query,
  after: number,
  until: number,
  limit: number,
): Promise<FeedEvent[]> => query<Row>(LAST, [after, until, limit], 'feed-last-events');

const LAST_OF = `select ${COLUMNS(STUB)} from stadtverbund.feed_head h join stadtverbund.feed_event e on e.id = h.event_id
where h.document_id = any($1) and e.seq is not null order by e.seq`;

/** The last events of these documents, without their content. */
export const lastEventsOf = (query: Query, documentIds: readonly string[]): Promise<FeedEvent[]> =>
  query<Row>(LAST_OF, [documentIds]);

const BY_ID = `select ${COLUMNS('e.data')} from stadtverbund.feed_event e where e.id = any($1)`;

/** Those of these events that the log still has, with their content. */
export async function wholeEvents(query: Query, ids: readonly string[]): Promise<FeedEvent[]> {
  return ids.length === 0 ? [] : query<Row>(BY_ID, [ids], 'feed-whole-events');
}

/** Documents with an event whose number is in this range. */
export async function documentsBetween(query: Query, from: number, to: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'select distinct document_id as id from stadtverbund.feed_event where seq between $1 and $2 order by 1',
    [from, to],
  );
  return rows.map(({ id }) => id);
}
