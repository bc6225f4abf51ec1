import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { dataOf } from '#src/platform/http/body-of';
import type { Portal } from '../../contract';
import { parse } from '#src/platform/refusals/zod-refusal';
import { refused } from '#src/platform/refusals/refusal';
import { deliveriesQuery, replayBody } from '../requests';
import { deliveriesOf, portalsOf } from '../services';
import { idOf } from './id-of';

type Handler = (ctx: Context) => Promise<void>;

/** `/portal-feed/deliveries`, and actions that create deliveries for a portal. */
export function createAdminDeliveries({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> {
  const portalOf = async (ctx: Context): Promise<Portal> => {
    const portal = await portalsOf(strapi).findOne(idOf(ctx, 'documentId'));
    if (!portal) throw refused('no-portal');
    return portal;
  };

  /** The portal in the path, if it has a target for deliveries. */
  const receiverOf = async (ctx: Context): Promise<string> => {
    const { documentId, url } = await portalOf(ctx);
    if (url === null) throw refused('no-url');
    return documentId;
  };

  return {
    async find(ctx) {
      const query = parse(deliveriesQuery, ctx.query);
      const { documentId } = await portalOf(ctx);
      const { items, total } = await deliveriesOf(strapi).list({ ...query, portal: documentId });
      const { page, pageSize } = query;
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      ctx.body = { data: items, meta: { pagination } };
    },

    async findOne(ctx) {
      const delivery = await deliveriesOf(strapi).findOne(idOf(ctx, 'id'));
      if (!delivery) throw refused('no-delivery');
      ctx.body = { data: delivery, meta: {} };
    },

    async sendAgain(ctx) {
      const delivery = await deliveriesOf(strapi).sendAgain(idOf(ctx, 'id'));
      if (!delivery) throw refused('no-delivery');
      ctx.body = { data: delivery, meta: {} };
    },

    async ping(ctx) {
      const delivery = await deliveriesOf(strapi).ping(await receiverOf(ctx));
      if (!delivery) throw refused('no-portal');
      ctx.body = { data: delivery, meta: {} };
    },

    async resync(ctx) {
      const events = await deliveriesOf(strapi).resync(await receiverOf(ctx));
      ctx.body = { data: { events }, meta: {} };
    },

    async replay(ctx) {
      const range = parse(replayBody, dataOf(ctx));
      const events = await deliveriesOf(strapi).replay(await receiverOf(ctx), range);
      ctx.body = { data: { events }, meta: {} };
    },
  };
}
