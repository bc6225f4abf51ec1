import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { noteHolder } from '#src/platform/http/request-rate';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import type { RateRule } from '#src/platform/rate-limit/domain/rule';
import { refused } from '#src/platform/refusals/refusal';
import { portalByTokenHash, type FedPortal } from './portal-rows';
import { hashToken } from './portal-token';

// Nobody can guess 256 bits; this keeps a misconfigured portal from filling the log.
const FAILED_TOKENS: RateRule = { name: 'feed-token', limit: 20, windowSeconds: 60 };

const bearer = (ctx: Pick<Context, 'get'>): string | undefined =>
  /^Bearer +([^\s]{1,200})$/i.exec(ctx.get('Authorization'))?.[1];

/**
 * The portal behind a request of the pull feed.
 * @throws Refusal (401, 403; 429 after many wrong tokens from one address)
 */
export async function portalOf(strapi: Core.Strapi, ctx: Context): Promise<FedPortal> {
  const token = bearer(ctx);
  ctx.set('WWW-Authenticate', 'Bearer realm="portal-feed"');
  if (token === undefined) throw refused('token-missing');
  const portal = await portalByTokenHash(strapi, hashToken(token));
  if (!portal) {
    await assertRate(strapi, FAILED_TOKENS, ctx.request.ip);
    throw refused('token-unknown');
  }
  ctx.remove('WWW-Authenticate');
  // A budget of its own, whatever else asks from its address.
  noteHolder(ctx, `portal ${portal.documentId}`);
  const { state } = portal;
  if (state !== 'active') throw refused('portal-not-active', [], { state }, { facts: { state } });
  return portal;
}
