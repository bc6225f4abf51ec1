import {
  contentAttributes,
  isContent,
  populateOf as populated,
  type Attribute,
  type Populate,
  type Shape,
  type ShapeOf,
} from '#src/platform/strapi/schema';

// Attributes that identify a related document to people, if its type has them.
const NAMES = ['name', 'title', 'slug'];

const seen = (shape: Pick<Shape, 'attributes'>): [string, Attribute][] =>
  contentAttributes(shape).filter(([, attribute]) => !attribute.private);

/**
 * What a contributor sees of a document: all its components, files and relations, but nothing deeper and no private
 * attributes.
 */
export function populateOf(shape: Shape, shapeOf: ShapeOf): Populate {
  const load = ({ type, target }: Attribute): unknown => {
    if (type === 'media') return true;
    if (!target || !isContent(target)) return undefined;
    const { attributes } = shapeOf(target);
    return { fields: ['documentId', ...NAMES.filter((name) => name in attributes)] };
  };
  return populated(shape, shapeOf, load, seen);
}
