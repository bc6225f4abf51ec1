import type { Core } from '@strapi/strapi';
import { derivedFields } from '../../listing/derived';
import { listingTypes } from '../../listing/listing-types';
import { loadersFor, type Context } from './batching/batched-fields';
import type { Entity } from './batching/load-rows';
import { graphqlType } from './domain/graphql-type';
import { graphqlNaming } from '../../platform/strapi/graphql';
import { modelOf } from '../../platform/strapi/models';

type Resolver = (parent: Entity, args: unknown, context: Context) => Promise<unknown>;

/** The derived fields of all public types, as an extension of the GraphQL schema. */
export function derivedExtension(strapi: Core.Strapi) {
  const naming = graphqlNaming(strapi);
  const typeDefs: string[] = [];
  const resolvers: Record<string, Record<string, Resolver>> = {};
  const resolversConfig: Record<string, { auth: false }> = {};
  for (const uid of listingTypes(strapi).public.keys()) {
    const typeName = naming.getTypeName(modelOf(strapi, uid));
    for (const [name, { schema }] of Object.entries(derivedFields(uid))) {
      typeDefs.push(graphqlType(typeName, name, schema));
      resolvers[typeName] = {
        ...resolvers[typeName],
        [name]: async (row, _args, context) => (await loadersFor(strapi, context).derivedOf(uid, row))[name],
      };
      // Like stored fields, they need only the permission to read the document.
      resolversConfig[`${typeName}.${name}`] = { auth: false };
    }
  }
  return { typeDefs: typeDefs.join('\n'), resolvers, resolversConfig };
}
