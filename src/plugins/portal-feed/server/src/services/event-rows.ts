import type { FilterFacts } from '../domain/filter-facts';
import type { EventData, FeedEvent } from '../domain/feed-event';

/** A row of stadtverbund.feed_event as returned by `pg` under Strapi: jsonb and bigint as text. */
export interface EventRow {
  id: string;
  seq: string | null;
  uid: string;
  document_id: string;
  type: string;
  data: string | null;
  facts: string | null;
  prior: string | null;
  created_at: Date | string;
}

/** The columns that `eventOf` reads; `e` is stadtverbund.feed_event. */
export const EVENT_COLUMNS = `e.id, e.seq, e.uid, e.document_id, e.type, e.data::text as data,
  e.facts::text as facts, e.prior::text as prior, e.created_at`;

const json = <T>(value: string | null): T | null => (value === null ? null : (JSON.parse(value) as T));

/** An event of the log, from its row. */
export const eventOf = (row: EventRow): FeedEvent => ({
  id: row.id,
  seq: row.seq === null ? null : Number(row.seq),
  uid: row.uid,
  documentId: row.document_id,
  type: row.type,
  data: json<EventData>(row.data),
  facts: json<FilterFacts>(row.facts),
  prior: json<FilterFacts[]>(row.prior),
  createdAt: new Date(row.created_at),
});
