import type { Core } from '@strapi/strapi';
import { listingTypes } from '../listing/listing-types';

/** Path names of what anyone may read: `/api/businesses`, `/api/city-profile`. */
export function publicTypes(strapi: Core.Strapi): { collections: Set<string>; singles: Set<string> } {
  const types = [...listingTypes(strapi).public.values()];
  return {
    collections: new Set(types.filter(({ isSingle }) => !isSingle).map(({ collection }) => collection)),
    singles: new Set(types.filter(({ isSingle }) => isSingle).map(({ type }) => type)),
  };
}
