import { queryParameter } from './described-paths';
import { errorResponses, type OpenApiDocument } from './public-document';

const LOCALE = queryParameter('locale', 'Language of the feed (BCP 47); the default language when left out', {
  type: 'string',
  examples: ['de', 'en'],
});

const pathParameter = (name: string, schema: object) => ({ name, in: 'path', required: true, schema });

const ERRORS = errorResponses({
  400: 'A parameter is unknown or not possible; the message names it',
  429: 'Too many requests; Retry-After says when to come back',
});

const feed = (operationId: string, summary: string, type: string, schema: object) => ({
  get: {
    operationId,
    summary,
    tags: ['press-notice'],
    security: [{}],
    parameters: [LOCALE],
    responses: {
      200: { description: 'The 50 newest notices', content: { [type]: { schema } } },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      ...ERRORS,
    },
  },
});

/** The app's routes that do not belong to content types, which Strapi's generator cannot describe. */
export const CUSTOM_PATHS: OpenApiDocument['paths'] = {
  '/api/press-notices/feed.rss': feed(
    'press-notice/get/feed.rss',
    'Press notices as RSS 2.0',
    'application/rss+xml',
    { type: 'string' },
  ),
  '/api/press-notices/feed.json': feed(
    'press-notice/get/feed.json',
    'Press notices as JSON Feed 1.1',
    'application/feed+json',
    { type: 'object', required: ['version', 'title', 'items'] },
  ),
  '/api/i18n/locales': {
    get: {
      operationId: 'locale/get/locales',
      summary: 'The languages of content, the default one first',
      tags: ['locale'],
      security: [{}],
      responses: {
        200: {
          description: 'Their codes (BCP 47) are what `locale` takes',
          content: {
            'application/json': {
              schema: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['code', 'name', 'isDefault'],
                  properties: {
                    code: { type: 'string', examples: ['de'] },
                    name: { type: 'string' },
                    isDefault: { type: 'boolean' },
                  },
                  additionalProperties: false,
                },
              },
            },
          },
        },
        304: { description: 'Unchanged since the ETag in If-None-Match' },
        ...ERRORS,
      },
    },
  },
  '/api/previews/{type}/{documentId}': {
    get: {
      operationId: 'preview/get/document',
      summary: 'One draft, for a website that an editor previews it on',
      description:
        'The token comes with the address that the admin panel opens (PREVIEW_URL); it lasts an hour.',
      tags: ['preview'],
      security: [{ bearerAuth: [] }],
      parameters: [
        pathParameter('type', { type: 'string', examples: ['business'] }),
        pathParameter('documentId', { type: 'string' }),
        queryParameter('locale', 'The language that the token was made for', { type: 'string' }),
      ],
      responses: {
        200: {
          description: 'As GET /api/businesses/{id}?populate=* shows it; never cached',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['data', 'meta'],
                properties: {
                  data: { type: 'object' },
                  meta: {
                    type: 'object',
                    required: ['locale', 'status', 'expiresAt'],
                    properties: {
                      locale: { type: 'string' },
                      status: { const: 'draft' },
                      expiresAt: { type: 'string', format: 'date-time' },
                    },
                    additionalProperties: false,
                  },
                },
                additionalProperties: false,
              },
            },
          },
        },
        ...errorResponses({
          401: 'The token is missing, forged or over',
          404: 'The token is for another document, or there is no such draft',
        }),
        ...ERRORS,
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'docs/get/openapi.json',
      summary: 'This document',
      tags: ['docs'],
      security: [{}],
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
      },
    },
  },
  '/graphql': {
    post: {
      operationId: 'graphql/post/graphql',
      summary: 'The same content as GraphQL: queries only, depth 8 at most',
      tags: ['graphql'],
      security: [{}, { bearerAuth: [] }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['query'],
              properties: {
                query: { type: 'string', examples: ['{ businesses(locale: "de") { documentId name } }'] },
                variables: { type: 'object' },
                operationName: { type: 'string' },
              },
            },
          },
        },
      },
      responses: {
        200: {
          description: 'Data, or errors of single fields',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  data: { type: ['object', 'null'] },
                  errors: { type: 'array', items: { type: 'object' } },
                },
              },
            },
          },
        },
        400: {
          description: 'The document is not valid, asks for too much, or for something that is not public',
        },
        429: { description: 'Too many requests; Retry-After says when to come back' },
      },
    },
  },
};
