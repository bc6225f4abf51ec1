import type { Core } from '@strapi/strapi';

/**
 * Takes from every role what leads to closed routes (src/platform/http/closed-admin-routes.ts), and to Strapi's marketplace: the
 * panel makes its menu of the permissions, and an entry would end on an error or in a shop. At every start, because
 * Strapi gives them to super admins anew.
 */
export async function dropClosedPermissions(strapi: Core.Strapi): Promise<void> {
  const closed = ['admin::transfer.', 'admin::marketplace.'].map((start) => ({
    action: { $startsWith: start },
  }));
  await strapi.db.query('admin::permission').deleteMany({ where: { $or: closed } });
}
