import type { Server } from 'node:http';
import { goneFrom } from './functions-of';

/**
 * Removes Strapi's handling of errors of its HTTP server: if the port is taken, it ends the process at once and leaves
 * PostgreSQL running.
 */
export function ownServerErrors(server: Server): void {
  if (server.listenerCount('error') !== 1)
    throw goneFrom('server-errors', 'Strapi is not the one listener of errors of the HTTP server');
  server.removeAllListeners('error');
}
