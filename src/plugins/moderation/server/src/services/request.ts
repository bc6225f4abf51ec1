import type { Core } from '@strapi/strapi';

/** True in a request for several documents at once, of the content manager's lists. */
export function isBulkRequest(strapi: Core.Strapi): boolean {
  const ctx = strapi.requestContext.get() as { path: string } | undefined;
  return /^\/content-manager\/.*\/actions\/bulk/.test(ctx?.path ?? '');
}
