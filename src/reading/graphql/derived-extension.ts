import type { Core, UID } from '@strapi/strapi';
import { derivedFields } from '../../listing/derived';
import { listingTypes } from '../../listing/listing-types';
import { loadersFor, type Context } from './batching/batched-fields';
import type { Entity } from './batching/load-rows';
import { graphqlType } from './domain/graphql-type';

type Resolver = (parent: Entity, args: unknown, context: Context) => Promise<unknown>;

interface Naming {
  getTypeName(model: unknown): string;
}

/** The derived fields of all public types, as an extension of the GraphQL schema. */
export function derivedExtension(strapi: Core.Strapi) {
  const { naming } = strapi.plugin('graphql').service('utils') as unknown as { naming: Naming };
  const typeDefs: string[] = [];
  const resolvers: Record<string, Record<string, Resolver>> = {};
  const resolversConfig: Record<string, { auth: false }> = {};
  for (const uid of listingTypes(strapi).public.keys()) {
    const typeName = naming.getTypeName(strapi.contentType(uid as UID.ContentType));
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
