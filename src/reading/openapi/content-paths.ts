import { cityTimeZone } from '../../city/known-city';
import { publicFilters } from '../../domain/public-rule';
import { CATALOGUES } from '../../languages';
import type { PublicType } from '../../listing/domain/listing-type';
import { derivedFields } from '../../listing/derived';
import { listingTypes } from '../../listing/listing-types';
import { componentsOf, modelGetter, modelOf } from '../../platform/strapi/models';
import { contentAttributes, isLocalized, type Entry, type Shape } from '../../platform/strapi/schema';
import type { Core } from '@strapi/strapi';
import { attributeSchemas, DOCUMENT_FACTS, schemaName, type Shown } from './domain/answer-schemas';
import { filtersName, filtersSchema, VALUE_FILTERS } from './domain/filter-schemas';
import {
  described,
  documentId,
  flag,
  list,
  nullable,
  object,
  pascal,
  ref,
  text,
  whole,
} from './domain/json-schema';
import type { JsonSchema, JsonSchemas } from './domain/json-schema';
import {
  answer,
  headers,
  inPath,
  LOCALE,
  NOT_MODIFIED,
  queryParameter,
  READERS,
  refusals,
  type Operation,
  type Parameter,
  type Paths,
} from './domain/operation';
import type { Description, ParameterExamples } from './described-paths';

/** What an attribute is called in the panel. */
export const labelOf = (uid: string, name: string): string | undefined => {
  const { types, components } = CATALOGUES.en.fields;
  return (types[uid] ?? components[uid])?.fields[name]?.[0];
};

const isPublic =
  (strapi: Core.Strapi) =>
  (uid: string): boolean =>
    listingTypes(strapi).public.has(uid);

/** What anyone sees: related documents of public types, components and files, where they are populated. */
const shownToAnyone = (strapi: Core.Strapi): Shown => ({
  related: (target) => (isPublic(strapi)(target) ? ref(schemaName(target)) : undefined),
  component: (uid) => ref(schemaName(uid)),
  file: ref('StoredFile'),
});

function documentSchema(strapi: Core.Strapi, { uid }: PublicType): JsonSchema {
  const derived = Object.entries(derivedFields(uid)).map(([name, { schema }]) => [name, schema] as const);
  const attributes = attributeSchemas(modelOf(strapi, uid), shownToAnyone(strapi), labelOf);
  // `fields` may leave out everything but the id.
  const localizations = described('In other languages; only if populated', list(ref(schemaName(uid))));
  return object({ ...DOCUMENT_FACTS, ...attributes, ...Object.fromEntries(derived), localizations }, [
    'documentId',
  ]);
}

const listAnswer = (name: string): JsonSchema =>
  object({ data: list(ref(name)), meta: object({ pagination: ref('Pagination') }) });

const oneAnswer = (name: string): JsonSchema =>
  object({
    data: ref(name),
    meta: object({ locale: nullable(described('Language of the answer (BCP 47)', text)) }),
  });

/** The components that a type holds, those within them too. */
function componentsWithin(strapi: Core.Strapi, shapes: readonly Shape[]): Set<string> {
  const found = new Set<string>();
  const visit = (shape: Shape): void => {
    for (const [, { type, component = '', private: isPrivate }] of contentAttributes(shape)) {
      if (type !== 'component' || isPrivate || found.has(component)) continue;
      found.add(component);
      visit(modelOf(strapi, component));
    }
  };
  shapes.forEach(visit);
  return found;
}

const typeSchemas = (strapi: Core.Strapi, type: PublicType): JsonSchemas => {
  const name = schemaName(type.uid);
  return {
    [name]: documentSchema(strapi, type),
    [filtersName(type.uid)]: filtersSchema(modelOf(strapi, type.uid), isPublic(strapi)),
    ...(type.isSingle ? {} : { [`${name}List`]: listAnswer(name) }),
    [`${name}Answer`]: oneAnswer(name),
  };
};

/** The schemas of components under their names. @param suffix of the names */
export const componentSchemas = (
  strapi: Core.Strapi,
  uids: readonly string[],
  shown: Shown,
  suffix = '',
): JsonSchemas => {
  const within = componentsWithin(strapi, uids.map(modelGetter(strapi)));
  return Object.fromEntries(
    componentsOf(strapi)
      .filter(({ uid }) => within.has(uid))
      .map((model) => [
        `${schemaName(model.uid)}${suffix}`,
        object(attributeSchemas(model, shown, labelOf), []),
      ]),
  );
};

function schemasOf(strapi: Core.Strapi, types: readonly PublicType[]): JsonSchemas {
  const uids = types.map(({ uid }) => uid);
  const components = [...componentsWithin(strapi, uids.map(modelGetter(strapi)))];
  return {
    ...VALUE_FILTERS,
    ...Object.assign({}, ...types.map((type) => typeSchemas(strapi, type))),
    ...componentSchemas(strapi, uids, shownToAnyone(strapi)),
    ...Object.fromEntries(
      components.map((uid) => [filtersName(uid), filtersSchema(modelOf(strapi, uid), isPublic(strapi))]),
    ),
  } as JsonSchemas;
}

// Until something is public.
const NO_EXAMPLE = 'beispiel';

const NESTED = new Set(['component', 'relation', 'media']);

/** The names in `fields` and `populate`. */
function namesOf(strapi: Core.Strapi, uid: string): { fields: string[]; nested: string[] } {
  const shown = Object.keys(attributeSchemas(modelOf(strapi, uid), shownToAnyone(strapi), labelOf));
  const { attributes } = modelOf(strapi, uid);
  const isNested = (name: string): boolean => NESTED.has(attributes[name]?.type ?? '');
  return {
    fields: [
      'documentId',
      'createdAt',
      'updatedAt',
      'publishedAt',
      ...shown.filter((name) => !isNested(name)),
    ],
    // `*` leaves them out.
    nested: [...shown.filter(isNested), ...(isLocalized(modelOf(strapi, uid)) ? ['localizations'] : [])],
  };
}

const commaSeparated = { style: 'form', explode: false };

/** What of a document is wanted. */
function shapeParameters(strapi: Core.Strapi, { uid }: PublicType): Parameter[] {
  const { fields, nested } = namesOf(strapi, uid);
  const wanted = queryParameter(
    'fields',
    'Only these; `documentId` and what is derived come always',
    list({ type: 'string', enum: fields }),
    commaSeparated,
  );
  const populate = queryParameter(
    'populate',
    `What is left out unless it is named: ${['*', ...nested].map((name) => `\`${name}\``).join(', ')}, and paths such as \`photos.image\`. Also in brackets, with \`fields\`, \`filters\`, \`sort\` and \`populate\` of its own: \`populate[address][fields]=place\``,
    list({ type: 'string', examples: ['*', ...nested] }),
    { ...commaSeparated, example: ['*'] },
  );
  return [LOCALE, wanted, populate];
}

const PAGINATION = queryParameter(
  'pagination',
  '`page` and `pageSize` (25 unless said, 100 at most), or `start` and `limit`; `withCount=false` saves the counting',
  {
    ...object({ page: whole, pageSize: whole, start: whole, limit: whole, withCount: flag }, []),
    additionalProperties: false,
  },
  { style: 'deepObject', explode: true, example: { page: 1, pageSize: 10 } },
);

/** Which documents are wanted, and in which order. */
function listParameters(strapi: Core.Strapi, type: PublicType): Parameter[] {
  return [
    ...shapeParameters(strapi, type),
    queryParameter(
      'filters',
      'Conditions in brackets, in any depth: `filters[name][$containsi]=brot`, `filters[categories][slug]=florist`',
      ref(filtersName(type.uid)),
      { style: 'deepObject', explode: true, example: { [type.name]: NO_EXAMPLE } },
    ),
    queryParameter(
      'sort',
      'Names of fields, also of related entries, each with `:asc` or `:desc`',
      list({ type: 'string', examples: [`${type.name}:asc`, 'updatedAt:desc'] }),
      { ...commaSeparated, example: [`${type.name}:asc`] },
    ),
    PAGINATION,
  ];
}

const ANSWER_HEADERS = headers('ETag', 'CacheControl');

function listOperation(strapi: Core.Strapi, type: PublicType): Operation {
  const name = schemaName(type.uid);
  return {
    operationId: `list${pascal(type.collection)}`,
    tags: ['content'],
    summary: `List ${type.collection.replaceAll('-', ' ')}`,
    security: READERS,
    parameters: listParameters(strapi, type),
    responses: {
      200: answer({ schema: ref(`${name}List`), headers: ANSWER_HEADERS }),
      ...NOT_MODIFIED,
      ...refusals(400, 401, 403, 429, 503),
    },
  };
}

function oneOperation(strapi: Core.Strapi, type: PublicType): Operation {
  const name = schemaName(type.uid);
  const id = inPath('documentId', documentId, NO_EXAMPLE);
  return {
    operationId: `get${name}`,
    tags: ['content'],
    summary: `Read ${type.isSingle ? 'the' : 'one'} ${type.type.replaceAll('-', ' ')}`,
    security: READERS,
    parameters: [...(type.isSingle ? [] : [id]), ...shapeParameters(strapi, type)],
    responses: {
      200: answer({
        description: 'In the language asked for, or in the default one; `meta.locale` says which',
        schema: ref(`${name}Answer`),
        headers: ANSWER_HEADERS,
      }),
      ...NOT_MODIFIED,
      ...refusals(400, 401, 403, 404, 429, 503),
    },
  };
}

function pathsOf(strapi: Core.Strapi, type: PublicType): Paths {
  const { isSingle, collection } = type;
  if (isSingle) return { [`/api/${type.type}`]: { get: oneOperation(strapi, type) } };
  return {
    [`/api/${collection}`]: { get: listOperation(strapi, type) },
    [`/api/${collection}/{documentId}`]: { get: oneOperation(strapi, type) },
  };
}

/** Of each type one public document: its id for its address, its name for a filter. */
async function documentExamples(strapi: Core.Strapi): Promise<ParameterExamples> {
  const examples: Record<string, Record<string, unknown>> = {};
  const timeZone = await cityTimeZone(strapi);
  for (const { uid, collection, name, rule, isSingle } of listingTypes(strapi).public.values()) {
    if (isSingle) continue;
    const where = publicFilters(rule, new Date(), timeZone) ?? {};
    const found = (await strapi.db
      .query(uid)
      .findOne({ where, select: ['documentId', name], orderBy: { documentId: 'asc' } })) as Entry | null;
    if (!found) continue;
    examples[`/api/${collection}`] = { filters: { [name]: found[name] } };
    examples[`/api/${collection}/{documentId}`] = { documentId: found.documentId };
  }
  return examples;
}

/** What anyone may read of the public types, from the register and their schemas. */
export function describeContent(strapi: Core.Strapi): Description {
  const types = [...listingTypes(strapi).public.values()];
  return {
    tags: [
      {
        name: 'content',
        description:
          'What is published, as Strapi gives it: filtered, sorted, with what belongs to it (docs/api.md)',
      },
    ],
    paths: Object.assign({}, ...types.map((type) => pathsOf(strapi, type))) as Paths,
    schemas: schemasOf(strapi, types),
    examples: () => documentExamples(strapi),
  };
}
