/**
 * Schemas as Strapi keeps them, and the walks over them: what a type holds, and what an entry of it holds in any depth.
 * Knows no running instance (`models.ts` does), so that pure rules can use it.
 */

/** An attribute of a content type or component, as far as we read it. */
export interface Attribute {
  readonly type: string;
  /** Of a `component`. */
  readonly component?: string;
  readonly repeatable?: boolean;
  /** Of a `dynamiczone`: any of them. */
  readonly components?: readonly string[];
  /** Of a `relation`: `manyToOne` and the like, and the type that it leads to. */
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  /** Of `media`. */
  readonly multiple?: boolean;
  /** What a new document has where nothing is said. */
  readonly default?: unknown;
  /** What a text has to match somewhere, besides our own rules. */
  readonly regex?: string | RegExp;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly private?: boolean;
  readonly writable?: boolean;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** A content type or component, as far as it is walked. */
export interface Shape {
  readonly uid: string;
  readonly attributes: Attributes;
}

/** A content type or component. */
export interface Model extends Shape {
  readonly modelType: 'contentType' | 'component';
  readonly options?: { readonly draftAndPublish?: boolean };
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export interface ContentType extends Model {
  readonly kind?: 'collectionType' | 'singleType';
  readonly info: {
    readonly singularName: string;
    readonly pluralName: string;
    readonly displayName: string;
  };
}

export type ShapeOf = (uid: string) => Shape;
export type GetModel = (uid: string) => Model;

export type Entry = Record<string, unknown>;

/** The type of what `media` holds. */
export const FILE = 'plugin::upload.file';

export const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** One entry or several, as in loaded components, media and relations. */
export const entriesIn = (value: unknown): Entry[] =>
  (Array.isArray(value) ? value : [value]).filter(isEntry);

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Our own content, not that of a plugin. */
export const isContent = (uid: string): boolean => uid.startsWith('api::');

export const hasDrafts = (model: Pick<Model, 'options'>): boolean => model.options?.draftAndPublish === true;

export const isLocalized = (holder: Pick<Model, 'pluginOptions'>): boolean =>
  holder.pluginOptions?.i18n?.localized === true;

/** Columns that Strapi adds to every content type; `id` to components as well. */
export const STRAPI_COLUMNS = [
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
] as const;

/** Relations that Strapi adds to every content type: who wrote it… */
const CREATORS = ['createdBy', 'updatedBy'] as const;

export const STRAPI_CREATORS: ReadonlySet<string> = new Set(CREATORS);

/** …and the same document in other languages. */
export const STRAPI_RELATIONS = [...CREATORS, 'localizations'] as const;

/**
 * Everything that Strapi adds to a content type, which is nobody's content. The last one comes with a feature flag. A
 * test compares the list with what this release of Strapi adds.
 */
export const STRAPI_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...STRAPI_COLUMNS,
  ...STRAPI_RELATIONS,
  'firstPublishedAt',
]);

// What may lead to any type (`morphToMany`) belongs to no content: plugins have it.
const leadsAnywhere = ({ relation }: Attribute): boolean => relation?.startsWith('morph') === true;

/** The attributes that hold content. */
export const contentAttributes = ({ attributes }: Pick<Shape, 'attributes'>): [string, Attribute][] =>
  Object.entries(attributes).filter(
    ([name, attribute]) => !STRAPI_ATTRIBUTES.has(name) && !leadsAnywhere(attribute),
  );

/** The same without links that belong to another document: its offers are no part of what a business says. */
export const ownAttributes = (shape: Pick<Shape, 'attributes'>): [string, Attribute][] =>
  contentAttributes(shape).filter(([, { mappedBy }]) => mappedBy === undefined);

/** Those of one kind. */
export const attributesOfType = (shape: Pick<Shape, 'attributes'>, type: string): [string, Attribute][] =>
  contentAttributes(shape).filter(([, attribute]) => attribute.type === type);

/** The relations to other content. */
export const contentRelations = (shape: Pick<Shape, 'attributes'>): [string, Attribute][] =>
  attributesOfType(shape, 'relation').filter(([, { target }]) => target !== undefined && isContent(target));

/** The components that an attribute may hold: one kind, or those of a dynamic zone; none for what holds no component. */
export const componentsIn = ({ component, components }: Attribute): readonly string[] =>
  component === undefined ? (components ?? []) : [component];

/** The type of the entries in an attribute: of files, a component or related documents. A dynamic zone has no single one. */
export const typeIn = ({ type, component, target }: Attribute): string | undefined =>
  type === 'media' ? FILE : (component ?? target);

/** The type of one entry in an attribute; those of a dynamic zone say it themselves. */
const typeOf = (attribute: Attribute, entry: Entry): string | undefined =>
  attribute.type === 'dynamiczone' ? String(entry.__component) : typeIn(attribute);

/** A `populate` of Strapi's query engine. */
export type Populate = Record<string, unknown>;

/**
 * A `populate` that loads components in any depth.
 *
 * @param load what is loaded of a file or relation; `undefined`: nothing
 * @param attributes those of a type that are looked at
 */
export function populateOf(
  shape: Pick<Shape, 'attributes'>,
  shapeOf: ShapeOf,
  load: (attribute: Attribute) => unknown,
  attributes: (shape: Pick<Shape, 'attributes'>) => [string, Attribute][] = contentAttributes,
): Populate {
  const inside = (uid: string): { populate: Populate } => ({
    populate: populateOf(shapeOf(uid), shapeOf, load, attributes),
  });
  const populate: Populate = {};
  for (const [name, attribute] of attributes(shape)) {
    const { type, component } = attribute;
    if (type === 'component' && component) populate[name] = inside(component);
    else if (type === 'dynamiczone')
      populate[name] = { on: Object.fromEntries(componentsIn(attribute).map((uid) => [uid, inside(uid)])) };
    else if (type === 'media' || type === 'relation') {
      const loaded = load(attribute);
      if (loaded !== undefined) populate[name] = loaded;
    }
  }
  return populate;
}

/** Loads everything that content holds: components in any depth, files and related documents. */
export const deepPopulate = (shape: Pick<Shape, 'attributes'>, shapeOf: ShapeOf): Populate =>
  populateOf(shape, shapeOf, () => true);

/** How an entry is made into another along its schema. */
interface EntryMap {
  readonly shapeOf: ShapeOf;
  /** The names that the new entry may have: those of the old one, where nothing is said. */
  readonly names?: (shape: Shape, entry: Entry) => readonly string[];
  /**
   * What becomes of one value; `undefined` leaves it out. What is no attribute is kept as it is.
   *
   * @param within makes the same of the entries in the value: components, files, related documents
   */
  readonly visit: (value: unknown, attribute: Attribute, within: (value: unknown) => unknown) => unknown;
}

/** An attribute by its name, which may be anything: what objects inherit is none. */
const attributeOf = ({ attributes }: Shape, name: string): Attribute | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

/** Makes of an entry another one, attribute by attribute, in the depth that `visit` goes to. */
export function mapEntry(shape: Shape, entry: Entry, map: EntryMap): Entry {
  const mapped: Entry = {};
  for (const name of map.names?.(shape, entry) ?? Object.keys(entry)) {
    const attribute = attributeOf(shape, name);
    const value = entry[name];
    const made = attribute ? map.visit(value, attribute, (inner) => mapWithin(attribute, inner, map)) : value;
    if (made !== undefined) mapped[name] = made;
  }
  return mapped;
}

function mapWithin(attribute: Attribute, value: unknown, map: EntryMap): unknown {
  if (Array.isArray(value)) return value.map((one) => mapWithin(attribute, one, map));
  if (!isEntry(value)) return value;
  const type = typeOf(attribute, value);
  if (type === undefined) return value;
  const mapped = mapEntry(map.shapeOf(type), value, map);
  return attribute.type === 'dynamiczone' ? { __component: value.__component, ...mapped } : mapped;
}

/** Where a value is in an entry: names, and numbers in lists. */
type ValuePath = readonly (string | number)[];

/** One attribute of an entry or of a component in it. */
interface FoundValue {
  readonly attribute: Attribute;
  readonly value: unknown;
  readonly path: ValuePath;
}

/** All values of an entry and of the components in it; the components themselves are not among them. */
export function* valuesIn(
  shape: Shape,
  entry: Entry,
  shapeOf: ShapeOf,
  path: ValuePath = [],
): Generator<FoundValue> {
  for (const [name, value] of Object.entries(entry)) {
    const attribute = attributeOf(shape, name);
    if (!attribute) continue;
    const here = [...path, name];
    if (componentsIn(attribute).length === 0) yield { attribute, value, path: here };
    else
      for (const [index, part] of (Array.isArray(value) ? value : [value]).entries())
        if (isEntry(part))
          yield* valuesIn(
            shapeOf(String(typeOf(attribute, part))),
            part,
            shapeOf,
            Array.isArray(value) ? [...here, index] : here,
          );
  }
}

/** A component in an entry. */
export interface Part {
  readonly uid: string;
  readonly entry: Entry;
  readonly path: ValuePath;
}

/** The components of an entry at any depth, each before those in it. */
export const partsIn = (shape: Shape, entry: Entry, shapeOf: ShapeOf, path: ValuePath = []): Part[] =>
  contentAttributes(shape).flatMap(([name, attribute]) => {
    if (componentsIn(attribute).length === 0) return [];
    const value = entry[name];
    const isList = Array.isArray(value);
    return (isList ? value : [value]).flatMap((one: unknown, index) => {
      const uid = isEntry(one) ? typeOf(attribute, one) : undefined;
      // What no component is called is refused by Strapi.
      if (!isEntry(one) || uid === undefined || !componentsIn(attribute).includes(uid)) return [];
      const part = {
        uid,
        entry: one,
        path: isList ? [...path, name, index] : [...path, name],
      };
      return [part, ...partsIn(shapeOf(part.uid), one, shapeOf, part.path)];
    });
  });
