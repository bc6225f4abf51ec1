import type { Core } from '@strapi/strapi';
import { sqlOf } from '#src/platform/sql/sql';
import { encodeCursor, resume, type Cursor } from '../domain/cursor';
import { portalView, type PortalEvent } from '../domain/portal-view';
import { refused } from '#src/platform/refusals/refusal';
import { eventOf, type EventRow } from './event-rows';
import { EVENTS_SQL } from './events.sql';
import type { FedPortal } from './portal-rows';

// Rows per statement, since a few hundred of 20 kB are already megabytes.
const PAGE = 200;
// Rows considered for one answer: a narrow filter skips most, and an answer must not take for ever.
const MOST_ROWS = 4_000;

type LogRow = EventRow & { forgotten_seq: string; last_seq: string };

interface Log {
  readonly last: number;
  readonly forgotten: number;
}

/** Reads events and the state of the log in one snapshot. */
async function readLog(
  strapi: Core.Strapi,
  after: number,
  count: number,
): Promise<{ rows: EventRow[]; log: Log }> {
  const rows = await sqlOf(strapi)<LogRow>(EVENTS_SQL, { after, count });
  const [first] = rows;
  if (!first) throw new Error('stadtverbund.feed_state has no row: run database/schema/210-feed.sql.');
  return {
    rows: rows.filter(({ id }) => id !== null),
    log: { last: Number(first.last_seq), forgotten: Number(first.forgotten_seq) },
  };
}

/** The number of the newest event. */
export const lastNumber = async (strapi: Core.Strapi): Promise<number> =>
  (await readLog(strapi, 0, 0)).log.last;

/** The result for a reader. */
export interface EventPage {
  readonly events: readonly PortalEvent[];
  /** For continuing; always present, even if there is nothing new. */
  readonly cursor: string;
  /** Whether there may be more immediately. */
  readonly more: boolean;
}

/**
 * The events after a cursor that concern a portal, in the order of the log.
 * @param cursor `null` for the beginning
 * @param limit number of events
 * @throws Refusal (410) if the reader has to take a snapshot
 */
export async function readEvents(
  strapi: Core.Strapi,
  portal: FedPortal,
  cursor: Cursor | null,
  limit: number,
): Promise<EventPage> {
  const start = cursor?.seq ?? 0;
  let page = await readLog(strapi, start, PAGE);
  const from = resume(cursor, portal, page.log);
  if (!from.ok) throw refused(from.reason, ['after'], {}, { facts: { snapshot: '/api/feed/snapshot' } });
  if (from.after !== start) page = await readLog(strapi, from.after, PAGE);
  const events: PortalEvent[] = [];
  let [position, looked] = [from.after, 0];
  for (;;) {
    for (const row of page.rows) {
      if (events.length === limit) return answer(portal, { events, position, floor: from.floor, more: true });
      position = Number(row.seq);
      looked += 1;
      const view = portalView(eventOf(row), portal.filter, portal.formerFilters ?? []);
      if (view) events.push(view);
    }
    const isEnd = page.rows.length < PAGE;
    if (isEnd || looked >= MOST_ROWS)
      return answer(portal, { events, position, floor: from.floor, more: !isEnd });
    page = await readLog(strapi, position, PAGE);
  }
}

interface Read {
  readonly events: readonly PortalEvent[];
  readonly position: number;
  readonly floor: number;
  readonly more: boolean;
}

const answer = (portal: FedPortal, { events, position, floor, more }: Read): EventPage => ({
  events,
  cursor: encodeCursor({
    portal: portal.documentId,
    seq: position,
    filterVersion: portal.filterVersion,
    floor,
  }),
  more,
});
