import type { Core } from '@strapi/strapi';
import { contentApi, transformQuery } from '#src/platform/strapi/content-api';
import { graphqlArguments } from '#src/platform/strapi/graphql';
import { modelOf } from '#src/platform/strapi/models';
import { hasDrafts } from '#src/platform/strapi/schema';

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
  const model = modelOf(strapi, target);
  const { validate, sanitize } = contentApi(strapi);
  const asked = graphqlArguments(strapi, args, model);
  await validate.query(asked, model, { auth });
  const sanitized = await sanitize.query(asked, model, { auth });
  const transformed: Transformed = transformQuery(strapi, target, sanitized);
  const { where, offset = 0, limit = Infinity, ...rest } = transformed;
  const published = hasDrafts(model) ? [{ publishedAt: { $notNull: true } }] : [];
  const conditions = [...published, ...(where ? [where] : [])];
  return {
    populate: { ...rest, ...(conditions.length > 0 ? { where: { $and: conditions } } : {}) },
    offset,
    limit: limit < 0 ? Infinity : limit,
  };
}
