import type { Core } from '@strapi/strapi';

/**
 * Takes from every role what leads to closed routes (src/http/closed-admin-routes.ts): the panel makes its menu of the
 * permissions, and an entry would end on an error. At every start, because Strapi gives them to super admins anew.
 */
export async function dropClosedPermissions(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .query('admin::permission')
    .deleteMany({ where: { action: { $startsWith: 'admin::transfer.' } } });
}
