import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
  config: { policies: unknown[] };
}

const PATH = '/components/:uid/configuration';
const PERMISSION = 'plugin::content-manager.components.configure-layout';

/**
 * Lets only those arrange the fields of components who have the permission that the panel asks for: Strapi's route has no
 * policy, so that anybody in the panel could take a field from the form of everyone. To be called in `register()`.
 */
export function guardComponentLayouts(strapi: Core.Strapi): void {
  const { admin } = strapi.plugin('content-manager').routes as unknown as { admin: { routes: Route[] } };
  const route = admin.routes.find(({ method, path }) => method === 'PUT' && path === PATH);
  if (!route)
    throw new Error(
      `The content manager has no route PUT ${PATH}. Check src/bootstrap/component-layouts.ts.`,
    );
  route.config.policies.push('admin::isAuthenticatedAdmin', {
    name: 'admin::hasPermissions',
    config: { actions: [PERMISSION] },
  });
}
