import type { Core } from '@strapi/strapi';
import { KeptAtVersion } from '../platform/version/kept-at-version';

type Lookup = (...parameters: never[]) => Promise<unknown>;

/** What Strapi looks up anew for every request from outside, though it changes once a year. */
const LOOKUPS = [
  { plugin: 'users-permissions', service: 'permission', method: 'findPublicPermissions' },
  { plugin: 'i18n', service: 'locales', method: 'getDefaultLocale' },
] as const;

/**
 * Keeps what every read asks for besides the content: what the public may do and the default language. Both tables move
 * the version, so a change is seen at once.
 */
export function keepLookups(strapi: Core.Strapi): void {
  const kept = new KeptAtVersion<unknown>(strapi, LOOKUPS.length);
  for (const { plugin, service: name, method } of LOOKUPS) {
    const service = strapi.plugin(plugin).service(name) as unknown as Record<string, Lookup>;
    const original = service[method];
    if (!original)
      throw new Error(`The plugin ${plugin} has no ${name}.${method}. Check src/reading/kept-lookups.ts.`);
    service[method] = () => kept.of(`${plugin}.${name}`, () => original());
  }
}
