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
import { startedApp } from './started-app';

/** Runs SQL on the suite's database, outside any transaction. */
export async function onFeedLog<Row>(sql: string, bindings: Record<string, unknown> = {}): Promise<Row[]> {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql, bindings as never);
  return rows;
}

/** The log's events after `seq`, oldest first; of one document when it is given. */
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

/** A portal that pulls, with its token and secret; it gets everything unless a filter is given. */
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
