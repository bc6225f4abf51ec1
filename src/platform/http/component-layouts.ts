import { withPolicies, type AdminRouteChanges } from '../strapi/patches';

/**
 * Lets only those arrange the fields of components who have the permission that the panel asks for: Strapi's route has no
 * policy, so that anybody in the panel could take a field from the form of everyone.
 */
export const componentLayouts: AdminRouteChanges = [
  [
    'PUT /content-manager/components/:uid/configuration',
    withPolicies('admin::isAuthenticatedAdmin', {
      name: 'admin::hasPermissions',
      config: { actions: ['plugin::content-manager.components.configure-layout'] },
    }),
  ],
];
