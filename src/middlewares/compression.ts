import type { Readable } from 'node:stream';
import type { Context, Next } from 'koa';
import { compress, compressStream } from '../platform/http/compress';
import { negotiateEncoding } from '../platform/http/compressible-answer';
import type { Encoding } from '../platform/http/domain/accept-encoding';

type Coding = Exclude<Encoding, 'identity'>;

// A buffer that is sent repeatedly, such as a file of /docs, is compressed once; others are forgotten with their
// answer.
const made = new WeakMap<Buffer, Map<Coding, Promise<Buffer>>>();

function compressOnce(body: Buffer, encoding: Coding): Promise<Buffer> {
  const known = made.get(body) ?? new Map<Coding, Promise<Buffer>>();
  made.set(body, known);
  const compressed = known.get(encoding) ?? compress(body, encoding);
  known.set(encoding, compressed);
  return compressed;
}

const isStream = (body: unknown): body is Readable => typeof (body as Readable).pipe === 'function';

const bytesOf = (body: unknown): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
};

/**
 * Compresses Koa's answers (brotli, gzip): answers to tokens and cookies, the portal feed, the panel's page, and
 * whatever else the response cache does not answer itself. The cache asks Koa without `Accept-Encoding`, so nothing is
 * compressed twice. Strapi's own `strapi::compression` would give all encodings the same entity tag.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const encoding = negotiateEncoding(ctx);
    if (encoding === 'identity') return;
    ctx.set('Content-Encoding', encoding);
    if (!isStream(ctx.body)) {
      ctx.body = await compressOnce(bytesOf(ctx.body), encoding);
      return;
    }
    ctx.remove('Content-Length');
    // HEAD gets only the headers of a stream, which is not read.
    if (ctx.method !== 'HEAD') ctx.body = compressStream(ctx.body, encoding);
  };
