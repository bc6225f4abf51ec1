import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { createCalmStrapi, destroyCalmly } from '../../scripts/lib/strapi-server';

/** A Strapi that listens on a free port of 127.0.0.1. */
export interface BootedApp {
  strapi: Core.Strapi;
  /** `http://127.0.0.1:PORT`, without a trailing slash */
  url: string;
  /** postgresql://… of this app's own database */
  databaseUrl: string;
}

interface Options {
  /** Serve the admin panel; it has to be built. */
  adminPanel?: boolean;
  /** The compiled application, if it is not dist/ */
  distDir?: string;
}

/**
 * Core routers create their routes once per process and register their schemas with the Strapi of that time; the next
 * one would have an OpenAPI document without schemas.
 */
function forgetRoutes(): void {
  for (const file of Object.keys(require.cache))
    if (/[\\/]src[\\/]api[\\/][^\\/]+[\\/]routes[\\/]/.test(file)) delete require.cache[file];
}

/** Boots the compiled application on this database. */
export async function bootStrapi(
  databaseUrl: string,
  options: Options = {},
): Promise<BootedApp & { stop(): Promise<void> }> {
  process.env['DATABASE_URL'] = databaseUrl;
  forgetRoutes();
  // Strapi sends the queries of one transaction in parallel, which makes pg 8 warn on every boot.
  process.noDeprecation = true;
  const strapi = createCalmStrapi({
    serveAdminPanel: options.adminPanel ?? false,
    ...(options.distDir ? { distDir: options.distDir } : {}),
  });
  await strapi.load();
  strapi.server.mount();
  const server = strapi.server.httpServer;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { strapi, url, databaseUrl, stop: () => destroyCalmly(strapi) };
}
