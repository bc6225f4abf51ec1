import type { Core } from '@strapi/strapi';
import { decodeCursor, type Cursor } from '../domain/cursor';
import { feedSignal, type Subscription } from './feed-signal';
import type { FedPortal } from './portal-rows';
import { readEvents, type EventPage } from './read-events';

interface Wait {
  readonly limit: number;
  readonly milliseconds: number;
  /** Aborted when the reader has gone. */
  readonly gone: AbortSignal;
}

// A portal needs one. Those of one that has lost count would all read at once when something is published, and take the
// instance's connections from others.
const MOST_WAITING = 10;

// By portal.
const waiting = new WeakMap<Core.Strapi, Map<string, number>>();

const NOTHING: EventPage = { events: [], cursor: '', more: false };

/** Waits until there is an event, the time is up, the instance shuts down, or the reader has gone. */
async function untilWoken({ done, cancel }: Subscription, gone: AbortSignal): Promise<void> {
  gone.addEventListener('abort', cancel, { once: true });
  await done;
  gone.removeEventListener('abort', cancel);
}

/** Does work that waits; at once, without waiting, where so many of the portal wait already. */
async function waitingFor<Result>(
  strapi: Core.Strapi,
  portal: string,
  work: (mayWait: boolean) => Promise<Result>,
): Promise<Result> {
  const counts = waiting.get(strapi) ?? new Map<string, number>();
  waiting.set(strapi, counts);
  const count = counts.get(portal) ?? 0;
  if (count >= MOST_WAITING) return work(false);
  counts.set(portal, count + 1);
  try {
    return await work(true);
  } finally {
    const left = (counts.get(portal) ?? 1) - 1;
    if (left > 0) counts.set(portal, left);
    else counts.delete(portal);
  }
}

/**
 * Like `readEvents`, but waits while there is nothing: until an event concerns the portal, the time is up, the reader
 * has gone, or this instance shuts down; ten requests of a portal at most, others are answered at once. Holds no database
 * connection while it waits.
 */
export const waitForEvents = (
  strapi: Core.Strapi,
  portal: FedPortal,
  cursor: Cursor | null,
  wait: Wait,
): Promise<EventPage> =>
  waitingFor(strapi, portal.documentId, (mayWait) =>
    waitAndRead(strapi, portal, cursor, mayWait ? wait : { ...wait, milliseconds: 0 }),
  );

async function waitAndRead(
  strapi: Core.Strapi,
  portal: FedPortal,
  cursor: Cursor | null,
  { limit, milliseconds, gone }: Wait,
): Promise<EventPage> {
  const signal = feedSignal(strapi);
  const until = Date.now() + milliseconds;
  for (let from = cursor; ;) {
    const left = until - Date.now();
    // Nobody reads the answer, and at shutdown the database may already be gone.
    if (gone.aborted) return NOTHING;
    if (left <= 0 || signal.isStopped) return readEvents(strapi, portal, from, limit);
    // Subscribed before reading, so that anything committed in between wakes it.
    const next = signal.subscribe(left);
    try {
      const page = await readEvents(strapi, portal, from, limit);
      if (page.events.length > 0 || page.more) return page;
      // Events that did not concern the portal are not considered again.
      from = decodeCursor(page.cursor);
      await untilWoken(next, gone);
    } finally {
      next.cancel();
    }
  }
}
