import { contentTypes } from '@strapi/utils';
import type { Core, UID } from '@strapi/strapi';

export type Arguments = Readonly<Record<string, unknown>>;

/** What is read of a relation, in the form of `strapi.db.query().findMany({ populate })`. */
export interface RelationQuery {
  populate: Record<string, unknown>;
  /** Which of a parent's rows are returned: applied here, since a limit in SQL would apply to all parents together. */
  offset: number;
  limit: number;
}

interface Transformed {
  where?: unknown;
  offset?: number;
  limit?: number;
  [name: string]: unknown;
}

interface BuilderUtils {
  transformArgs(
    args: Arguments,
    options: { contentType: unknown; usePagination: boolean },
  ): Record<string, unknown>;
}

interface QueryParams {
  transform(uid: string, query: object): Transformed;
}

interface ContentApi {
  validate: { query(query: object, model: unknown, options: { auth: unknown }): Promise<void> };
  sanitize: { query(query: object, model: unknown, options: { auth: unknown }): Promise<object> };
}

/**
 * Builds the query for a nested field, with the caller's filters, sorting and page: validated, sanitized for the
 * caller, and restricted to what is public. Strapi does this for every row; here it is done once per field.
 */
export async function relationQuery(
  strapi: Core.Strapi,
  target: string,
  args: Arguments,
  auth: unknown,
): Promise<RelationQuery> {
  const model = strapi.getModel(target as UID.Schema);
  const { utils } = strapi.plugin('graphql').service('builders') as unknown as { utils: BuilderUtils };
  const contentApi = strapi.contentAPI as unknown as ContentApi;
  const asked = utils.transformArgs(args, { contentType: model, usePagination: true });
  await contentApi.validate.query(asked, model, { auth });
  const sanitized = await contentApi.sanitize.query(asked, model, { auth });
  const params = strapi.get<QueryParams>('query-params');
  const { where, offset = 0, limit = Infinity, ...rest } = params.transform(target, sanitized);
  const published = contentTypes.hasDraftAndPublish(model) ? [{ publishedAt: { $notNull: true } }] : [];
  const conditions = [...published, ...(where ? [where] : [])];
  return {
    populate: { ...rest, ...(conditions.length > 0 ? { where: { $and: conditions } } : {}) },
    offset,
    limit: limit < 0 ? Infinity : limit,
  };
}
