import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { JsonSchemas } from './domain/json-schema';
import { queryParameter, type Parameter, type Paths } from './domain/operation';

/** Values of parameters by path and name, with which an operation answers 200. */
export type ParameterExamples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A part of the OpenAPI document. */
export interface Description {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Paths;
  /** For `components.schemas`; a name may be used once. */
  readonly schemas?: JsonSchemas;
  /** What is stored at the moment, for parameters of which no value is right everywhere. */
  readonly examples?: () => Promise<ParameterExamples>;
}

const described = new WeakMap<Core.Strapi, (() => Description)[]>();

/**
 * Adds routes to the OpenAPI document; call in `register()`.
 * @param describe called once, at the first request for the document, when all types are known
 */
export function describePaths(strapi: Core.Strapi, describe: () => Description): void {
  described.set(strapi, [...(described.get(strapi) ?? []), describe]);
}

/** The descriptions of all rooms and plugins. */
export const descriptions = (strapi: Core.Strapi): Description[] =>
  (described.get(strapi) ?? []).map((describe) => describe());

/** The parameters of a query, from the schema that parses it; `.describe()` sets their descriptions. */
export const queryParameters = (query: z.ZodObject): Parameter[] =>
  Object.entries(z.toJSONSchema(query, { io: 'output' }).properties ?? {}).map(([name, property]) => {
    const { description = '', ...schema } = property as z.core.JSONSchema.BaseSchema;
    return queryParameter(name, description, schema);
  });
