import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { goneFrom } from './functions-of';

/** What answers requests. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Koa's listener, which answers every request.
 *
 * @throws Error, which ends the start, if a plugin or Strapi has added another
 */
export function koaListener(server: Server): Listener {
  const listeners = server.listeners('request') as Listener[];
  const [koa] = listeners;
  if (!koa || listeners.length !== 1)
    throw goneFrom('koa-listener', 'Koa is not the one listener of the HTTP server');
  return koa;
}

/** Replaces Koa's listener. @returns a function that restores it */
export function takePlaceOfKoa(server: Server, koa: Listener, listener: Listener): () => void {
  server.removeListener('request', koa);
  server.on('request', listener);
  return () => {
    server.removeListener('request', listener);
    server.on('request', koa);
  };
}
