import { createHash } from 'node:crypto';
import type { Context, Next } from 'koa';

const PUBLIC_PATHS = /^\/(api|docs)(\/|$)/;

const isReading = (ctx: Context): boolean => ctx.method === 'GET' || ctx.method === 'HEAD';

/** The body as it will be sent, or `undefined` for streams. */
const bytesOf = (body: unknown): string | Buffer | undefined => {
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
  const isStream = typeof (body as { pipe?: unknown } | null)?.pipe === 'function';
  return typeof body === 'object' && body !== null && !isStream ? JSON.stringify(body) : undefined;
};

const cacheControl = (ctx: Context): string => {
  if (!isReading(ctx) || ctx.status >= 400) return 'no-store';
  // Caches may keep it and must ask each time: an editor's change is seen at once.
  return ctx.get('Authorization') ? 'private, no-cache' : 'public, max-age=0, must-revalidate';
};

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

/**
 * By entity tag alone: a date would miss that something was taken away. Koa's own `fresh` answers in full when the
 * request says `Cache-Control: no-cache`, which fetch() in Node adds to every conditional request.
 */
const isUnchanged = (ctx: Context): boolean => {
  const wanted = ctx.get('If-None-Match');
  const tag = ctx.response.get('ETag');
  if (!wanted || !tag) return false;
  return wanted.trim() === '*' || wanted.split(',').map(opaque).includes(opaque(tag));
};

/** Strong entity tags and 304 (RFC 9110, 13) for what is read from outside, and a `Cache-Control` on all of it. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (!PUBLIC_PATHS.test(ctx.path)) return;
    if (!ctx.response.get('Cache-Control')) ctx.set('Cache-Control', cacheControl(ctx));
    ctx.vary('Authorization');
    if (!isReading(ctx) || ctx.status !== 200) return;
    const bytes = bytesOf(ctx.body);
    if (!ctx.response.get('ETag') && bytes !== undefined)
      ctx.set('ETag', `"${createHash('sha1').update(bytes).digest('base64url')}"`);
    if (isUnchanged(ctx)) {
      ctx.status = 304;
      ctx.body = null;
    }
  };
