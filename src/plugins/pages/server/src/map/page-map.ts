import type { Core } from '@strapi/strapi';
import { mapGround } from '#src/map/map-ground';
import { assetsOf } from '../assets';
import type { PageMap } from './map-element';

/** What the maps of pages are made of. */
export const pageMap = async (strapi: Core.Strapi): Promise<PageMap> => ({
  ...(await mapGround(strapi)),
  script: assetsOf(strapi).map,
});
