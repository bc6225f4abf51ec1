import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { listingTypes } from '#src/listing/listing-types';

/** `GET /moderation/types`: the uids of the content types under moderation, for the panel. */
export const createTypesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  find(ctx: Context): void {
    ctx.body = { data: [...listingTypes(strapi).moderated.keys()], meta: {} };
  },
});
