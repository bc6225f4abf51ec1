import type { Core, UID } from '@strapi/strapi';
import { onQueryParams } from '../platform/strapi/patches';
import { PrivateColumns } from './domain/private-columns';
import type { Schema } from './domain/query-parts';
import { unknownField } from './domain/unknown-field';
import { refusedQuery } from './refused-query';

const isAdminRequest = (strapi: Core.Strapi): boolean => {
  const state = strapi.requestContext.get()?.state as { route?: { info?: { type?: string } } } | undefined;
  return state?.route?.info?.type === 'admin';
};

/** The attribute that a parameter ends in: `password` of `sort[0][user.password]`. */
const lastName = (param: string): string =>
  param.endsWith(']') ? param.slice(Math.max(param.lastIndexOf('['), param.lastIndexOf('.')) + 1, -1) : param;

/**
 * Refuses reading, filtering and sorting by private columns on every admin route that takes a query of Strapi's: all of them hand
 * it to this service. The permissions of the content manager drop such filters, but not sorting, and look at what lies
 * behind a relation as little as the routes of the media library and of accounts. Fields to read that a type does not
 * have are refused as well: the database would fail on them. All of this in whatever is populated, too.
 */
export function guardAdminQueries(strapi: Core.Strapi): void {
  const schemaOf = (uid: string): Schema | undefined => strapi.getModel(uid as UID.Schema);
  const columns = new PrivateColumns(schemaOf);
  onQueryParams(strapi, (query, uid) => {
    if (!isAdminRequest(strapi)) return;
    const found = columns.in(query, uid) ?? unknownField(query, uid, schemaOf);
    if (found !== undefined) throw refusedQuery('private-field', found, lastName(found));
  });
}
