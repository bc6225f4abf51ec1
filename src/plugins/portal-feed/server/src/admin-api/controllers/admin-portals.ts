import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { dataOf } from '#src/platform/http/body-of';
import type { Portal, PortalItem } from '../../contract';
import { parse } from '#src/platform/refusals/zod-refusal';
import { readChoices } from '../choices';
import { languageOf } from '#src/platform/http/language-of';
import { refused } from '#src/platform/refusals/refusal';
import { filterChoice } from '../requests';
import { deliveriesOf, portalsOf } from '../services';
import { idOf } from './id-of';

type Handler = (ctx: Context) => Promise<void>;

/** `/portal-feed/portals` */
export function createAdminPortals({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> {
  const withHealth = async (portals: readonly Portal[]): Promise<PortalItem[]> => {
    const health = await deliveriesOf(strapi).health(
      portals.map(({ documentId }) => documentId),
      new Date(),
    );
    return portals.flatMap((portal) => {
      const found = health.get(portal.documentId);
      return found ? [{ ...portal, health: found }] : [];
    });
  };

  /** Answers with the result of `act` for the portal in the path. */
  const on =
    (act: (documentId: string) => Promise<unknown>): Handler =>
    async (ctx) => {
      const data = await act(idOf(ctx, 'documentId'));
      if (!data) throw refused('no-portal');
      ctx.body = { data, meta: {} };
    };

  return {
    async choices(ctx) {
      ctx.body = { data: await readChoices(strapi, languageOf(ctx)), meta: {} };
    },

    async find(ctx) {
      ctx.body = { data: await withHealth(await portalsOf(strapi).list()), meta: {} };
    },

    async findOne(ctx) {
      const portal = await portalsOf(strapi).findOne(idOf(ctx, 'documentId'));
      if (!portal) throw refused('no-portal');
      const [item] = await withHealth([portal]);
      ctx.body = { data: item, meta: {} };
    },

    // Bodies are passed on unchecked, since the service checks them for all callers.
    async create(ctx) {
      ctx.body = { data: await portalsOf(strapi).create(dataOf(ctx)), meta: {} };
      ctx.status = 201;
    },

    async update(ctx) {
      const { onFilterChange: _choice, ...changes } = dataOf(ctx);
      const { onFilterChange } = parse(filterChoice, dataOf(ctx));
      const portal = await portalsOf(strapi).update(idOf(ctx, 'documentId'), changes, onFilterChange);
      if (!portal) throw refused('no-portal');
      ctx.body = { data: portal, meta: {} };
    },

    async remove(ctx) {
      if (!(await portalsOf(strapi).remove(idOf(ctx, 'documentId')))) throw refused('no-portal');
      ctx.status = 204;
    },

    rotateSecret: on((id) => portalsOf(strapi).rotateSecret(id)),
    rotateToken: on((id) => portalsOf(strapi).rotateToken(id)),
    pause: on((id) => portalsOf(strapi).pause(id)),
    resume: on((id) => portalsOf(strapi).resume(id)),
  };
}
