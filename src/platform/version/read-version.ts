import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';

// Requests that the response cache has rendered by Koa; others come without.
const versions = new WeakMap<IncomingMessage, string>();

/** Notes the version of everything public that was read before this request is answered (docs/adr/0026). */
export const noteReadVersion = (request: IncomingMessage, version: string): void =>
  void versions.set(request, version);

/**
 * The version that was read before the request at hand; `undefined` where none was. What is computed now may be used
 * for every other request with the same version: a later change gives it another one.
 */
export function readVersion(strapi: Core.Strapi): string | undefined {
  const context = strapi.requestContext.get() as { req?: IncomingMessage } | undefined;
  return context?.req && versions.get(context.req);
}
