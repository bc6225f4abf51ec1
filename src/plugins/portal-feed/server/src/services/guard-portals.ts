import { refused } from '#src/platform/refusals/refusal';
import type { Step } from '#src/writing/step';
import { PORTAL } from './portal-rows';

interface RequestContext {
  readonly state: { readonly route?: { readonly info?: { readonly pluginName?: string } } };
}

/**
 * Keeps the content manager away from portals. The type is hidden there, but a super admin who knows its address could
 * still read token hashes and encrypted secrets, and write a state or a token that no service has set.
 */
export const portals: Step = {
  name: 'portals',
  appliesTo: (_strapi, { uid }) => uid === PORTAL,
  before(strapi) {
    const ctx = strapi.requestContext.get() as RequestContext | undefined;
    if (ctx?.state.route?.info?.pluginName === 'content-manager') throw refused('portal-not-here');
  },
};
