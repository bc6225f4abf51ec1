import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { sqlOf } from '#src/platform/sql/sql';
import { encodeCursor } from '../domain/cursor';
import { portalView } from '../domain/portal-view';
import { refused } from '#src/platform/refusals/refusal';
import { eventOf, type EventRow } from './event-rows';
import { SNAPSHOT_SQL } from './events.sql';
import { portalById, type FedPortal } from './portal-rows';
import { lastNumber } from './read-events';

const PAGE = 200;

// Events that a snapshot needs stay in the log for a day after being replaced (feed_compact).
const LONGEST_MS = 12 * 3_600_000;

// A portal needs one; the second is for when the connection of the first has died unnoticed.
const MOST_AT_ONCE = 2;

const running = new WeakMap<Core.Strapi, Map<string, number>>();

function countOf(strapi: Core.Strapi): Map<string, number> {
  const counts = running.get(strapi) ?? new Map<string, number>();
  running.set(strapi, counts);
  return counts;
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** @throws when the portal was paused or removed, or its token replaced, since the reading began: hours may pass */
async function assertMayRead(strapi: Core.Strapi, { documentId, tokenHash }: FedPortal): Promise<void> {
  const portal = await portalById(strapi, documentId);
  if (portal?.state !== 'active' || portal.tokenHash !== tokenHash)
    throw new Error('The portal may not read any more; its snapshot ends here.');
}

async function* lines(strapi: Core.Strapi, portal: FedPortal, last: number): AsyncGenerator<string> {
  const { documentId, filterVersion, filter } = portal;
  const cursor = encodeCursor({ portal: documentId, seq: last, filterVersion, floor: last });
  const started = Date.now();
  yield line({ type: 'snapshot.begin', timestamp: new Date(started).toISOString(), cursor });
  let count = 0;
  for (let [after, isEnd] = [0, false]; !isEnd;) {
    if (Date.now() - started > LONGEST_MS) throw new Error('The snapshot was read too slowly to stay true.');
    await assertMayRead(strapi, portal);
    const rows = await sqlOf(strapi)<EventRow>(SNAPSHOT_SQL, { after, last, count: PAGE });
    const views = rows.flatMap((row) => portalView(eventOf(row), filter) ?? []);
    // What only matched earlier is not in this portal's public state.
    const listings = views.filter(({ data }) => data.listing !== undefined);
    count += listings.length;
    if (listings.length > 0) yield listings.map(line).join('');
    after = Number(rows.at(-1)?.seq ?? last);
    isEnd = rows.length < PAGE;
  }
  await assertMayRead(strapi, portal);
  yield line({ type: 'snapshot.end', cursor, count });
}

/**
 * Everything that a portal's filter matches, as newline-delimited JSON: first the cursor for which it is valid, then an
 * event `….published` for each listing, and finally the cursor again. Without the last line it is incomplete. Read in
 * short statements at the speed of the reader, so a slow reader holds nothing in the database.
 * @throws Refusal (429) while others are being read for this portal
 */
export async function snapshotStream(strapi: Core.Strapi, portal: FedPortal): Promise<Readable> {
  const counts = countOf(strapi);
  const now = counts.get(portal.documentId) ?? 0;
  if (now >= MOST_AT_ONCE) throw refused('too-many-snapshots');
  const last = await lastNumber(strapi);
  counts.set(portal.documentId, (counts.get(portal.documentId) ?? 0) + 1);
  // At most two pages of listings wait for the reader.
  const stream = Readable.from(lines(strapi, portal, last), { highWaterMark: 1 });
  stream.once('close', () => {
    counts.set(portal.documentId, (counts.get(portal.documentId) ?? 1) - 1);
  });
  return stream;
}
