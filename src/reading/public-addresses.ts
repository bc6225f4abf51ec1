import type { Core } from '@strapi/strapi';
import { listingTypes } from '../listing/listing-types';
import { addPublicAddresses } from '../response-cache';
import { contentPath, documentPath } from './domain/public-paths';

/** Lets the response cache keep what Koa answers to the public: content types, press feeds, the OpenAPI document. */
export function registerPublicAddresses(strapi: Core.Strapi): void {
  const types = [...listingTypes(strapi).public.values()];
  const names = {
    collections: new Set(types.filter(({ isSingle }) => !isSingle).map(({ collection }) => collection)),
    singles: new Set(types.filter(({ isSingle }) => isSingle).map(({ type }) => type)),
  };
  addPublicAddresses(strapi, { matches: documentPath });
  addPublicAddresses(strapi, { matches: (path) => contentPath(path, names) });
}
