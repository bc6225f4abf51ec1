import type { Core } from '@strapi/strapi';
import { onQueryParams } from '../platform/strapi/patches';
import { PrivateColumns } from './domain/private-columns';
import { unknownField } from './domain/unknown-field';
import { refusedQuery } from './refused-query';
import { modelGetter } from '../platform/strapi/models';

const isAdminRequest = (strapi: Core.Strapi): boolean => {
  const state = strapi.requestContext.get()?.state as { route?: { info?: { type?: string } } } | undefined;
  return state?.route?.info?.type === 'admin';
};

/** The attribute at the end of a parameter: `password` in `sort[0][user.password]`. */
const lastName = (param: string): string =>
  param.endsWith(']') ? param.slice(Math.max(param.lastIndexOf('['), param.lastIndexOf('.')) + 1, -1) : param;

/**
 * Refuses reading, filtering and sorting by private columns on every admin route with a Strapi query, since all of them
 * pass it to this service. The permissions of the content manager drop such filters but not sorting, and neither they
 * nor the routes of the media library and accounts look behind relations. Unknown fields are refused as well, since the
 * database would fail on them. All of this includes populations.
 */
export function guardAdminQueries(strapi: Core.Strapi): void {
  const schemaOf = modelGetter(strapi);
  const columns = new PrivateColumns(schemaOf);
  onQueryParams(strapi, (query, uid) => {
    if (!isAdminRequest(strapi)) return;
    const found = columns.in(query, uid) ?? unknownField(query, uid, schemaOf);
    if (found !== undefined) throw refusedQuery('private-field', found, lastName(found));
  });
}
