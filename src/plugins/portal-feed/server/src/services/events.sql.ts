import { EVENT_COLUMNS } from './event-rows';

/**
 * At most :count events after :after in order, with the state of the log: one statement, so one snapshot of the
 * database. One row without an event if there are none.
 */
export const EVENTS_SQL = `
select s.forgotten_seq, greatest(s.forgotten_seq, (select max(seq) from stadtverbund.feed_event), 0) as last_seq,
  ${EVENT_COLUMNS}
from stadtverbund.feed_state s
left join lateral (
  select * from stadtverbund.feed_event where seq > :after order by seq limit :count
) e on true
order by e.seq`;

/**
 * What was public when event :last was the newest, in the order of the log: :count documents after :after. Events
 * replaced since then are still in the log (feed_compact keeps them for a day).
 */
export const SNAPSHOT_SQL = `
select ${EVENT_COLUMNS} from stadtverbund.feed_event e
where e.seq > :after and e.seq <= :last and e.data is not null and not exists (
  select from stadtverbund.feed_event l where l.document_id = e.document_id and l.seq > e.seq and l.seq <= :last)
order by e.seq limit :count`;
