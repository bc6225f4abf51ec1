import type { Core } from '@strapi/strapi';
import { listingTypes, publicRule } from '#src/listing/listing-types';
import { refuse } from '../services/refuse';
import { deleteChosen } from '../services/delete-chosen';
import { chosenEntries, takeDown } from '../services/take-down';
import { parse } from '#src/platform/refusals/zod-refusal';
import { chosenBody, takeDownBody } from '../validation/requests';
import { editorOf, type RouteContext } from './context';

interface Ability {
  can(action: string, subject?: string): boolean;
}

const EXPLORER = 'plugin::content-manager.explorer';

/** `/moderation/chosen/:contentType`: actions on several documents of one type, moderated or not. */
export function createChosenController({ strapi }: { strapi: Core.Strapi }) {
  /** The type in the path. @throws 404; 403 if the editor lacks one of the permissions */
  const typeOrRefuse = (ctx: RouteContext, ...actions: string[]): string => {
    const uid = ctx.params.contentType ?? '';
    if (!(uid in strapi.contentTypes) || !uid.startsWith('api::')) throw refuse('not-found');
    const { userAbility } = ctx.state as { userAbility: Ability };
    if (!actions.every((action) => userAbility.can(`${EXPLORER}.${action}`, uid))) throw refuse('not-yours');
    return uid;
  };

  return {
    async describe(ctx: RouteContext): Promise<void> {
      const uid = typeOrRefuse(ctx, 'read');
      const { documentIds } = parse(chosenBody, ctx.request.body);
      ctx.body = { data: await chosenEntries(strapi, uid, documentIds), meta: {} };
    },

    async takeDown(ctx: RouteContext): Promise<void> {
      const uid = typeOrRefuse(ctx, 'publish');
      if (publicRule(strapi, uid)?.drafts !== true) throw refuse('not-found');
      const { userAbility } = ctx.state as { userAbility: Ability };
      if (listingTypes(strapi).moderated.has(uid) && !userAbility.can('plugin::moderation.suspend'))
        throw refuse('not-yours');
      const { documentIds, reason, basis, norm } = parse(takeDownBody, ctx.request.body);
      const actor = editorOf(strapi);
      const taken = await takeDown(strapi, { uid, documentIds, reason, grounds: { basis, norm }, actor });
      ctx.body = { data: taken.map(({ documentId }) => documentId), meta: {} };
    },

    async remove(ctx: RouteContext): Promise<void> {
      const uid = typeOrRefuse(ctx, 'delete');
      const { documentIds } = parse(chosenBody, ctx.request.body);
      const { userAbility } = ctx.state as { userAbility: Ability };
      const deleted = await deleteChosen(strapi, { uid, documentIds, userAbility });
      ctx.body = { data: deleted.map(({ documentId }) => documentId), meta: {} };
    },
  };
}
