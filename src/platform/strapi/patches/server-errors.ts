import type { Server } from 'node:http';
import { goneFrom } from './functions-of';

/**
 * Takes away what Strapi does about errors of its HTTP server: where the port is taken it ends the process at once, with
 * PostgreSQL left running.
 */
export function ownServerErrors(server: Server): void {
  if (server.listenerCount('error') !== 1)
    throw goneFrom('server-errors', 'Strapi is not the one listener of errors of the HTTP server');
  server.removeAllListeners('error');
}
