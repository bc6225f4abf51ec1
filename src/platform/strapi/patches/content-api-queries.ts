import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

/** A query of the content API, as REST and GraphQL both pass it on. */
export type ContentApiQuery = Record<string, unknown>;
export type QueryStep = (
  query: ContentApiQuery,
  model: { uid: string },
  options?: unknown,
) => Promise<ContentApiQuery>;

/** Wraps the two functions that every query from outside goes through: REST, GraphQL and its relations. */
export function wrapQueries(
  strapi: Core.Strapi,
  around: { validate(next: QueryStep): QueryStep; sanitize(next: QueryStep): QueryStep },
): void {
  for (const name of ['validate', 'sanitize'] as const) {
    const functions = functionsOf<{ query: QueryStep }>(
      'content-api-queries',
      `contentAPI.${name}`,
      strapi.contentAPI[name],
      'query',
    );
    functions.query = around[name](functions.query);
  }
}
