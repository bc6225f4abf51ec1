import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

interface QueryParams {
  transform: (this: void, uid: string, query?: Record<string, unknown>) => unknown;
}

/**
 * Checks every query before Strapi turns it into a database query: every route that lists, filters or sorts uses this
 * service.
 *
 * @param look throws to refuse a query
 */
export function onQueryParams(
  strapi: Core.Strapi,
  look: (query: Record<string, unknown>, uid: string) => void,
): void {
  const params = functionsOf<QueryParams>(
    'query-params',
    'The service query-params',
    strapi.get('query-params'),
    'transform',
  );
  const { transform } = params;
  params.transform = (uid, query) => {
    if (query) look(query, uid);
    return transform(uid, query);
  };
}
