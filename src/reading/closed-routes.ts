import type { Core } from '@strapi/strapi';
import { keepPluginRoutes } from '../platform/strapi/patches';

/**
 * Routes of the content API that Strapi's plugins bring along and nobody outside needs. They are taken away rather than
 * forbidden: an API token with full access would pass a permission.
 */
const CLOSED: Readonly<Record<string, (path: string) => boolean>> = {
  // Writing and listing files; contributors have /api/my/uploads.
  upload: () => true,
  // Sends mails from the city's address.
  email: () => true,
  // Tells the whole model, private attributes included; OpenAPI tells the public one.
  'content-type-builder': () => true,
  // Listing and writing accounts and roles, and signing in through other providers.
  'users-permissions': (path) =>
    (path.startsWith('/users') && path !== '/users/me') ||
    path.startsWith('/roles') ||
    path.startsWith('/permissions') ||
    path.startsWith('/connect') ||
    path.includes(':provider'),
};

/** Closes them; to be called in `register`, before routes are built. */
export function closeRoutes(strapi: Core.Strapi): void {
  for (const [name, isClosed] of Object.entries(CLOSED))
    keepPluginRoutes(strapi, name, ({ path }) => !isClosed(path));
}
