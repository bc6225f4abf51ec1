import type { Core } from '@strapi/strapi';
import { changeAdminRoutes, registerExactRoutes, type AdminRouteChanges } from '../strapi/patches';
import { adminBodies } from './admin-bodies';
import { adminQueries } from './admin-queries';
import { closedAdminRoutes } from './closed-admin-routes';
import { componentLayouts } from './component-layouts';
import { contentRoutes } from './content-routes';
import { adminForms } from './form-routes';

// Far above what one instance can answer at once, but below the usual limit of open files.
const MAX_CONNECTIONS = 2_000;

/**
 * Sets up how requests come in: the existing routes, their exact spelling, and who may send files.
 * @param more changes of the panel's routes that know more than HTTP; they run behind those of here
 */
export function registerHttp(strapi: Core.Strapi, more: AdminRouteChanges): void {
  changeAdminRoutes(strapi, [
    ...closedAdminRoutes,
    ...componentLayouts,
    ...adminForms,
    ...adminBodies,
    ...contentRoutes(strapi),
    ...adminQueries,
    ...more,
  ]);
  registerExactRoutes(strapi);
  strapi.server.httpServer.maxConnections = MAX_CONNECTIONS;
  strapi.server.use(async (ctx, next) => {
    await next();
    // Strapi's health check reveals that it is Strapi.
    ctx.remove('strapi');
  });
}
