import type { Core } from '@strapi/strapi';
import type { SchemaOf } from '../domain/schema-facts';
import { selfServiceTypes, type SelfServiceType } from '../domain/self-service-type';
import { refused } from '../refused';

const known = new WeakMap<Core.Strapi, SelfServiceType[]>();

/** All content types of self-service; read from the schemas once. */
export function allTypes(strapi: Core.Strapi): SelfServiceType[] {
  const found = known.get(strapi);
  if (found) return found;
  const types = selfServiceTypes(Object.values(strapi.contentTypes));
  known.set(strapi, types);
  return types;
}

/** The type that is the business itself. */
export function businessTypeOf(strapi: Core.Strapi): SelfServiceType & { uid: 'api::business.business' } {
  const type = allTypes(strapi).find(({ businessAttribute }) => businessAttribute === null);
  if (!type) throw new Error('No content type is the business of self-service.');
  // The uid is whatever the schema says; Strapi's typed calls want one they know.
  return type as SelfServiceType & { uid: 'api::business.business' };
}

/**
 * The type behind `/api/my/{collection}`.
 * @throws Refused `not-found`
 */
export function typeOfCollection(strapi: Core.Strapi, collection: string): SelfServiceType {
  const type = allTypes(strapi).find((candidate) => candidate.collection === collection);
  if (!type) throw refused('not-found');
  return type;
}

export const typeOfUid = (strapi: Core.Strapi, uid: string): SelfServiceType | undefined =>
  allTypes(strapi).find((candidate) => candidate.uid === uid);

/** Looks up content types and components alike. */
export const schemaOf =
  (strapi: Core.Strapi): SchemaOf =>
  (uid) =>
    strapi.getModel(uid as never);
