import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { useOnDocuments } from '../../../../../publication';
import { requestLanguage } from './language';
import { PORTAL } from './portal-rows';

const REFUSED = {
  de: 'Portale werden unter „Portale“ verwaltet, nicht im Content-Manager.',
  en: 'Portals are managed under “Portals”, not in the content manager.',
} as const;

interface RequestContext {
  readonly state: { readonly route?: { readonly info?: { readonly pluginName?: string } } };
}

/**
 * Keeps the content manager away from portals. Hidden there, the type still answers to a super admin who knows its
 * address, with token hashes and encrypted secrets, and would take a state or a token that no service has set.
 */
export function guardPortals(strapi: Core.Strapi): void {
  useOnDocuments(strapi, ({ uid }, next) => {
    if (uid !== PORTAL) return next();
    const ctx = strapi.requestContext.get() as RequestContext | undefined;
    if (ctx?.state.route?.info?.pluginName === 'content-manager')
      throw new errors.ForbiddenError(REFUSED[requestLanguage(strapi)]);
    return next();
  });
}
