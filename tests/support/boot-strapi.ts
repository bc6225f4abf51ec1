import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createStrapi, type Core } from '@strapi/strapi';
import { STRAPI_DIRECTORIES } from '../../scripts/lib/project';

/** A Strapi that listens on a free port of 127.0.0.1. */
export interface BootedApp {
  strapi: Core.Strapi;
  /** `http://127.0.0.1:PORT`, without a slash at the end */
  url: string;
  /** postgresql://… of this app's own database */
  databaseUrl: string;
}

interface Options {
  /** Serve the admin panel; it has to be built. */
  adminPanel?: boolean;
}

const SIGNALS: NodeJS.Signals[] = ['SIGTERM', 'SIGINT'];

/** Boots the compiled application on this database. */
export async function bootStrapi(
  databaseUrl: string,
  options: Options = {},
): Promise<BootedApp & { stop(): Promise<void> }> {
  process.env['DATABASE_URL'] = databaseUrl;
  const before = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  const strapi = createStrapi({
    ...STRAPI_DIRECTORIES,
    autoReload: false,
    serveAdminPanel: options.adminPanel ?? false,
  });
  removeAddedListeners(before);
  await strapi.load();
  strapi.server.mount();
  const server = strapi.server.httpServer;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { strapi, url, databaseUrl, stop: () => destroyQuietly(strapi) };
}

/** Strapi would exit the process, a Jest worker, on a signal. */
function removeAddedListeners(before: (readonly [NodeJS.Signals, NodeJS.SignalsListener[]])[]): void {
  for (const [signal, kept] of before) {
    for (const listener of process.listeners(signal)) {
      if (!kept.includes(listener)) process.removeListener(signal, listener);
    }
  }
}

/** destroy() takes away all listeners of the process, Jest's own included: without them a worker is cut off. */
async function destroyQuietly(strapi: Core.Strapi): Promise<void> {
  const original = process.removeAllListeners.bind(process);
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = original;
  }
}
