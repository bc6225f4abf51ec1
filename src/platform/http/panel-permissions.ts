import type { Core } from '@strapi/strapi';
import { registerAdminActions } from '../strapi/admin-services';

/**
 * Registers permissions of a plugin with the admin panel; call in the plugin's `bootstrap()`, later Strapi refuses.
 * `domain/editorial-role.ts` decides which of them the role Redaktion gets.
 * @param names display names, by the last part of the permission: `review` is `plugin::moderation.review`
 */
export const registerPermissions = (
  strapi: Core.Strapi,
  pluginName: string,
  names: Readonly<Record<string, string>>,
): Promise<void> =>
  registerAdminActions(
    strapi,
    Object.entries(names).map(([uid, displayName]) => ({ uid, displayName, pluginName, section: 'plugins' })),
  );

/** A route of the admin panel that requires the permission. */
export const permittedRoute = <Permission extends string>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  handler: string,
  permission: Permission,
) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission] } },
    ],
  },
});
