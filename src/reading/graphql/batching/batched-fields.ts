import type { Core } from '@strapi/strapi';
import { isPublicType, listingTypes } from '#src/listing/listing-types';
import { Loaders } from './loaders';
import type { Entity, Place } from './load-rows';
import type { Arguments } from './relation-query';
import { graphqlNaming, type GraphqlNaming } from '#src/platform/strapi/graphql';
import { componentsOf, modelOf } from '#src/platform/strapi/models';
import { typeIn, type Attribute, type Model } from '#src/platform/strapi/schema';
import { withSignedUrls } from '#src/platform/strapi/uploads';

export interface Context {
  state?: { auth?: unknown };
}

type Resolver = (parent: Entity, args: Arguments, context: Context, info: unknown) => unknown;
type FieldMiddleware = (next: Resolver, ...call: Parameters<Resolver>) => unknown;

// One per request, since Apollo creates a context for each.
const loadersOf = new WeakMap<Context, Loaders>();

/** The loaders of the current request. */
export function loadersFor(strapi: Core.Strapi, context: Context): Loaders {
  const loaders = loadersOf.get(context) ?? new Loaders(strapi, context.state?.auth);
  loadersOf.set(context, loaders);
  return loaders;
}

// Strapi's schema gives `pagination` and `sort` empty defaults.
const isEmpty = (value: unknown): boolean =>
  value == null || (typeof value === 'object' && Object.keys(value).length === 0);

const isPlain = (args: Arguments): boolean => Object.values(args).every(isEmpty);

// Strapi's default page size of a nested list.
const DEFAULT_LIMIT = 25;

const isMany = ({ type, repeatable, multiple, relation }: Attribute): boolean =>
  type === 'component'
    ? repeatable === true
    : type === 'media'
      ? multiple === true
      : relation?.endsWith('ToMany') === true;

/** The rows in a nested field of one row. */
async function rowsIn(
  loaders: Loaders,
  place: Place,
  attribute: Attribute,
  args: Arguments,
): Promise<Entity[]> {
  const { type } = attribute;
  if (type === 'relation' || !isPlain(args)) return loaders.related(place, typeIn(attribute) ?? '', args);
  const rows = type === 'media' ? await loaders.filesIn(place) : await loaders.componentsIn(place);
  return rows.slice(0, DEFAULT_LIMIT);
}

function middlewareFor(
  strapi: Core.Strapi,
  uid: string,
  field: string,
  attribute: Attribute,
  shape: Shape,
): FieldMiddleware {
  return async (next, parent, args, context, info) => {
    // Created by someone else's resolver, so there is no row to look up.
    if (typeof parent.id !== 'number') return next(parent, args, context, info);
    const rows = await rowsIn(loadersFor(strapi, context), { uid, id: parent.id, field }, attribute, args);
    if (attribute.type !== 'media') return shape(rows);
    return shape(await Promise.all(rows.map((file) => withSignedUrls(strapi, file))));
  };
}

type Shape = (rows: Entity[]) => unknown;

const one: Shape = (rows) => rows[0] ?? null;
const list: Shape = (rows) => rows;
const connection: Shape = (nodes) => ({ nodes, info: {} });

const isBatched = (strapi: Core.Strapi, { type, private: isPrivate, target, relation }: Attribute): boolean =>
  !isPrivate &&
  (type === 'component' ||
    type === 'media' ||
    (type === 'relation' && isPublicType(strapi, target ?? '') && relation?.includes('orph') !== true));

/** The nested fields of one type or component, by their names in the GraphQL schema. */
function fieldsOf(
  strapi: Core.Strapi,
  model: Model,
  naming: GraphqlNaming,
): [string, { middlewares: FieldMiddleware[] }][] {
  const typeName =
    model.modelType === 'component' ? naming.getComponentName(model) : naming.getTypeName(model);
  return Object.entries(model.attributes)
    .filter(([, attribute]) => isBatched(strapi, attribute))
    .flatMap(([field, attribute]) => {
      const names: [string, Shape][] = isMany(attribute)
        ? [
            [field, list],
            [`${field}_connection`, connection],
          ]
        : [[field, one]];
      return names.map(
        ([name, shape]) =>
          [
            `${typeName}.${name}`,
            { middlewares: [middlewareFor(strapi, model.uid, field, attribute, shape)] },
          ] as [string, { middlewares: FieldMiddleware[] }],
      );
    });
}

/**
 * Reads nested fields of the public types and of components for all rows of a list together: 25 businesses with
 * everything in them take 9 statements instead of hundreds (docs/adr/0027). They run before Strapi's own resolvers,
 * after its check of who may read the type.
 */
export function batchedFields(strapi: Core.Strapi): Record<string, { middlewares: FieldMiddleware[] }> {
  const naming = graphqlNaming(strapi);
  const models = [
    ...[...listingTypes(strapi).public.keys()].map((uid) => modelOf(strapi, uid)),
    ...componentsOf(strapi),
  ];
  return Object.fromEntries(models.flatMap((model) => fieldsOf(strapi, model, naming)));
}
