import type { Core } from '@strapi/strapi';
import { goneFrom } from './functions-of';

const PACKAGES = 'info.dependencies';

/**
 * `/admin/information` gives every editor the packages of this installation and their versions: a list of what to
 * attack. Its page needs only Strapi's version. Call in `register()`: plugins are loaded by then, so nothing else reads
 * it.
 */
export function hidePackages(strapi: Core.Strapi): void {
  if (typeof strapi.config.get(PACKAGES) !== 'object')
    throw goneFrom('package-list', `The configuration has no ${PACKAGES}`);
  strapi.config.set(PACKAGES, {});
}
