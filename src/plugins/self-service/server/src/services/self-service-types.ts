import type { Core } from '@strapi/strapi';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
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
