import type { Core } from '@strapi/strapi';
import { listingTypes } from '../../listing/listing-types';
import type { PublicType } from '../../listing/domain/listing-type';
import { graphqlNaming } from '../../platform/strapi/graphql';
import { modelOf } from '../../platform/strapi/models';
import { loadersFor, type Context } from './batching/batched-fields';
import type { Entity } from './batching/load-rows';
import type { Arguments } from './batching/relation-query';

type Resolver = (parent: Entity, args: Arguments, context: Context) => Promise<Entity[]>;

/** `advisory-contacts` as `advisoryContacts`. */
const fieldName = (collection: string): string =>
  collection.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** The public types whose documents belong to a business. */
const belonging = (strapi: Core.Strapi): PublicType[] =>
  [...listingTypes(strapi).public.values()].filter(({ business }) => business !== undefined);

/**
 * What belongs to a business, by the plural names of its types (`offers`, `campaigns`), as an extension of the GraphQL
 * schema. The schema knows only the way from an offer to its business.
 */
export function belongingExtension(strapi: Core.Strapi) {
  const { business } = listingTypes(strapi);
  if (!business) return {};
  const naming = graphqlNaming(strapi);
  const owner = naming.getTypeName(modelOf(strapi, business.uid));
  const fields: string[] = [];
  const resolvers: [string, Resolver][] = [];
  const resolversConfig: Record<string, { auth: { scope: string[] } }> = {};
  for (const { uid, collection, business: relation = '' } of belonging(strapi)) {
    const model = modelOf(strapi, uid);
    const name = fieldName(collection);
    fields.push(
      `${name}(filters: ${naming.getFiltersInputTypeName(model)}, pagination: PaginationArg = {}, sort: [String] = []): [${naming.getTypeName(model)}]!`,
    );
    resolvers.push([
      name,
      (parent, args, context) =>
        loadersFor(strapi, context).belonging({ uid, relation, owner: parent.id as number }, args),
    ]);
    resolversConfig[`${owner}.${name}`] = { auth: { scope: [`${uid}.find`] } };
  }
  if (fields.length === 0) return {};
  return {
    typeDefs: `extend type ${owner} {\n  ${fields.join('\n  ')}\n}`,
    resolvers: { [owner]: Object.fromEntries(resolvers) },
    resolversConfig,
  };
}
