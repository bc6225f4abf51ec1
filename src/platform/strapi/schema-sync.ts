import type { Core } from '@strapi/strapi';

interface Hook {
  register(handler: () => Promise<void>): void;
}

/** Runs `handler` before or after Strapi syncs its tables with the schemas, on every boot. */
export function onSchemaSync(
  strapi: Core.Strapi,
  when: 'before' | 'after',
  handler: () => Promise<void>,
): void {
  const name = when === 'before' ? 'strapi::content-types.beforeSync' : 'strapi::content-types.afterSync';
  (strapi.hook(name) as Hook).register(handler);
}
