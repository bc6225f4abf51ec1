import type { Schema, SchemaOf } from './schema-facts';

/** A Strapi `populate`. */
export type Populate = Readonly<Record<string, unknown>>;

// Attributes that identify a related document to people, if its type has them.
const NAMES = ['name', 'title', 'slug'];

const ofRelation = (target: Schema | undefined) => ({
  fields: ['documentId', ...NAMES.filter((name) => target?.attributes[name])],
});

/**
 * What a contributor sees of a document: all its components, files and relations, but nothing deeper and no private
 * attributes.
 */
export function populateOf(schema: Schema, schemaOf: SchemaOf): Populate {
  const entries = Object.entries(schema.attributes).flatMap(([name, attribute]): [string, unknown][] => {
    if (attribute.private) return [];
    if (attribute.type === 'component')
      return [[name, { populate: populateOf(schemaOf(attribute.component ?? ''), schemaOf) }]];
    if (attribute.type === 'media') return [[name, true]];
    if (attribute.type === 'relation' && attribute.target?.startsWith('api::'))
      return [[name, ofRelation(schemaOf(attribute.target))]];
    return [];
  });
  return Object.fromEntries(entries);
}
