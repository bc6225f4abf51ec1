import type { Core } from '@strapi/strapi';
import { LOOKUPS, wrapLookups } from '../platform/strapi/patches';
import { KeptAtVersion } from '../platform/version/kept-at-version';

/**
 * Keeps what every read asks for besides the content: what the public may do and the default language. Both tables move
 * the version, so a change is seen at once.
 */
export function keepLookups(strapi: Core.Strapi): void {
  const kept = new KeptAtVersion<unknown>(strapi, LOOKUPS.length);
  wrapLookups(strapi, (name, lookup) => kept.of(name, lookup));
}
