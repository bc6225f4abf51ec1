import type { Core } from '@strapi/strapi';
import { LOOKUPS, wrapLookups } from '../platform/strapi/patches';
import { KeptAtVersion } from '../platform/version/kept-at-version';

/**
 * Caches what every read needs besides the content: the permissions of the public and the default language. Both tables
 * move the version, so a change takes effect immediately.
 */
export function keepLookups(strapi: Core.Strapi): void {
  const kept = new KeptAtVersion<unknown>(strapi, LOOKUPS.length);
  wrapLookups(strapi, (name, lookup) => kept.of(name, lookup));
}
