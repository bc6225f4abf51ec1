import type { Core, UID } from '@strapi/strapi';
import { PUBLIC_TYPES } from '../domain/content-api-access';

/** Names in the addresses of what anyone may read: `/api/businesses`, `/api/city-profile`. */
export function publicTypes(strapi: Core.Strapi): { collections: Set<string>; singles: Set<string> } {
  const types = PUBLIC_TYPES.map((uid) => strapi.contentType(uid as UID.ContentType));
  const names = (kind: string, name: 'pluralName' | 'singularName'): Set<string> =>
    new Set(types.filter((type) => type.kind === kind).map(({ info }) => info[name]));
  return { collections: names('collectionType', 'pluralName'), singles: names('singleType', 'singularName') };
}
