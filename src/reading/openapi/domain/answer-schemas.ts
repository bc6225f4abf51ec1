import { contentAttributes, isContent, type Attribute, type Shape } from '#src/platform/strapi/schema';
import {
  choice,
  day,
  decimal,
  described,
  documentId,
  flag,
  list,
  moment,
  nullable,
  pascal,
  ref,
  text,
  whole,
  type JsonSchema,
  type JsonSchemas,
} from './json-schema';

/** `Business` of `api::business.business`, `PlaceGeoPoint` of the component `place.geo-point`. */
export const schemaName = (uid: string): string =>
  isContent(uid) ? pascal(uid.slice(uid.lastIndexOf('.') + 1)) : pascal(uid);

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  integer: whole,
  biginteger: text,
  float: decimal,
  decimal,
  boolean: flag,
  date: day,
  datetime: moment,
  timestamp: moment,
  // All of ours are lists of texts: postcodes, search words, languages.
  json: list(text),
  blocks: list(ref('Block')),
};

/** A single value in an answer; texts of any kind are strings. */
const scalar = ({ type, enum: values }: Attribute): JsonSchema =>
  type === 'enumeration' && values ? choice(values) : (SCALARS[type] ?? text);

/** What an answer shows in attributes that lead to something else. */
export interface Shown {
  /** What related documents are; `undefined` if they are not shown. */
  readonly related: (target: string) => JsonSchema | undefined;
  readonly component: (uid: string) => JsonSchema;
  readonly file: JsonSchema;
  /** What is not shown at all; by default what is private. */
  readonly hides?: (shape: Shape, attribute: Attribute) => boolean;
  /** In drafts, what is required may be missing yet. */
  readonly unfinished?: boolean;
}

function entries(attribute: Attribute, shown: Shown): JsonSchema | undefined {
  const { type, target = '', component = '', repeatable, multiple, relation } = attribute;
  if (type === 'media') return multiple ? nullable(list(shown.file)) : nullable(shown.file);
  if (type === 'component')
    return repeatable ? list(shown.component(component)) : nullable(shown.component(component));
  const one = shown.related(target);
  if (!one) return undefined;
  return relation?.endsWith('ToMany') ? list(one) : nullable(one);
}

const ENTRIES: ReadonlySet<string> = new Set(['media', 'component', 'relation']);

const isPrivate = (_shape: Shape, attribute: Attribute): boolean => attribute.private === true;

/** The schema of one attribute in an answer. */
function attributeSchema(shape: Shape, attribute: Attribute, shown: Shown): JsonSchema | undefined {
  const { hides = isPrivate } = shown;
  if (hides(shape, attribute) || attribute.type === 'password') return undefined;
  if (ENTRIES.has(attribute.type)) return entries(attribute, shown);
  const schema = scalar(attribute);
  const isFilled = attribute.required === true && !shown.unfinished;
  return isFilled || Object.keys(schema).length === 0 ? schema : nullable(schema);
}

/** The schemas of the attributes of a type or component in answers. @param labelOf what an attribute is called */
export const attributeSchemas = (
  shape: Shape,
  shown: Shown,
  labelOf: (uid: string, name: string) => string | undefined,
): JsonSchemas =>
  Object.fromEntries(
    contentAttributes(shape).flatMap(([name, attribute]) => {
      const schema = attributeSchema(shape, attribute, shown);
      const label = labelOf(shape.uid, name);
      return schema ? [[name, label === undefined ? schema : described(label, schema)]] : [];
    }),
  );

/** What Strapi adds to every document. */
export const DOCUMENT_FACTS: JsonSchemas = {
  documentId,
  createdAt: nullable(moment),
  updatedAt: nullable(moment),
  publishedAt: nullable(moment),
  locale: nullable(described('Language (BCP 47)', text)),
};
