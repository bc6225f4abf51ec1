import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { OpenApiDocument } from './public-document';

type Paths = OpenApiDocument['paths'];

const described = new WeakMap<Core.Strapi, Paths>();

/**
 * Adds routes of a plugin to the OpenAPI document, which Strapi's generator cannot describe; call in `register()`.
 */
export function describePaths(strapi: Core.Strapi, paths: Paths): void {
  described.set(strapi, { ...described.get(strapi), ...paths });
}

/** The routes that plugins have described. */
export const describedPaths = (strapi: Core.Strapi): Paths => described.get(strapi) ?? {};

/** An optional parameter of a query. */
export const queryParameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

/** The parameters of a query, from the schema that parses it; `.describe()` sets their descriptions. */
export const queryParameters = (query: z.ZodObject) =>
  Object.entries(z.toJSONSchema(query, { io: 'output' }).properties ?? {}).map(([name, property]) => {
    const { description = '', ...schema } = property as z.core.JSONSchema.BaseSchema;
    return queryParameter(name, description, schema);
  });
