import type { Context } from 'koa';
import { InnerRequest } from './inner-request';

/**
 * A header by which an answer that Koa makes tells the response cache when it ends by time alone, in milliseconds. The
 * cache takes it off.
 */
export const EXPIRY_HEADER = 'x-stadtverbund-expires';

/** Notes when the answer at hand changes though nothing is written; the earliest moment counts. */
export function noteExpiry(ctx: Context, expiresAt: Date | null): void {
  // Clients who are answered by Koa itself have no use for it.
  if (expiresAt === null || !(ctx.req instanceof InnerRequest)) return;
  const noted = Number(ctx.response.get(EXPIRY_HEADER) || Infinity);
  ctx.set(EXPIRY_HEADER, String(Math.min(noted, expiresAt.getTime())));
}
