import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { decodeCursor, type Cursor } from '../domain/cursor';
import { refused, refusedParameter } from '#src/platform/refusals/refusal';
import { portalOf } from '../services/authenticate';
import { eventSchema, eventTypes } from '../services/event-schemas';
import { snapshotStream } from '../services/snapshot';
import { waitForEvents } from '../services/wait-for-events';
import { eventsQuery, snapshotQuery } from '../validation/feed-queries';
import { AS_PARAMETERS, parse } from '#src/platform/refusals/zod-refusal';

/** Aborted when the client disconnects. */
function goneOf(ctx: Context): AbortSignal {
  const gone = new AbortController();
  ctx.res.once('close', () => gone.abort());
  return gone.signal;
}

/** `/api/feed` */
export function createFeedController({ strapi }: { strapi: Core.Strapi }) {
  const cursorOf = (after: string | undefined): Cursor | null => {
    if (after === undefined || after === '') return null;
    const cursor = decodeCursor(after);
    if (!cursor) throw refusedParameter('cursor-invalid', 'after');
    return cursor;
  };

  return {
    async events(ctx: Context): Promise<void> {
      const portal = await portalOf(strapi, ctx);
      const query = parse(eventsQuery, ctx.query, AS_PARAMETERS);
      const { events, cursor, more } = await waitForEvents(strapi, portal, cursorOf(query.after), {
        limit: query.limit,
        milliseconds: query.wait * 1_000,
        gone: goneOf(ctx),
      });
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: events, meta: { cursor, more } };
    },

    async snapshot(ctx: Context): Promise<void> {
      const portal = await portalOf(strapi, ctx);
      parse(snapshotQuery, ctx.query, AS_PARAMETERS);
      ctx.set('Cache-Control', 'no-store');
      ctx.type = 'application/x-ndjson';
      ctx.body = await snapshotStream(strapi, portal);
    },

    schemas(ctx: Context): void {
      ctx.body = { data: eventTypes(strapi), meta: {} };
    },

    schema(ctx: Context & { params: { type: string } }): void {
      const schema = eventSchema(strapi, ctx.params.type);
      if (!schema) throw refused('type-unknown');
      ctx.body = schema;
      ctx.type = 'application/schema+json';
    },
  };
}
