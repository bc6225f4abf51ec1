import { queryParameters } from '#src/reading/openapi/described-paths';
import { errorResponses, type OpenApiDocument } from '#src/reading/openapi/public-document';
import { eventsQuery, snapshotQuery } from './validation/feed-queries';

const TOKEN = [{ bearerAuth: [] }];

const EVENT = {
  type: 'object',
  required: ['type', 'timestamp', 'data'],
  description: 'Validates against the schema at /api/feed/schema/{type}',
  properties: {
    type: { type: 'string', examples: ['business.published', 'offer.removed'] },
    timestamp: { type: 'string', format: 'date-time' },
    data: {
      type: 'object',
      required: ['id', 'sequence'],
      properties: {
        id: { type: 'string' },
        sequence: { type: 'integer' },
        url: { type: 'string', format: 'uri' },
        locales: { type: 'array', items: { type: 'string' } },
        listing: { type: 'object', description: 'schema.org JSON-LD; texts are language maps' },
      },
    },
  },
};

const ERRORS = errorResponses({
  401: 'The portal’s token is missing or not valid',
  403: 'The portal is paused or disabled',
  429: 'Too many wrong tokens, requests or snapshots at once',
});

const operation = (operationId: string, summary: string, rest: object) => ({
  get: { operationId, summary, tags: ['feed'], ...rest },
});

/** The pull feed of portals (docs/feed.md). */
export const FEED_PATHS: OpenApiDocument['paths'] = {
  '/api/feed/events': operation('feed/get/events', 'What has changed for the public since a cursor', {
    security: TOKEN,
    parameters: queryParameters(eventsQuery),
    responses: {
      200: {
        description: 'Events in the order of the log; more says whether to ask again at once',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data', 'meta'],
              properties: {
                data: { type: 'array', items: EVENT },
                meta: {
                  type: 'object',
                  required: ['cursor', 'more'],
                  properties: { cursor: { type: 'string' }, more: { type: 'boolean' } },
                },
              },
            },
          },
        },
      },
      ...ERRORS,
      ...errorResponses({
        400: 'A parameter is unknown or not possible; the message names it',
        410: 'The cursor can no longer be followed: take a snapshot',
      }),
    },
  }),
  '/api/feed/snapshot': operation('feed/get/snapshot', 'All that is public, with the cursor it is true for', {
    security: TOKEN,
    parameters: queryParameters(snapshotQuery),
    responses: {
      200: {
        description:
          'One JSON document a line: snapshot.begin with the cursor, an event for each listing, snapshot.end with the cursor and the count. Without the last line it is not whole.',
        content: { 'application/x-ndjson': { schema: EVENT } },
      },
      ...ERRORS,
    },
  }),
  '/api/feed/schema': operation('feed/get/schemas', 'The types of events and where their schemas are', {
    security: [{}],
    responses: {
      200: {
        description: 'OK',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['data'],
              properties: {
                data: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['type', 'schema'],
                    properties: { type: { type: 'string' }, schema: { type: 'string', format: 'uri' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  }),
  '/api/feed/schema/{type}': operation('feed/get/schema', 'The JSON Schema (2020-12) of a type of event', {
    security: [{}],
    parameters: [
      {
        name: 'type',
        in: 'path',
        required: true,
        schema: { type: 'string', examples: ['business.published'] },
      },
    ],
    responses: {
      200: {
        description: 'JSON Schema',
        content: { 'application/schema+json': { schema: { type: 'object' } } },
      },
      ...errorResponses({ 404: 'There is no such type of event' }),
    },
  }),
};
