import type { Core } from '@strapi/strapi';

/**
 * `/admin/information` answers every editor with the packages of this installation and their versions: a list of what
 * to try. Its page needs Strapi's version only. Plugins are loaded by then, so nobody else asks for it.
 */
export function hideDependencies(strapi: Core.Strapi): void {
  strapi.config.set('info.dependencies', {});
}
