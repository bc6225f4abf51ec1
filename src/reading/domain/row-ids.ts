import { mapEntry, type Entry, type Shape, type ShapeOf } from '../../platform/strapi/schema';

/**
 * An answer without the ids of rows, which change whenever something is published: documents have their documentId, and
 * components are parts of them. Files keep theirs, which stays (docs/adr/0066).
 */
export const withoutRowIds = (shape: Shape, entry: Entry, shapeOf: ShapeOf): Entry =>
  mapEntry(shape, entry, {
    shapeOf,
    names: (_shape, inner) => Object.keys(inner).filter((name) => name !== 'id'),
    visit: (value, { type }, within) => (type === 'media' ? value : within(value)),
  });
