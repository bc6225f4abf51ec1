import { count, ref, type JsonSchema, type JsonSchemas } from './json-schema';

export interface Parameter extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

/** One operation of the API. */
export interface Operation extends Readonly<Record<string, unknown>> {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  /** Who may call it: `ANYONE`, `SIGNED_IN`, … */
  readonly security: Security;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: JsonSchema;
  readonly responses: JsonSchemas;
}

type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** Operations by path and method: `{ '/api/offers': { get: … } }`. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Without an account. */
export const ANYONE: Security = [{}];
/** Without an account, or with an API token or the token of an account. */
export const READERS: Security = [{}, { apiToken: [] }, { account: [] }];
export const SIGNED_IN: Security = [{ account: [] }];
export const PORTAL: Security = [{ portal: [] }];

export const SECURITY_SCHEMES: JsonSchemas = {
  account: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'The `jwt` of `POST /api/auth/local`; lasts ten minutes, `POST /api/auth/refresh` gives the next',
  },
  refreshCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'strapi_up_refresh',
    description: 'Set by signing in; scripts cannot read it',
  },
  apiToken: { type: 'http', scheme: 'bearer', description: 'Made by the city in the admin panel; read-only' },
  preview: { type: 'http', scheme: 'bearer', description: 'Of one draft; the panel’s preview has it' },
  portal: { type: 'http', scheme: 'bearer', description: 'The token of a portal (docs/feed.md)' },
};

const refused = (description: string, headers?: JsonSchemas): JsonSchema => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema: ref('Refusal') } },
});

const headerRef = (name: string): JsonSchema => ({ $ref: `#/components/headers/${name}` });

// Absent where the installation sets no limit.
const BUDGET = { RateLimit: headerRef('RateLimit'), 'RateLimit-Policy': headerRef('RateLimitPolicy') };
const LATER = { 'Retry-After': headerRef('RetryAfter'), ...BUDGET };

const REFUSED: Readonly<Record<number, readonly [name: string, response: JsonSchema]>> = {
  400: [
    'BadRequest',
    refused('Something is unknown, missing or not possible; the message says what and where'),
  ],
  401: ['Unauthorized', refused('The token is missing or not valid (any more)')],
  403: ['Forbidden', refused('Not with this token')],
  404: ['NotFound', refused('There is no such thing, or it is not public')],
  405: ['MethodNotAllowed', refused('Not by this method')],
  406: ['NotAcceptable', refused('It is not available in that form')],
  408: ['RequestTimeout', refused('The body did not arrive in time')],
  409: ['Conflict', refused('Not in the present state; the message says what to do first')],
  410: ['Gone', refused('It can no longer be followed: take a snapshot, or ask for a new link')],
  412: ['PreconditionFailed', refused('It has changed since the ETag in If-Match; nothing was written')],
  413: ['ContentTooLarge', refused('Too much was sent')],
  415: ['UnsupportedMediaType', refused('Sent in a form that is not taken here')],
  429: ['TooManyRequests', refused('Too many requests; Retry-After says when to come back', LATER)],
  503: ['Overloaded', refused('It took too long; ask for less, or again after Retry-After', LATER)],
};

/** Every refusal, for `components.responses`. */
export const REFUSED_RESPONSES: JsonSchemas = Object.fromEntries(Object.values(REFUSED));

/** The refusals of an operation by status. */
export const refusals = (...statuses: readonly number[]): JsonSchemas =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { $ref: `#/components/responses/${REFUSED[status]?.[0] ?? 'BadRequest'}` },
    ]),
  );

export const HEADERS: JsonSchemas = {
  ETag: {
    required: true,
    description: 'Of the body; with it in `If-None-Match`, an unchanged answer is an empty 304',
    schema: { type: 'string', pattern: '^(W/)?"[^"]+"$' },
    example: '"hZQY2k3B0Jd8"',
  },
  CacheControl: {
    required: true,
    description: 'Who may keep the answer; a kept one has to be asked for again each time',
    schema: { type: 'string' },
    example: 'public, max-age=0, must-revalidate',
  },
  RetryAfter: { description: 'Seconds', schema: count, example: 17 },
  RateLimit: {
    description: 'What is left of the budget (`r`), and the seconds until it is full again (`t`)',
    schema: { type: 'string' },
    example: '"address";r=2990;t=41',
  },
  RateLimitPolicy: {
    description: 'The budget (`q`) and its window in seconds (`w`)',
    schema: { type: 'string' },
    example: '"address";q=3000;w=60',
  },
  ContentLanguage: {
    required: true,
    description: 'Of the answer (BCP 47)',
    schema: { type: 'string' },
    example: 'de',
  },
  ContentDisposition: { required: true, description: 'A name for the file', schema: { type: 'string' } },
  Link: {
    description: 'Where the answer goes on: `rel="next"`',
    schema: { type: 'string' },
    example: '</api/directory/listings.csv?cursor=eyJ…>; rel="next"',
  },
};

/** Headers by their names in `HEADERS`; those of the budget are in every answer. */
export const headers = (...names: readonly (keyof typeof HEADERS)[]): JsonSchemas =>
  Object.fromEntries(
    names.map((name) => [name.replace(/([a-z])([A-Z])/g, '$1-$2').replace('E-Tag', 'ETag'), headerRef(name)]),
  );

export interface Answer {
  readonly description?: string;
  readonly type?: string;
  readonly schema: JsonSchema;
  readonly headers?: JsonSchemas;
}

/** An answer with a body, by default JSON. */
export const answer = ({
  description = 'OK',
  type = 'application/json',
  schema,
  headers: own,
}: Answer): JsonSchema => ({
  description,
  headers: { ...own, ...BUDGET },
  content: { [type]: { schema } },
});

export const NOT_MODIFIED = { 304: { description: 'Unchanged since the ETag in If-None-Match' } };
export const NO_CONTENT = { 204: { description: 'Done' } };

/** A body in JSON. */
export const body = (schema: JsonSchema, example?: unknown): JsonSchema => ({
  required: true,
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
});

/** A parameter in the path. */
export const inPath = (
  name: string,
  schema: JsonSchema,
  example: unknown,
  description?: string,
): Parameter => ({
  name,
  in: 'path',
  required: true,
  ...(description === undefined ? {} : { description }),
  schema,
  example,
});

/** An optional parameter of a query. */
export const queryParameter = (
  name: string,
  description: string,
  schema: JsonSchema,
  more: JsonSchema = {},
): Parameter => ({ name, in: 'query', required: false, description, schema, ...more });

export const LOCALE = queryParameter(
  'locale',
  'A language of this installation, such as `de` or `en` (BCP 47; `en-GB` finds `en`); by default the city’s',
  { type: 'string' },
);
