import { isObject } from '../../domain/is-object';
import { STRAPI_RELATIONS } from '../../platform/strapi/schema';

type Node = Record<string, unknown>;

interface Operation extends Node {
  parameters?: { name: string }[];
  security?: unknown;
  responses?: Node;
}

export interface OpenApiDocument extends Node {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Node>; securitySchemes?: Node };
}

export interface PublicType {
  singular: string;
  plural: string;
  /** Schema of one document in `components.schemas` */
  schema: string;
  isSingle: boolean;
  /** Schemas of what is computed, by name */
  derived: Node;
}

// Refused by the server, so not offered.
const DRAFT_PARAMETERS: ReadonlySet<string> = new Set(['status', 'publicationFilter', 'hasPublishedVersion']);
const PRIVATE_PROPERTIES: ReadonlySet<string> = new Set([...STRAPI_RELATIONS, 'source']);
const FILE_SCHEMA = 'PluginUploadFileDocument';
const PRIVATE_FILE_PROPERTIES: ReadonlySet<string> = new Set([
  'hash',
  'previewUrl',
  'provider',
  'provider_metadata',
  'related',
  'focalPoint',
  'createdAt',
  'updatedAt',
  'publishedAt',
]);

const without = (node: Node, names: ReadonlySet<string>): Node =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !names.has(name)));

/** Corrects the generator: ids are not UUIDs, and defaults from the moment it ran are not defaults. */
const corrected = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(corrected);
  if (!isObject(schema)) return schema;
  const { $schema: _dialect, ...rest } = schema;
  const cleaned = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, corrected(value)]));
  if (cleaned.format === 'uuid')
    return {
      type: 'string',
      pattern: '^[a-z0-9]+$',
      description: 'Stays the same in all languages and versions',
    };
  if (Array.isArray(cleaned.enum))
    cleaned.enum = cleaned.enum.filter((value) => !PRIVATE_PROPERTIES.has(String(value)));
  if (typeof cleaned.default === 'string' && /^\d{4}-\d\d-\d\dT/.test(cleaned.default))
    delete cleaned.default;
  return cleaned;
};

const nullable = (schema: unknown): unknown => {
  if (!isObject(schema)) return schema;
  const { description, ...bare } = schema;
  const described = description === undefined ? {} : { description };
  if (typeof schema.type === 'string' && schema.enum === undefined && schema.const === undefined)
    return { ...schema, type: [schema.type, 'null'] };
  return { ...described, anyOf: [bare, { type: 'null' }] };
};

/** A document or component as in answers: without private properties, and what is not required may be null. */
const entrySchema = (name: string, schema: Node): Node => {
  if (!isObject(schema.properties)) return schema;
  const hidden =
    name === FILE_SCHEMA ? new Set([...PRIVATE_PROPERTIES, ...PRIVATE_FILE_PROPERTIES]) : PRIVATE_PROPERTIES;
  const required = ((schema.required as string[] | undefined) ?? []).filter((key) => !hidden.has(key));
  const properties = Object.entries(without(schema.properties, hidden)).map(([key, value]) => [
    key,
    required.includes(key) && key !== 'body' ? value : nullable(value),
  ]);
  // `fields` may leave out everything but the two ids, and relations appear only when populated.
  return {
    ...schema,
    properties: Object.fromEntries(properties) as Node,
    required: required.filter((key) => key === 'id' || key === 'documentId'),
  };
};

const DETAILS = {
  type: 'object',
  required: ['code', 'errors'],
  properties: {
    code: {
      type: 'string',
      description: 'Of the first error; stable, listed in docs/api.md',
      examples: ['drafts'],
    },
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['code', 'path', 'message'],
        properties: {
          code: { type: 'string' },
          path: {
            type: 'array',
            description:
              'Names, and positions in lists from 0 on; of a parameter its name; empty: about the whole',
            items: { type: ['string', 'integer'] },
          },
          message: { type: 'string' },
          suggestions: {
            type: 'array',
            minItems: 1,
            description: 'Values that would be accepted and may be what is meant, the likeliest first',
            items: { type: 'string' },
          },
        },
      },
    },
    retryAfterSeconds: { type: 'integer', description: 'As in Retry-After' },
  },
};

const ERROR = {
  type: 'object',
  required: ['data', 'error'],
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      required: ['status', 'name', 'message', 'details'],
      properties: {
        status: { type: 'integer' },
        name: { type: 'string' },
        message: { type: 'string', description: 'What is wrong and what to do, in the language asked for' },
        details: DETAILS,
      },
    },
  },
};

const PAGINATION = {
  type: 'object',
  properties: {
    page: { type: 'integer' },
    pageSize: { type: 'integer' },
    pageCount: { type: 'integer' },
    start: { type: 'integer' },
    limit: { type: 'integer' },
    total: { type: 'integer' },
  },
};

const reference = (schema: string): Node => ({ $ref: `#/components/schemas/${schema}` });

const json = (schema: Node, description: string): Node => ({
  description,
  content: { 'application/json': { schema } },
});

export const errorResponses = (statuses: Readonly<Record<string, string>>): Node =>
  Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [status, json(reference('Error'), description)]),
  );

const READ_ERRORS = {
  400: 'A parameter is unknown or not possible; the message names it',
  404: 'There is no such document, or it is not public',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'The answer took too long; ask for less, or after Retry-After',
};

const listAnswer = (schema: string): Node => ({
  type: 'object',
  required: ['data', 'meta'],
  properties: {
    data: { type: 'array', items: reference(schema) },
    meta: { type: 'object', properties: { pagination: PAGINATION } },
  },
});

const singleAnswer = (schema: string): Node => ({
  type: 'object',
  required: ['data', 'meta'],
  properties: {
    data: reference(schema),
    meta: {
      type: 'object',
      required: ['locale'],
      properties: { locale: { type: 'string', description: 'Language of the answer (BCP 47)' } },
    },
  },
});

const NOT_MODIFIED = { 304: { description: 'Unchanged since the ETag in If-None-Match' } };

// Anonymous, or with one's own token.
const ANYONE = [{}, { bearerAuth: [] }];

const reading = (operation: Operation, type: PublicType, isList: boolean): Operation => ({
  ...operation,
  summary: isList ? `List ${type.plural}` : `Read one ${type.singular}`,
  security: ANYONE,
  parameters: (operation.parameters ?? []).filter(({ name }) => !DRAFT_PARAMETERS.has(name)),
  responses: {
    200: json(isList ? listAnswer(type.schema) : singleAnswer(type.schema), 'OK'),
    ...NOT_MODIFIED,
    ...errorResponses(READ_ERRORS),
  },
});

const NEEDS_NO_ACCOUNT =
  /^\/auth\/(local|forgot-password|reset-password|email-confirmation|send-email-confirmation|refresh)/;

const typeOf = (path: string, types: readonly PublicType[]): PublicType | undefined =>
  types.find(({ plural, singular, isSingle }) =>
    isSingle ? path === `/${singular}` : path === `/${plural}` || path === `/${plural}/{id}`,
  );

const operationOn = (path: string, operation: Operation, types: readonly PublicType[]): Operation => {
  const type = typeOf(path, types);
  if (type) return reading(operation, type, !type.isSingle && !path.endsWith('{id}'));
  const declared = new Set((operation.parameters ?? []).map(({ name }) => name));
  const missing = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
    .filter(({ name }) => !declared.has(name));
  return {
    ...operation,
    ...(NEEDS_NO_ACCOUNT.test(path) ? { security: ANYONE } : {}),
    parameters: [...(operation.parameters ?? []), ...missing],
  };
};

/**
 * Strapi's generated document for outsiders: no switches to drafts, no private properties, all paths below `/api`, and
 * the derived fields, answers and errors that the server really returns.
 */
export function publicDocument(
  generated: OpenApiDocument,
  types: readonly PublicType[],
  custom: OpenApiDocument['paths'],
): OpenApiDocument {
  const document = corrected(generated) as OpenApiDocument;
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, entrySchema(name, schema)]),
  );
  for (const { schema, derived } of types)
    Object.assign((schemas[schema]?.properties as Node | undefined) ?? {}, derived);
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, operations]) => [
      `/api${path}`,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          operationOn(path, operation, types),
        ]),
      ),
    ]),
  );
  return {
    openapi: document.openapi,
    paths: { ...paths, ...custom },
    components: { ...document.components, schemas: { ...schemas, Error: ERROR } },
    security: [{ bearerAuth: [] }],
  };
}
