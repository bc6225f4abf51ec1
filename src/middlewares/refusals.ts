import type { Core } from '@strapi/strapi';
import type { Context, Next, Response } from 'koa';
import { routeOf } from '../platform/strapi/patches';
import { showRefusal } from '../platform/pages/pages';
import { languageOf } from '../platform/http/language-of';
import { refused, type Refusal } from '../platform/refusals/refusal';
import { refusalIn, translated } from '../platform/refusals/strapi-errors';
import { refusalBehind } from '../platform/refusals/wrapped';

interface Envelope {
  readonly status?: number;
  readonly name?: string;
  readonly message: string;
  readonly details?: unknown;
}

/** A refusal that Strapi wrote as an answer (`ctx.badRequest`) instead of throwing it. */
const envelopeIn = (body: unknown): Envelope | undefined => {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return undefined;
  const { error } = body as { error?: unknown };
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === 'string' ? (error as Envelope) : undefined;
};

/** The refusal in an answer that is not ours: Strapi's envelope, or a status from the router without a body. */
function refusalAnswered(strapi: Core.Strapi, ctx: Context): Refusal | undefined {
  const { _explicitStatus: isSaid } = ctx.response as Response & { _explicitStatus?: boolean };
  if (!isSaid && ctx.respond !== false) {
    // A route without an answer has found nothing.
    return refused(routeOf(strapi, ctx) ? 'not-found' : 'no-such-address');
  }
  if (ctx.status < 400) return undefined;
  const envelope = envelopeIn(ctx.body);
  if (envelope)
    return refusalBehind(ctx, envelope.message) ?? translated({ ...envelope, status: ctx.status });
  if (ctx.body != null) return undefined;
  // The router says 501 to a method that none of its routes has; ours are known all the same (RFC 9110, 15.5.6).
  if (ctx.status === 405 || ctx.status === 501)
    return refused('method-not-allowed', [], { method: ctx.method });
  return undefined;
}

async function answer(strapi: Core.Strapi, ctx: Context, refusal: Refusal): Promise<void> {
  if (refusal.retryAfter !== undefined) ctx.set('Retry-After', String(refusal.retryAfter));
  if (await showRefusal(strapi, ctx, refusal)) return;
  ctx.status = refusal.status;
  ctx.body = refusal.body(languageOf(ctx));
}

/**
 * Turns every refusal into an answer: one form for what we throw and for what Strapi throws or answers, in the language
 * of the request (docs/adr/0053). Who asks for a page in a browser gets one (src/platform/pages). Directly inside `strapi::errors`, which has nothing left to do.
 */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
      const refusal = refusalAnswered(strapi, ctx);
      if (refusal) await answer(strapi, ctx, refusal);
    } catch (error) {
      const refusal = refusalBehind(ctx, (error as Error | undefined)?.message) ?? refusalIn(error);
      if (!refusal) strapi.log.error(error);
      await answer(strapi, ctx, refusal ?? refused('internal-error'));
    }
  };
