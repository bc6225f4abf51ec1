import type { FieldPath } from '#src/domain/field-labels';
import type { FileReference } from './body-schema';
import {
  componentsIn,
  isEntry,
  mapEntry,
  typeIn,
  valuesIn,
  type Shape,
  type ShapeOf,
} from '#src/platform/strapi/schema';

/** A parsed body, or a part of it. */
export type Values = Record<string, unknown>;

/** A relation or file that a body refers to, and where. */
export interface Mention<Target> {
  path: FieldPath;
  target: Target;
  /** Content type of a relation. */
  uid: string;
}

const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

/** What a body names in its attributes of one kind, in components too. */
function mentions<Target>(
  shape: Shape,
  values: Values,
  shapeOf: ShapeOf,
  kind: 'relation' | 'media',
): Mention<Target>[] {
  return [...valuesIn(shape, values, shapeOf)]
    .filter(({ attribute }) => attribute.type === kind)
    .flatMap(({ attribute, value, path }) =>
      items(value).map((target, index) => ({
        path: Array.isArray(value) ? [...path, index] : [...path],
        target: target as Target,
        uid: typeIn(attribute) ?? '',
      })),
    );
}

/** The documents that a body points to, or a draft as it is loaded. */
export const relationMentions = (shape: Shape, values: Values, shapeOf: ShapeOf): Mention<string>[] =>
  mentions<unknown>(shape, values, shapeOf, 'relation').map(({ target, ...mention }) => ({
    ...mention,
    target: String(isEntry(target) ? target.documentId : target),
  }));

/** The files that a body uses. */
export const fileMentions = (shape: Shape, values: Values, shapeOf: ShapeOf): Mention<FileReference>[] =>
  mentions<FileReference>(shape, values, shapeOf, 'media');

/** Replaces references to files in a body by their ids, which `idOf` knows. */
export const withFileIds = (
  shape: Shape,
  values: Values,
  shapeOf: ShapeOf,
  idOf: (file: FileReference) => number,
): Values =>
  mapEntry(shape, values, {
    shapeOf,
    visit: (value, attribute, within) => {
      if (attribute.type !== 'media') return componentsIn(attribute).length > 0 ? within(value) : value;
      if (Array.isArray(value)) return value.map((file) => idOf(file as FileReference));
      return value === null ? null : idOf(value as FileReference);
    },
  });

/**
 * Completes a change, which contains only what changes, also inside a single component: anything it leaves out stays.
 * Repeatable components are lists and are replaced as a whole.
 * @param current the draft, with components populated
 */
export function mergeComponents(shape: Shape, change: Values, current: Values, shapeOf: ShapeOf): Values {
  const merged = Object.entries(change).map(([name, value]): [string, unknown] => {
    const attribute = shape.attributes[name];
    const before = current[name];
    if (attribute?.type !== 'component' || attribute.repeatable || !isEntry(value) || !isEntry(before))
      return [name, value];
    const inner = shapeOf(attribute.component ?? '');
    // With its id, Strapi updates the row and keeps attributes that are left out.
    return [name, { id: before.id, ...mergeComponents(inner, value, before, shapeOf) }];
  });
  return Object.fromEntries(merged);
}
