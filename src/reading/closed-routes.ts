import type { Core } from '@strapi/strapi';
import { keepPluginRoutes } from '../platform/strapi/patches';

/**
 * Routes of Strapi's plugins in the content API that nobody outside needs. They are removed rather than forbidden,
 * since an API token with full access would pass any permission.
 */
const CLOSED: Readonly<Record<string, (path: string) => boolean>> = {
  // Writing and listing files; contributors have /api/my/uploads.
  upload: () => true,
  // The languages are told by src/reading/locales-route.ts.
  i18n: () => true,
  // Sends mails from the city's address.
  email: () => true,
  // Reveals the whole model, including private attributes; OpenAPI describes the public one.
  'content-type-builder': () => true,
  // Listing and writing accounts and roles, and signing in through other providers.
  'users-permissions': (path) =>
    (path.startsWith('/users') && path !== '/users/me') ||
    path.startsWith('/roles') ||
    path.startsWith('/permissions') ||
    path.startsWith('/connect') ||
    path.includes(':provider'),
};

/** Closes them. Call in `register`, before routes are built. */
export function closeRoutes(strapi: Core.Strapi): void {
  for (const [name, isClosed] of Object.entries(CLOSED))
    keepPluginRoutes(strapi, name, ({ path }) => !isClosed(path));
}
