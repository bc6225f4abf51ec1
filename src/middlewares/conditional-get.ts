import { createHash } from 'node:crypto';
import type { Context, Next } from 'koa';
import { negotiateEncoding } from '../platform/http/compressible-answer';
import { entityTag, namesTag } from '../platform/http/domain/entity-tag';

const TAGGED_PATHS = /^\/(api|docs)(\/|$)/;

/** The body as it will be sent, or `undefined` for streams. */
const bytesOf = (body: unknown): string | Buffer | undefined => {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
  const isStream = typeof (body as { pipe?: unknown } | null)?.pipe === 'function';
  return typeof body === 'object' && body !== null && !isStream ? JSON.stringify(body) : undefined;
};

/** Gives the answer the tag of its bytes in the encoding it will be sent in. */
function tag(ctx: Context): void {
  const bytes = bytesOf(ctx.body);
  if (bytes === undefined) return;
  // Once for the tag, the length and the sending.
  if (typeof bytes === 'string') ctx.body = bytes;
  const digest = createHash('sha1').update(bytes).digest('base64url');
  ctx.set('ETag', entityTag(digest, negotiateEncoding(ctx)));
}

/**
 * By entity tag alone: a date would miss that something was taken away. Koa's own `fresh` answers in full when the
 * request says `Cache-Control: no-cache`, which fetch() in Node adds to every conditional request.
 */
const isUnchanged = (ctx: Context): boolean => {
  const wanted = ctx.get('If-None-Match');
  const own = ctx.response.get('ETag');
  return wanted !== '' && own !== '' && namesTag(wanted, own);
};

/** Strong entity tags and 304 (RFC 9110, 13) for what is read from outside. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const isReading = ctx.method === 'GET' || ctx.method === 'HEAD';
    if (!TAGGED_PATHS.test(ctx.path) || !isReading || ctx.status !== 200) return;
    // Self-service sets the tag of a state of a document, for If-Match: it is the same in every encoding.
    if (!ctx.response.get('ETag')) tag(ctx);
    if (isUnchanged(ctx)) {
      ctx.status = 304;
      ctx.body = null;
    }
  };
