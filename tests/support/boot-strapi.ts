import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ApiDescription } from '#src/reading/openapi/build-document';
import { STRAPI_DIRECTORIES } from '../../scripts/lib/project';
import { createCalmStrapi, destroyCalmly } from '../../scripts/lib/strapi-server';

/** A Strapi that listens on a free port of 127.0.0.1. */
export interface BootedApp {
  strapi: Core.Strapi;
  /** `http://127.0.0.1:PORT`, without a trailing slash */
  url: string;
  /** postgresql://… of this app's own database */
  databaseUrl: string;
  /** The OpenAPI document without examples; asks neither the server nor the database. */
  describeApi: () => ApiDescription;
}

interface Options {
  /** Serve the admin panel; it has to be built. */
  adminPanel?: boolean;
  /** The compiled application, if it is not dist/ */
  distDir?: string;
}

const DESCRIBING = 'src/reading/openapi/build-document.js';

/** The compiled module, as the instance itself uses it. */
const describing = () =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- compiled, and in the realm of the instance
  require(join(STRAPI_DIRECTORIES.distDir, DESCRIBING)) as {
    apiDescription(strapi: Core.Strapi): ApiDescription;
  };

/** Boots the compiled application on this database. */
export async function bootStrapi(
  databaseUrl: string,
  options: Options = {},
): Promise<BootedApp & { stop(): Promise<void> }> {
  process.env['DATABASE_URL'] = databaseUrl;
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
  return {
    strapi,
    url,
    databaseUrl,
    describeApi: () => describing().apiDescription(strapi),
    stop: () => destroyCalmly(strapi),
  };
}
