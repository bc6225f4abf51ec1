import {
  componentsIn,
  contentAttributes,
  isContent,
  isEntry,
  mapEntry,
  type Shape,
  type ShapeOf,
} from '#src/platform/strapi/schema';
import { isCitysOwn } from './citys-own';

type Values = Record<string, unknown>;

// What the server adds to every document; the rest comes from the schema.
const FACTS = ['documentId', 'locale', 'createdAt', 'updatedAt'] as const;

// What a page needs in order to show a file.
const FILE = ['id', 'documentId', 'name', 'url', 'mime', 'size', 'width', 'height'] as const;
const FORMAT = ['url', 'width', 'height', 'mime', 'ext', 'size'] as const;

const RELATED = ['documentId', 'name', 'title', 'slug'] as const;

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));

/** The smaller versions of a picture, without where they are stored. */
const shapeFormats = (formats: unknown): unknown =>
  isEntry(formats)
    ? Object.fromEntries(
        Object.entries(formats).map(([name, format]) => [
          name,
          isEntry(format) ? pick(format, FORMAT) : null,
        ]),
      )
    : null;

/** A file as a contributor sees it. */
export const shapeFile = (file: Values): Values => ({
  ...pick(file, FILE),
  formats: shapeFormats(file.formats),
});

const each = (value: unknown, shape: (item: Values) => Values): unknown => {
  if (Array.isArray(value)) return value.filter(isEntry).map(shape);
  return isEntry(value) ? shape(value) : null;
};

const seenOf = (shape: Shape): string[] =>
  contentAttributes(shape).flatMap(([name, attribute]) => (isCitysOwn(shape, attribute) ? [] : name));

/** A draft as its contributor sees it: what the schema names and is not the city's own, the rest and ids of components left out. */
export const shapeDocument = (shape: Shape, document: Values, shapeOf: ShapeOf): Values => ({
  ...pick(document, FACTS),
  ...mapEntry(shape, document, {
    shapeOf,
    names: seenOf,
    visit: (value, attribute, within) => {
      if (value === undefined) return undefined;
      if (attribute.type === 'media') return each(value, shapeFile);
      if (attribute.type === 'relation')
        return isContent(attribute.target ?? '') ? each(value, (item) => pick(item, RELATED)) : undefined;
      return componentsIn(attribute).length > 0 ? within(value) : value;
    },
  }),
});
