import { listingTypeOf, publishedType, removedType } from '../feed-event';
import { DEFINITIONS, instant, string, uri, type Schema } from './definitions';
import { listingSchema } from './listings';

/** The test event that an operator sends to test a portal. */
export const PING = 'feed.ping';

/** The types of events for these listing types. */
export const eventTypesOf = (listingTypes: readonly string[]): string[] => [
  ...listingTypes.flatMap((name) => [publishedType(name), removedType(name)]),
  PING,
];

const KNOWN_BY = {
  id: { ...string, description: 'The document’s id; it never changes.' },
  sequence: {
    type: 'integer',
    minimum: 1,
    description:
      'The event’s number in the log. Apply an event when it is not lower than the last for this id.',
  },
};

const removedData: Schema = {
  type: 'object',
  required: ['id', 'sequence'],
  properties: KNOWN_BY,
  additionalProperties: false,
};

const publishedData = (name: string): Schema => ({
  type: 'object',
  required: ['id', 'sequence', 'url', 'locales', 'listing'],
  properties: {
    ...KNOWN_BY,
    url: { ...uri, description: 'Where people read the listing.' },
    locales: { type: 'array', minItems: 1, uniqueItems: true, items: string },
    listing: { ...listingSchema(name), description: 'schema.org JSON-LD.' },
  },
  additionalProperties: false,
});

const pingData: Schema = {
  type: 'object',
  required: ['portal', 'name'],
  properties: { portal: string, name: string },
};

const dataOf = (type: string): Schema => {
  if (type === PING) return pingData;
  return type.endsWith('.removed') ? removedData : publishedData(listingTypeOf(type));
};

/**
 * The JSON Schema (2020-12) of an event: the body of a delivery, or an item or line of the pull feed.
 * @param id the address of the schema
 */
export const eventSchemaOf = (type: string, id: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  title: type,
  type: 'object',
  required: ['type', 'timestamp', 'data'],
  properties: {
    type: { const: type },
    timestamp: { ...instant, description: 'When the change was made.' },
    data: dataOf(type),
  },
  additionalProperties: false,
  $defs: DEFINITIONS,
});
