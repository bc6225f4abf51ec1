import type { Core } from '@strapi/strapi';
import { changeAdminRoutes } from './admin-routes';
import { closedAdminRoutes } from './closed-admin-routes';
import { registerExactRoutes } from './exact-routes';
import { adminForms } from './form-routes';

/** How requests come in: which routes there are, how they are written, and who may send files. */
export function registerHttp(strapi: Core.Strapi): void {
  changeAdminRoutes(strapi, [...closedAdminRoutes, ...adminForms]);
  registerExactRoutes(strapi);
}
