import type { Core } from '@strapi/strapi';

/** Whether the running request is a bulk action from the content manager's lists. */
export function isBulkRequest(strapi: Core.Strapi): boolean {
  const ctx = strapi.requestContext.get() as { path: string } | undefined;
  return /^\/content-manager\/.*\/actions\/bulk/.test(ctx?.path ?? '');
}
