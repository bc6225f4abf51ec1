import type { Core } from '@strapi/strapi';

/**
 * Whether the current request reads content from outside: REST of our content types, or GraphQL. Plugins (such as
 * self-service, where contributors see their own drafts) guard their own routes.
 */
export function isOutsideRequest(strapi: Core.Strapi): boolean {
  const info = (strapi.requestContext.get()?.state as { route?: { info?: RouteInfo } } | undefined)?.route
    ?.info;
  return info?.type === 'content-api' && info.pluginName === undefined;
}

interface RouteInfo {
  type?: string;
  pluginName?: string;
}
