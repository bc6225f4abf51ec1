import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';

// Only for requests that the response cache passes to Koa for rendering.
const versions = new WeakMap<IncomingMessage, string>();

/** Records the version of everything public that was read before this request is answered (docs/adr/0026). */
export const noteReadVersion = (request: IncomingMessage, version: string): void =>
  void versions.set(request, version);

/**
 * The version that was read before the current request; `undefined` if none was. Anything computed now can be used for
 * every other request with the same version, since a later change moves the version.
 */
export function readVersion(strapi: Core.Strapi): string | undefined {
  const context = strapi.requestContext.get() as { req?: IncomingMessage } | undefined;
  return context?.req && versions.get(context.req);
}
