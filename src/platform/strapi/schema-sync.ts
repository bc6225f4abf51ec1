import type { Core } from '@strapi/strapi';
import { noLonger } from './no-longer';

interface Hook {
  register(handler: () => Promise<void>): void;
}

/**
 * Runs `handler` before or after Strapi syncs its tables with the schemas, on every boot.
 *
 * @throws Error, which ends the start, if Strapi has no such hook
 */
export function onSchemaSync(
  strapi: Core.Strapi,
  when: 'before' | 'after',
  handler: () => Promise<void>,
): void {
  const name = when === 'before' ? 'strapi::content-types.beforeSync' : 'strapi::content-types.afterSync';
  const hook = strapi.hook(name) as Hook | undefined;
  if (!hook) throw noLonger('src/platform/strapi/schema-sync.ts', `Strapi has no hook ${name}`);
  hook.register(handler);
}
