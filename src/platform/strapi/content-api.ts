import type { Core } from '@strapi/strapi';

type Query = Record<string, unknown>;
type QueryStep<Result> = (query: Query, model: { uid: string }, options?: unknown) => Promise<Result>;

/** What every query from outside passes, as REST and GraphQL call it. */
interface ContentApi {
  readonly validate: { query: QueryStep<unknown> };
  readonly sanitize: { query: QueryStep<Query> };
}

export const contentApi = (strapi: Core.Strapi): ContentApi => strapi.contentAPI as unknown as ContentApi;

interface QueryParams {
  transform(uid: string, query: object): Query;
}

/** A query of Strapi's form in that of its query engine. */
export const transformQuery = (strapi: Core.Strapi, uid: string, query: object): Query =>
  strapi.get<QueryParams>('query-params').transform(uid, query);
