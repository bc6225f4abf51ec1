import type { Core } from '@strapi/strapi';
import { goneFrom } from './functions-of';

const PACKAGES = 'info.dependencies';

/**
 * `/admin/information` answers every editor with the packages of this installation and their versions: a list of what
 * to try. Its page needs Strapi's version only. To be called in `register()`: plugins are loaded by then, so nobody else
 * asks for it.
 */
export function hidePackages(strapi: Core.Strapi): void {
  if (typeof strapi.config.get(PACKAGES) !== 'object')
    throw goneFrom('package-list', `The configuration has no ${PACKAGES}`);
  strapi.config.set(PACKAGES, {});
}
