import {
  described,
  documentId,
  flag,
  list,
  moment,
  nullable,
  object,
  ref,
  text,
  uri,
  type JsonSchema,
} from './domain/json-schema';
import {
  answer,
  ANYONE,
  body,
  headers,
  inPath,
  LOCALE,
  NOT_MODIFIED,
  queryParameter,
  READERS,
  refusals,
  type Operation,
} from './domain/operation';
import type { Description } from './described-paths';

const TAGS = [
  { name: 'press', description: 'The newest press notices, for feed readers' },
  { name: 'graphql', description: 'The same content as GraphQL: queries only (docs/api.md)' },
  { name: 'preview', description: 'Drafts for the website of the city, by a token that expires' },
  { name: 'about', description: 'The API itself' },
];

const FEED_HEADERS = headers('ETag', 'CacheControl', 'ContentLanguage');

const feed = (operationId: string, summary: string, type: string, schema: JsonSchema): Operation => ({
  operationId,
  tags: ['press'],
  summary,
  security: ANYONE,
  parameters: [LOCALE],
  responses: {
    200: answer({ description: 'The 50 newest notices', type, schema, headers: FEED_HEADERS }),
    ...NOT_MODIFIED,
    ...refusals(400, 429, 503),
  },
});

// https://www.jsonfeed.org/version/1.1/
const JSON_FEED = {
  ...object(
    {
      version: { const: 'https://jsonfeed.org/version/1.1' },
      title: text,
      language: text,
      home_page_url: uri,
      feed_url: uri,
      items: list({
        ...object({ id: text, url: uri, title: text, content_html: text, date_published: text }, ['id']),
        additionalProperties: true,
      }),
    },
    ['version', 'title', 'items'],
  ),
  additionalProperties: true,
};

const QUERY =
  '{ businesses(pagination: { pageSize: 5 }) { documentId name address { street } offers { title } } }';

const RESULT = object(
  {
    data: described('What was asked for; null where it could not be read', {
      type: ['object', 'null'],
      additionalProperties: true,
    }),
    errors: list(ref('GraphqlError')),
    extensions: { type: 'object', additionalProperties: true },
  },
  [],
);

const GRAPHQL_ERROR = object(
  {
    message: text,
    locations: list(object({ line: { type: 'integer' }, column: { type: 'integer' } })),
    path: list({ type: ['string', 'integer'] }),
    extensions: {
      ...object(
        {
          code: text,
          error: described('As `error` of a refusal', { type: 'object', additionalProperties: true }),
        },
        [],
      ),
      additionalProperties: true,
    },
  },
  ['message'],
);

const RESULTS = {
  200: answer({ description: 'Data, or errors of single fields', schema: ref('GraphqlResult') }),
  400: answer({
    description: 'The document is not valid, asks for too much, or for something that is not public',
    schema: ref('GraphqlResult'),
  }),
};

const REQUEST = {
  ...object(
    {
      query: { ...text, examples: [QUERY] },
      variables: nullable({ type: 'object', additionalProperties: true }),
      operationName: nullable(text),
      extensions: { type: 'object', additionalProperties: true },
    },
    ['query'],
  ),
  additionalProperties: true,
};

const PATHS: Description['paths'] = {
  '/api/press-notices/feed.rss': {
    get: feed('getPressFeedAsRss', 'Press notices as RSS 2.0', 'application/rss+xml', text),
  },
  '/api/press-notices/feed.json': {
    get: feed(
      'getPressFeedAsJson',
      'Press notices as JSON Feed 1.1',
      'application/feed+json',
      ref('JsonFeed'),
    ),
  },
  '/api/i18n/locales': {
    get: {
      operationId: 'listLocales',
      tags: ['about'],
      summary: 'The languages of content, the default one first',
      security: ANYONE,
      responses: {
        200: answer({
          description: 'Their codes (BCP 47) are what `locale` takes',
          schema: list(object({ code: text, name: text, isDefault: flag })),
          headers: headers('ETag', 'CacheControl'),
        }),
        ...NOT_MODIFIED,
        ...refusals(400, 429),
      },
    },
  },
  '/api/previews/{type}/{documentId}': {
    get: {
      operationId: 'getPreview',
      tags: ['preview'],
      summary: 'One draft, for a website that an editor previews it on',
      description:
        'The token comes with the address that the admin panel opens (PREVIEW_URL); it lasts an hour.',
      security: [{ preview: [] }],
      parameters: [
        inPath('type', text, 'business'),
        inPath('documentId', documentId, 'beispiel'),
        queryParameter('locale', 'The language that the token was made for', text),
      ],
      responses: {
        200: answer({
          description: 'As GET /api/businesses/{documentId}?populate=* shows it; never cached',
          schema: object({
            data: { type: 'object', additionalProperties: true },
            meta: object({ locale: text, status: { const: 'draft' }, expiresAt: moment }),
          }),
        }),
        ...refusals(400, 401, 404, 429),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'getOpenApiDocument',
      tags: ['about'],
      summary: 'This document',
      security: ANYONE,
      responses: {
        200: answer({
          description: 'OpenAPI 3.1',
          schema: { type: 'object', required: ['openapi', 'info', 'paths'], additionalProperties: true },
          headers: headers('ETag', 'CacheControl'),
        }),
        ...NOT_MODIFIED,
        ...refusals(429),
      },
    },
  },
  '/api/schema.graphql': {
    get: {
      operationId: 'getGraphqlSchema',
      tags: ['graphql'],
      summary: 'What can be read over GraphQL, in its schema definition language',
      security: ANYONE,
      responses: {
        200: answer({
          description: 'SDL',
          type: 'text/plain',
          schema: text,
          headers: headers('ETag', 'CacheControl'),
        }),
        ...NOT_MODIFIED,
        ...refusals(429),
      },
    },
  },
  '/graphql': {
    get: {
      operationId: 'queryGraphqlByAddress',
      tags: ['graphql'],
      summary: 'A GraphQL query in the address, which caches may keep',
      security: READERS,
      parameters: [
        { ...queryParameter('query', 'The document', text, { example: QUERY }), required: true },
        queryParameter('variables', 'As JSON', text),
        queryParameter('operationName', 'Of several operations in the document', text),
        queryParameter('extensions', 'As JSON; none is used', text),
      ],
      responses: { ...RESULTS, ...NOT_MODIFIED, ...refusals(401, 429, 503) },
    },
    post: {
      operationId: 'queryGraphql',
      tags: ['graphql'],
      summary: 'A GraphQL query',
      security: READERS,
      requestBody: body(REQUEST, { query: QUERY }),
      responses: { ...RESULTS, ...refusals(401, 413, 415, 429, 503) },
    },
  },
};

/** What of reading belongs to no content type. */
export const describeReading = (): Description => ({
  tags: TAGS,
  paths: PATHS,
  schemas: { JsonFeed: JSON_FEED, GraphqlResult: RESULT, GraphqlError: GRAPHQL_ERROR },
});
