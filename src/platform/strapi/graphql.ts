import type { Core } from '@strapi/strapi';

/** Names of types in the GraphQL schema. */
export interface GraphqlNaming {
  getTypeName(model: object): string;
  getComponentName(model: object): string;
  getFiltersInputTypeName(model: object): string;
}

export const graphqlNaming = (strapi: Core.Strapi): GraphqlNaming =>
  strapi.plugin('graphql').service<{ naming: GraphqlNaming }>('utils').naming;

interface BuilderUtils {
  transformArgs(
    args: Readonly<Record<string, unknown>>,
    options: { contentType: unknown; usePagination: boolean },
  ): Record<string, unknown>;
}

/** The arguments of a field as a query of Strapi's form. */
export const graphqlArguments = (
  strapi: Core.Strapi,
  args: Readonly<Record<string, unknown>>,
  contentType: unknown,
): Record<string, unknown> =>
  strapi
    .plugin('graphql')
    .service<{ utils: BuilderUtils }>('builders')
    .utils.transformArgs(args, { contentType, usePagination: true });

/** What of a type Strapi puts into the schema. */
interface ShadowCrud {
  disable(): ShadowCrud;
  disableQueries(): ShadowCrud;
  disableMutations(): ShadowCrud;
  field(name: string): { disable(): unknown };
}

interface GraphqlExtension {
  shadowCRUD(uid: string): ShadowCrud;
  use(extension: object): void;
}

/** Where the GraphQL schema is changed; in `register`. */
export const graphqlExtension = (strapi: Core.Strapi): GraphqlExtension =>
  strapi.plugin('graphql').service<GraphqlExtension>('extension');
