import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { routeOf } from '../platform/strapi/patches';
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

/** What Strapi has written as an answer (`ctx.badRequest`) and not thrown. */
const envelopeIn = (body: unknown): Envelope | undefined => {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return undefined;
  const { error } = body as { error?: unknown };
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === 'string' ? (error as Envelope) : undefined;
};

/** The refusal in an answer that is not ours: Strapi's envelope, or a status of the router's without a body. */
function refusalAnswered(strapi: Core.Strapi, ctx: Context): Refusal | undefined {
  const { response } = ctx as unknown as { response: { _explicitStatus?: boolean } };
  if (!response._explicitStatus && ctx.respond !== false) {
    // A route that says nothing has found nothing.
    return refused(routeOf(strapi, ctx) ? 'not-found' : 'no-such-address');
  }
  if (ctx.status < 400) return undefined;
  const envelope = envelopeIn(ctx.body);
  if (envelope)
    return refusalBehind(ctx, envelope.message) ?? translated({ ...envelope, status: ctx.status });
  if (ctx.body != null) return undefined;
  if (ctx.status === 405 || ctx.status === 501)
    return refused('method-not-allowed', [], { method: ctx.method }, { status: ctx.status });
  return undefined;
}

function answer(ctx: Context, refusal: Refusal): void {
  if (refusal.retryAfter !== undefined) ctx.set('Retry-After', String(refusal.retryAfter));
  ctx.status = refusal.status;
  ctx.body = refusal.body(languageOf(ctx));
}

/**
 * Where everything that is refused becomes an answer: one form for what we throw and for what Strapi throws or answers,
 * in the language of who asks (docs/adr/0053). Stands directly within `strapi::errors`, which has nothing left to do.
 */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
      const refusal = refusalAnswered(strapi, ctx);
      if (refusal) answer(ctx, refusal);
    } catch (error) {
      const refusal = refusalBehind(ctx, (error as Error | undefined)?.message) ?? refusalIn(error);
      if (!refusal) strapi.log.error(error);
      answer(ctx, refusal ?? refused('internal-error'));
    }
  };
