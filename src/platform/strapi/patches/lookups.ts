import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

type Lookup = () => Promise<unknown>;

/** What Strapi looks up for every request from outside, though it changes once a year. */
export const LOOKUPS = [
  { plugin: 'users-permissions', service: 'permission', method: 'findPublicPermissions' },
  { plugin: 'i18n', service: 'locales', method: 'getDefaultLocale' },
] as const;

/** Wraps these lookups. */
export function wrapLookups(
  strapi: Core.Strapi,
  around: (name: string, lookup: Lookup) => Promise<unknown>,
): void {
  for (const { plugin, service: name, method } of LOOKUPS) {
    const service = functionsOf<Record<string, Lookup>>(
      'lookups',
      `The service ${plugin}.${name}`,
      strapi.plugin(plugin).service(name),
      method,
    );
    const original = service[method]?.bind(service) as Lookup;
    service[method] = () => around(`${plugin}.${name}`, original);
  }
}
