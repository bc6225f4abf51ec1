import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE } from '../domain/language';
import { requestLanguage } from '../http/request-language';
import { cityTimeZone } from '../rules/city';
import { inspectQuery } from './domain/query-shape';
import { queryMessage } from './messages';
import { QueryNarrowing } from './narrow-query';
import { isOutsideRequest, isPublicUid } from './outside-request';

type Query = Record<string, unknown>;
type QueryStep = (query: Query, model: { uid: string }, options?: unknown) => Promise<Query>;

interface ContentApi {
  validate: { query: QueryStep };
  sanitize: { query: QueryStep };
}

/**
 * Puts the rules for reading from outside where every query passes: REST controllers, GraphQL queries, GraphQL
 * relations and GraphQL counts all call these two functions of Strapi's content API.
 */
export function guardQueries(strapi: Core.Strapi): void {
  const contentApi = strapi.contentAPI as unknown as ContentApi;
  const { query: validate } = contentApi.validate;
  const { query: sanitize } = contentApi.sanitize;

  contentApi.validate.query = (query, model, options) => {
    if (isOutsideRequest(strapi)) assertQueryAllowed(strapi, query);
    return validate(query, model, options);
  };

  contentApi.sanitize.query = async (query, model, options) => {
    const sanitized = await sanitize(query, model, options);
    const isOurs = isOutsideRequest(strapi) && isPublicUid(model.uid);
    if (!isOurs) return sanitized;
    const timeZone = await cityTimeZone(strapi);
    return new QueryNarrowing(strapi, new Date(), timeZone).narrow(sanitized, model.uid);
  };
}

function assertQueryAllowed(strapi: Core.Strapi, query: Query): void {
  const decision = inspectQuery(query);
  if (decision.ok) return;
  const ctx = strapi.requestContext.get();
  const language = ctx ? requestLanguage(ctx) : DEFAULT_LANGUAGE;
  const { reason, param, found } = decision;
  throw new errors.ValidationError(queryMessage(reason, language, { param, found }), {
    reason,
    param,
    source: 'query',
  });
}
