import {
  choice,
  count,
  decimal,
  described,
  documentId,
  list,
  nullable,
  object,
  ref,
  text,
  uri,
  whole,
} from './json-schema';
import type { JsonSchema, JsonSchemas } from './json-schema';

const ERROR = object(
  {
    code: text,
    path: described(
      'Names, and positions in lists from 0 on; of a parameter its name; empty: about the whole',
      list({ type: ['string', 'integer'] }),
    ),
    message: text,
    suggestions: {
      type: 'array',
      minItems: 1,
      description: 'Values that would be accepted and may be what is meant, the likeliest first',
      items: text,
    },
  },
  ['code', 'path', 'message'],
);

const DETAILS = {
  ...object(
    {
      code: described('Of the first error; stable, listed in docs/api.md', { ...text, examples: ['drafts'] }),
      errors: { type: 'array', minItems: 1, items: ERROR },
      retryAfterSeconds: described('As in Retry-After', count),
    },
    ['code', 'errors'],
  ),
  // Facts about the one refusal: a state, a version, what would help.
  additionalProperties: true,
};

/** The one form of whatever is refused (docs/adr/0053). */
const REFUSAL = object({
  data: { type: 'null' },
  error: object({
    status: { type: 'integer', minimum: 400, maximum: 599 },
    name: text,
    message: described('What is wrong and what to do, in the language asked for', text),
    details: DETAILS,
  }),
});

/** By page, or by offset; without totals for `pagination[withCount]=false`. */
const PAGINATION = object(
  {
    page: whole,
    pageSize: whole,
    pageCount: count,
    start: count,
    limit: whole,
    total: count,
  },
  [],
);

const FORMAT = object(
  {
    url: text,
    width: nullable(whole),
    height: nullable(whole),
    mime: text,
    ext: text,
    size: described('In kilobytes', decimal),
  },
  ['url'],
);

const FILE = object(
  {
    id: described('Stays the same', whole),
    documentId,
    name: text,
    url: described('Absolute, or from the root of this server', text),
    alternativeText: nullable(text),
    caption: nullable(text),
    width: nullable(whole),
    height: nullable(whole),
    formats: nullable({
      type: 'object',
      description: 'Smaller versions of a picture by their names: `large`, `medium`, `small`, `thumbnail`',
      additionalProperties: ref('FileFormat'),
    }),
    mime: text,
    ext: nullable(text),
    size: described('In kilobytes', decimal),
    focalPoint: nullable(
      described(
        'What must stay in sight, in percent of width and height',
        object({ x: decimal, y: decimal }),
      ),
    ),
  },
  [],
);

const BLOCK: JsonSchema = {
  type: 'object',
  description: 'A node of Strapi’s blocks: `paragraph`, `heading`, `list`, …, and `text` and `link` in them',
  required: ['type'],
  properties: {
    type: choice(['paragraph', 'heading', 'list', 'list-item', 'quote', 'code', 'image', 'link', 'text']),
    children: list(ref('Block')),
    text,
    url: text,
    level: { type: 'integer', minimum: 1, maximum: 6 },
    format: choice(['ordered', 'unordered']),
  },
  additionalProperties: true,
};

/** JSON-LD in the vocabulary of schema.org. */
const JSON_LD: JsonSchema = {
  type: 'object',
  description: 'schema.org as JSON-LD 1.1',
  required: ['@context', '@type', '@id'],
  properties: {
    '@context': {},
    '@type': { anyOf: [text, list(text)] },
    '@id': uri,
  },
  additionalProperties: true,
};

/** Schemas that several descriptions name. */
export const COMMON_SCHEMAS: JsonSchemas = {
  Refusal: REFUSAL,
  Pagination: PAGINATION,
  StoredFile: FILE,
  FileFormat: FORMAT,
  Block: BLOCK,
  JsonLd: JSON_LD,
};
