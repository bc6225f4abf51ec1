import { refused } from '#src/platform/refusals/refusal';
import type { Step } from '#src/writing/step';
import { PORTAL } from './portal-rows';

interface RequestContext {
  readonly state: { readonly route?: { readonly info?: { readonly pluginName?: string } } };
}

/**
 * Keeps the content manager away from portals. Hidden there, the type still answers to a super admin who knows its
 * address, with token hashes and encrypted secrets, and would take a state or a token that no service has set.
 */
export const portals: Step = {
  name: 'portals',
  appliesTo: (_strapi, { uid }) => uid === PORTAL,
  before(strapi) {
    const ctx = strapi.requestContext.get() as RequestContext | undefined;
    if (ctx?.state.route?.info?.pluginName === 'content-manager') throw refused('portal-not-here');
  },
};
