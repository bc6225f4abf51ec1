import type { Core } from '@strapi/strapi';
import type { GraphQLSchema } from 'graphql';
import { readableSchema } from './domain/readable-schema';

interface Known {
  readonly schema: GraphQLSchema;
  text?: string;
}

const known = new WeakMap<Core.Strapi, Known>();

/** An Apollo plugin that keeps the schema the server starts with. */
export const keepSchema = {
  serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<void> {
    known.set(strapi, { schema });
    return Promise.resolve();
  },
};

/** What can be read over GraphQL, in the schema definition language; the schema does not change while the server runs. */
export function schemaText(instance: Core.Strapi): string {
  const found = known.get(instance);
  if (!found) throw new Error('The GraphQL server has not been started.');
  found.text ??= readableSchema(found.schema);
  return found.text;
}
