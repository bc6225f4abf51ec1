import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { negotiateEncoding } from '../platform/http/compressible-answer';
import { entityTag, namesTag } from '../platform/http/domain/entity-tag';
import { publicAddressIn } from '../response-cache';

const TAGGED_PATHS = /^\/(api|docs)(\/|$)/;

/** The body as it will be sent, or `undefined` for streams. */
const bytesOf = (body: unknown): string | Buffer | undefined => {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
  const isStream = typeof (body as { pipe?: unknown } | null)?.pipe === 'function';
  return typeof body === 'object' && body !== null && !isStream ? JSON.stringify(body) : undefined;
};

/** Gives the answer the tag of its bytes in the encoding in which it will be sent. */
function tag(ctx: Context): void {
  const bytes = bytesOf(ctx.body);
  if (bytes === undefined) return;
  // Encoded once for the tag, the length and the sending.
  if (typeof bytes === 'string') ctx.body = bytes;
  const digest = createHash('sha1').update(bytes).digest('base64url');
  ctx.set('ETag', entityTag(digest, negotiateEncoding(ctx)));
}

/**
 * Only by entity tag, since a date would not show that something was removed. Koa's own `fresh` answers in full if the
 * request has `Cache-Control: no-cache`, which Node's fetch() adds to every conditional request.
 */
const isUnchanged = (ctx: Context): boolean => {
  const wanted = ctx.get('If-None-Match');
  const own = ctx.response.get('ETag');
  return wanted !== '' && own !== '' && namesTag(wanted, own);
};

/** Strong entity tags and 304 (RFC 9110, 13) for reading from outside. */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) => {
  // Public pages too, for who has a cookie: the others are answered by the response cache.
  const isTagged = (path: string): boolean =>
    TAGGED_PATHS.test(path) || publicAddressIn(strapi, path) !== undefined;

  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const isReading = ctx.method === 'GET' || ctx.method === 'HEAD';
    if (!isReading || ctx.status !== 200 || !isTagged(ctx.path)) return;
    // For If-Match, self-service sets the tag of a document's state, which is the same in every encoding.
    if (!ctx.response.get('ETag')) tag(ctx);
    if (isUnchanged(ctx)) {
      ctx.status = 304;
      ctx.body = null;
    }
  };
};
