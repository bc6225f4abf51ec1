import type { Core } from '@strapi/strapi';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
import type { SchemaOf } from '../domain/schema-facts';
import { refused } from '#src/platform/refusals/refusal';

/**
 * The type behind `/api/my/{collection}`.
 * @throws Refusal `not-found`
 */
export function typeOfCollection(strapi: Core.Strapi, collection: string): SelfServiceType {
  const type = typeNamed(listingTypes(strapi).selfService, collection);
  if (type?.collection !== collection) throw refused('not-found');
  return type;
}

/** Looks up content types and components alike. */
export const schemaOf =
  (strapi: Core.Strapi): SchemaOf =>
  (uid) =>
    strapi.getModel(uid as never);
