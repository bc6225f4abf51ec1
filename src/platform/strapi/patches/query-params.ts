import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

interface QueryParams {
  transform: (this: void, uid: string, query?: Record<string, unknown>) => unknown;
}

/**
 * Looks at every query of Strapi's before it is made one of the database: whatever lists, filters or sorts on a route
 * hands it to this service.
 *
 * @param look throws what refuses it
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
