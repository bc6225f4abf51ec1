import { once } from 'node:events';
import { createRequire } from 'node:module';
import type * as StrapiPackage from '@strapi/strapi';
import { keepingListeners, ownServerErrors, withoutSignals } from '../../src/platform/strapi/patches';
import { errorCode } from './error-code';
import { isFree } from './postgres/free-port';
import { STRAPI_DIRECTORIES } from './project';
import type { Closing } from './run-script';

/**
 * Creates the compiled Strapi but keeps it from ending the process: its signal handlers exit before PostgreSQL is
 * stopped, and `destroy` removes all listeners of the process.
 */
export function createCalmStrapi(options: {
  serveAdminPanel: boolean;
  distDir?: string;
}): StrapiPackage.Core.Strapi {
  // Loaded here, since it takes seconds, while --help and wrong options should answer immediately. Required, not
  // imported: tsx leaves import() to Node, which would choose Strapi's ESM build, and that does not load.
  const { createStrapi } = createRequire(__filename)('@strapi/strapi') as typeof StrapiPackage;
  return withoutSignals(() => createStrapi({ ...STRAPI_DIRECTORIES, autoReload: false, ...options }));
}

/** Ends Strapi and nothing else. */
export const destroyCalmly = (strapi: StrapiPackage.Core.Strapi): Promise<void> =>
  keepingListeners(() => strapi.destroy());

/** Boots Strapi up to the point where it can listen, and closes it when the script ends. */
export async function loadStrapi(
  closing: Closing,
  options: { serveAdminPanel: boolean },
): Promise<StrapiPackage.Core.Strapi> {
  const strapi = createCalmStrapi(options);
  const loading = strapi.load();
  closing.add(async () => {
    // Half a boot cannot be undone, so we wait the few seconds. A failure is reported where it is awaited below.
    await loading.catch(() => undefined);
    await destroyCalmly(strapi);
  });
  await loading;
  return strapi;
}

/** Where the server will listen: HOST and PORT, read as config/server.ts does. */
export function addressFromEnvironment(): { host: string; port: number } {
  return { host: process.env['HOST'] ?? '0.0.0.0', port: Number(process.env['PORT'] ?? 1337) };
}

/** @throws a sentence if something already listens there */
export async function assertPortIsFree({ host, port }: { host: string; port: number }): Promise<void> {
  if (!(await isFree(port, host))) throw new Error(portTaken(host, port));
}

/** Starts to answer HTTP. @throws a sentence if the port is taken */
export async function listen(
  strapi: StrapiPackage.Core.Strapi,
  { host, port }: { host: string; port: number },
): Promise<void> {
  const server = strapi.server.httpServer;
  ownServerErrors(server);
  strapi.server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    if (errorCode(cause) === 'EADDRINUSE') throw new Error(portTaken(host, port), { cause });
    throw cause;
  }
  server.on('error', (error) => strapi.log.error(error));
}

function portTaken(host: string, port: number): string {
  return `Port ${port} on ${host} is not free: another program listens there. Stop it, or choose another port, for example PORT=${port + 1}.`;
}
