import type { Core } from '@strapi/strapi';
import type { PublicRule } from '../domain/public-rule';
import type { ListingType, ListingTypes } from './domain/listing-type';
import { readListingTypes } from './domain/read-listing-types';
import { componentsOf, contentTypesOf } from '../platform/strapi/models';

// The schemas do not change while an instance runs.
const known = new WeakMap<Core.Strapi, ListingTypes>();

/**
 * The register of listing types: what each content type is to the public, to editors and to contributors. The only
 * place that reads `pluginOptions.listing` (docs/adr/0049); read once at the start, then cached.
 * @throws if a schema asks for something that cannot work; this ends the start
 */
export function listingTypes(strapi: Core.Strapi): ListingTypes {
  const kept = known.get(strapi);
  if (kept) return kept;
  const components = new Map(componentsOf(strapi).map(({ uid, attributes }) => [uid, attributes]));
  const types = readListingTypes(contentTypesOf(strapi), (uid) => components.get(uid));
  known.set(strapi, types);
  return types;
}

/** Whether anyone may read the published documents of a type. */
export const isPublicType = (strapi: Core.Strapi, uid: string): boolean =>
  listingTypes(strapi).public.has(uid);

/** When the public sees documents of a type; `undefined` for never. */
export const publicRule = (strapi: Core.Strapi, uid: string): PublicRule | undefined =>
  listingTypes(strapi).public.get(uid)?.rule;

/**
 * The type of businesses.
 * @throws if there is none
 */
export function businessType(strapi: Core.Strapi): ListingType {
  const { business } = listingTypes(strapi);
  if (!business)
    throw new Error('No content type is the business: none has business "self" in its listing options.');
  return business;
}

/** The type with this uid, singular or plural name: `api::offer.offer`, `offer`, `offers`. */
export const typeNamed = <Type extends ListingType>(
  types: ReadonlyMap<string, Type>,
  name: string,
): Type | undefined =>
  [...types.values()].find(({ uid, type, collection }) => [uid, type, collection].includes(name));
