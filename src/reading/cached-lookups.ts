import type { Core } from '@strapi/strapi';
import { LOOKUPS, wrapLookups } from '../platform/strapi/patches';
import { VersionedCache } from '../platform/version';

/**
 * Caches what every read needs besides the content: the permissions of the public and the default language. Both tables
 * move the version, so a change takes effect immediately.
 */
export function cacheLookups(strapi: Core.Strapi): void {
  const kept = new VersionedCache<unknown>(strapi, LOOKUPS.length);
  wrapLookups(strapi, (name, lookup) => kept.of(name, lookup));
}
