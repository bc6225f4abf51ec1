import type { Core } from '@strapi/strapi';
import { decodeCursor, type Cursor } from '../domain/cursor';
import { feedSignal, type Subscription } from './feed-signal';
import type { FedPortal } from './portal-rows';
import { readEvents, type EventPage } from './read-events';

interface Wait {
  readonly limit: number;
  readonly milliseconds: number;
  /** The reader has gone. */
  readonly gone: AbortSignal;
}

const NOTHING: EventPage = { events: [], cursor: '', more: false };

/** Until an event, the time, the shutdown, or the reader is gone. */
async function untilWoken({ done, cancel }: Subscription, gone: AbortSignal): Promise<void> {
  gone.addEventListener('abort', cancel, { once: true });
  await done;
  gone.removeEventListener('abort', cancel);
}

/**
 * Like `readEvents`, but waits while there is nothing: until an event concerns the portal, the time is up, the reader
 * has gone, or this instance shuts down. Holds no database connection while it waits.
 */
export async function waitForEvents(
  strapi: Core.Strapi,
  portal: FedPortal,
  cursor: Cursor | null,
  { limit, milliseconds, gone }: Wait,
): Promise<EventPage> {
  const signal = feedSignal(strapi);
  const until = Date.now() + milliseconds;
  for (let from = cursor; ;) {
    const left = until - Date.now();
    // Nobody reads the answer, and at shutdown there may be no database to ask any more.
    if (gone.aborted) return NOTHING;
    if (left <= 0 || signal.isStopped) return readEvents(strapi, portal, from, limit);
    // Subscribed before it is read: what is committed in between wakes it.
    const next = signal.subscribe(left);
    try {
      const page = await readEvents(strapi, portal, from, limit);
      if (page.events.length > 0 || page.more) return page;
      // What did not concern the portal is not looked at again.
      from = decodeCursor(page.cursor);
      await untilWoken(next, gone);
    } finally {
      next.cancel();
    }
  }
}
