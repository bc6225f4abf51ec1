import type { Core } from '@strapi/strapi';

/**
 * Removes from every role the permissions for closed routes (src/platform/http/closed-admin-routes.ts) and Strapi's
 * marketplace: the panel builds its menu from the permissions, and an entry would lead to an error or a shop. At every
 * start, because Strapi grants them to super admins again.
 */
export async function dropClosedPermissions(strapi: Core.Strapi): Promise<void> {
  const closed = ['admin::transfer.', 'admin::marketplace.'].map((start) => ({
    action: { $startsWith: start },
  }));
  await strapi.db.query('admin::permission').deleteMany({ where: { $or: closed } });
}
