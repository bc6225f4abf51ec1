import {
  contentAttributes,
  isContent,
  typeIn,
  type Attribute,
  type Shape,
} from '#src/platform/strapi/schema';
import { schemaName } from './answer-schemas';
import {
  decimal,
  described,
  flag,
  list,
  moment,
  object,
  ref,
  text,
  type JsonSchema,
  type JsonSchemas,
} from './json-schema';

/** `BusinessFilters` of `api::business.business`. */
export const filtersName = (uid: string): string => `${schemaName(uid)}Filters`;

const oneOrMany = (value: JsonSchema): JsonSchema => ({ anyOf: [value, list(value)] });

const compared = (value: JsonSchema): JsonSchemas => ({
  $eq: oneOrMany(value),
  $ne: oneOrMany(value),
  $in: list(value),
  $notIn: list(value),
  $lt: value,
  $lte: value,
  $gt: value,
  $gte: value,
  $between: { type: 'array', minItems: 2, maxItems: 2, items: value },
  $null: flag,
  $notNull: flag,
});

const matched: JsonSchemas = Object.fromEntries(
  [
    '$eqi',
    '$nei',
    '$contains',
    '$notContains',
    '$containsi',
    '$notContainsi',
    '$startsWith',
    '$startsWithi',
    '$endsWith',
    '$endsWithi',
  ].map((name) => [name, text]),
);

/** A value, several of which any will do, or conditions, all of which have to hold. */
const filter = (value: JsonSchema, operators: JsonSchemas = compared(value)): JsonSchema => ({
  anyOf: [value, list(value), object(operators, [])],
});

/** The conditions on single values. */
export const VALUE_FILTERS: JsonSchemas = {
  TextFilter: described(
    'The operators that end in `i` take no notice of case',
    filter(text, { ...compared(text), ...matched }),
  ),
  NumberFilter: filter(decimal),
  DateFilter: filter({ anyOf: [{ type: 'string', format: 'date' }, moment] }),
  FlagFilter: filter(flag),
};

const FILTER_OF: Readonly<Record<string, string>> = {
  integer: 'NumberFilter',
  float: 'NumberFilter',
  decimal: 'NumberFilter',
  date: 'DateFilter',
  datetime: 'DateFilter',
  timestamp: 'DateFilter',
  boolean: 'FlagFilter',
};

const COLUMNS: JsonSchemas = {
  documentId: ref('TextFilter'),
  createdAt: ref('DateFilter'),
  updatedAt: ref('DateFilter'),
  publishedAt: ref('DateFilter'),
};

// JSON cannot be compared, and what files are called is nobody's question.
const UNFILTERED: ReadonlySet<string> = new Set(['json', 'blocks', 'media', 'password']);

function onAttribute(attribute: Attribute, isPublic: (uid: string) => boolean): JsonSchema | undefined {
  const { type } = attribute;
  if (attribute.private || UNFILTERED.has(type)) return undefined;
  const target = typeIn(attribute);
  if (target === undefined) return ref(FILTER_OF[type] ?? 'TextFilter');
  return type === 'component' || isPublic(target) ? ref(filtersName(target)) : undefined;
}

/** What entries of a type or component can be filtered by, at any depth. */
export function filtersSchema(shape: Shape, isPublic: (uid: string) => boolean): JsonSchema {
  const own = ref(filtersName(shape.uid));
  const attributes = contentAttributes(shape).flatMap(([name, attribute]) => {
    const schema = onAttribute(attribute, isPublic);
    return schema ? [[name, schema] as const] : [];
  });
  return object(
    {
      ...(isContent(shape.uid) ? COLUMNS : {}),
      ...Object.fromEntries(attributes),
      $and: list(own),
      $or: list(own),
      $not: own,
    },
    [],
  );
}
