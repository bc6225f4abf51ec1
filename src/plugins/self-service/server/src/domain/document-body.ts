import type { FieldPath } from '#src/domain/field-labels';
import type { FileReference } from './body-schema';
import type { Attribute, Schema, SchemaOf } from './schema-facts';

/** A parsed body, or a part of it. */
export type Values = Record<string, unknown>;

/** A relation or file that a body refers to, and where. */
export interface Mention<Target> {
  path: FieldPath;
  target: Target;
  /** Content type of a relation. */
  uid: string;
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

const at = (value: unknown, path: FieldPath, index: number): FieldPath =>
  Array.isArray(value) ? [...path, index] : path;

type Visit = (attribute: Attribute, value: unknown, path: FieldPath) => void;

/** Visits every attribute in a body, including those in components. */
function walk(schema: Schema, values: Values, schemaOf: SchemaOf, visit: Visit, path: FieldPath = []): void {
  for (const [name, value] of Object.entries(values)) {
    const attribute = schema.attributes[name];
    if (!attribute) continue;
    const here = [...path, name];
    if (attribute.type !== 'component') visit(attribute, value, here);
    else
      items(value).forEach((item, index) => {
        if (isValues(item))
          walk(schemaOf(attribute.component ?? ''), item, schemaOf, visit, at(value, here, index));
      });
  }
}

/** The documents that a body points to, or a draft as it is loaded. */
export function relationMentions(schema: Schema, values: Values, schemaOf: SchemaOf): Mention<string>[] {
  const found: Mention<string>[] = [];
  walk(schema, values, schemaOf, (attribute, value, path) => {
    if (attribute.type !== 'relation') return;
    items(value).forEach((target, index) => {
      const id = isValues(target) ? target.documentId : target;
      found.push({ path: at(value, path, index), target: String(id), uid: attribute.target ?? '' });
    });
  });
  return found;
}

/** The files that a body uses. */
export function fileMentions(schema: Schema, values: Values, schemaOf: SchemaOf): Mention<FileReference>[] {
  const found: Mention<FileReference>[] = [];
  walk(schema, values, schemaOf, (attribute, value, path) => {
    if (attribute.type !== 'media') return;
    items(value).forEach((target, index) => {
      found.push({
        path: at(value, path, index),
        target: target as FileReference,
        uid: 'plugin::upload.file',
      });
    });
  });
  return found;
}

/** Replaces references to files in a body by their ids, which `idOf` knows. */
export function withFileIds(
  schema: Schema,
  values: Values,
  schemaOf: SchemaOf,
  idOf: (file: FileReference) => number,
): Values {
  const replaced = Object.entries(values).map(([name, value]): [string, unknown] => {
    const attribute = schema.attributes[name];
    if (attribute?.type === 'media') {
      if (Array.isArray(value)) return [name, value.map((file) => idOf(file as FileReference))];
      return [name, value === null ? null : idOf(value as FileReference)];
    }
    if (attribute?.type !== 'component') return [name, value];
    const inner = (item: unknown) =>
      isValues(item) ? withFileIds(schemaOf(attribute.component ?? ''), item, schemaOf, idOf) : item;
    return [name, Array.isArray(value) ? value.map(inner) : inner(value)];
  });
  return Object.fromEntries(replaced);
}

/**
 * Completes a change, which contains only what changes, also inside a single component: anything it leaves out stays.
 * Repeatable components are lists and are replaced as a whole.
 * @param current the draft, with components populated
 */
export function mergeComponents(schema: Schema, change: Values, current: Values, schemaOf: SchemaOf): Values {
  const merged = Object.entries(change).map(([name, value]): [string, unknown] => {
    const attribute = schema.attributes[name];
    const before = current[name];
    if (attribute?.type !== 'component' || attribute.repeatable || !isValues(value) || !isValues(before))
      return [name, value];
    const inner = schemaOf(attribute.component ?? '');
    // With its id, Strapi updates the row and keeps attributes that are left out.
    return [name, { id: before.id, ...mergeComponents(inner, value, before, schemaOf) }];
  });
  return Object.fromEntries(merged);
}
