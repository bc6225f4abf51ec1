import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import {
  count,
  described,
  flag,
  list,
  moment,
  object,
  ref,
  text,
  uri,
  type JsonSchema,
} from '#src/reading/openapi/domain/json-schema';
import {
  answer,
  ANYONE,
  headers,
  inPath,
  NOT_MODIFIED,
  PORTAL,
  refusals,
  type Operation,
} from '#src/reading/openapi/domain/operation';
import { queryParameters, type Description } from '#src/reading/openapi/described-paths';
import { eventTypesOf } from './domain/json-schema/event-schema';
import { eventsQuery, snapshotQuery } from './validation/feed-queries';

/** An event; the schema at `/api/feed/schema/{type}` says all about one type. */
const event = (types: readonly string[]): JsonSchema => ({
  ...object({
    type: { type: 'string', enum: [...types] },
    timestamp: described('When the change was made', moment),
    data: object(
      {
        id: described('The document’s id; it never changes', text),
        sequence: described('The event’s number in the log', { type: 'integer', minimum: 1 }),
        url: described('Where people read the listing', uri),
        locales: list(text),
        listing: ref('JsonLd'),
      },
      ['id', 'sequence'],
    ),
  }),
  description: 'Without `listing` it is gone. Validates against the schema at /api/feed/schema/{type}',
});

const SNAPSHOT_LINE: JsonSchema = {
  oneOf: [
    object({ type: { const: 'snapshot.begin' }, timestamp: moment, cursor: text }),
    ref('FeedEvent'),
    object({ type: { const: 'snapshot.end' }, cursor: text, count }),
  ],
};

const operation = (
  operationId: string,
  summary: string,
  rest: Pick<Operation, 'security' | 'responses'> & Partial<Operation>,
): { get: Operation } => ({
  get: { ...rest, operationId, summary, tags: ['feed'] },
});

const EVENTS = operation('listFeedEvents', 'What has changed for the public since a cursor', {
  security: PORTAL,
  parameters: queryParameters(eventsQuery),
  responses: {
    200: answer({
      description: 'Events in the order of the log; more says whether to ask again at once',
      schema: object({ data: list(ref('FeedEvent')), meta: object({ cursor: text, more: flag }) }),
    }),
    ...refusals(400, 401, 403, 410, 429, 503),
  },
});

const SNAPSHOT = operation('getFeedSnapshot', 'All that is public, with the cursor it is true for', {
  security: PORTAL,
  parameters: queryParameters(snapshotQuery),
  responses: {
    200: answer({
      description:
        'One JSON document a line: snapshot.begin with the cursor, an event for each listing, snapshot.end with the cursor and the count. Without the last line it is not whole.',
      type: 'application/x-ndjson',
      schema: ref('SnapshotLine'),
    }),
    ...refusals(400, 401, 403, 429, 503),
  },
});

const SCHEMAS = operation('listEventTypes', 'The types of events and where their schemas are', {
  security: ANYONE,
  responses: {
    200: answer({
      schema: object({ data: list(object({ type: text, schema: uri })), meta: object({}) }),
      headers: headers('ETag', 'CacheControl'),
    }),
    ...NOT_MODIFIED,
    ...refusals(429),
  },
});

const schemaOf = (types: readonly string[]) =>
  operation('getEventSchema', 'The JSON Schema (2020-12) of a type of event', {
    security: ANYONE,
    parameters: [inPath('type', { type: 'string', enum: [...types] }, types[0])],
    responses: {
      200: answer({
        type: 'application/schema+json',
        schema: { type: 'object', additionalProperties: true },
        headers: headers('ETag', 'CacheControl'),
      }),
      ...NOT_MODIFIED,
      ...refusals(404, 429),
    },
  });

/** The pull feed of portals (docs/feed.md). */
export function describeFeed(strapi: Core.Strapi): Description {
  const types = eventTypesOf([...listingTypes(strapi).feed.values()].map(({ type }) => type));
  return {
    tags: [
      { name: 'feed', description: 'What other portals take, with a token of their own (docs/feed.md)' },
    ],
    paths: {
      '/api/feed/events': EVENTS,
      '/api/feed/snapshot': SNAPSHOT,
      '/api/feed/schema': SCHEMAS,
      '/api/feed/schema/{type}': schemaOf(types),
    },
    schemas: { FeedEvent: event(types), SnapshotLine: SNAPSHOT_LINE },
  };
}
