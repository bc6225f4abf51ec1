import compressible from 'compressible';
import type { Context } from 'koa';
import { SMALLEST_COMPRESSED } from './compress';
import { chooseEncoding, type Encoding } from './domain/accept-encoding';

// Answers with tokens, keys and secrets in them. Where what an attacker lets a browser ask for is compressed together
// with a secret, lengths tell the secret (BREACH). Tokens travel in headers here, so a foreign page cannot ask for
// these; they are small, and stay plain for the day when one can. The same is why answers to writes are not
// compressed: they repeat what was sent, and all new secrets are told in them.
const TELLS_SECRETS = /^\/(admin|api\/auth|api\/users|portal-feed\/portals)(\/|$)/i;

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 206, 304]);

const isCompressibleType = (type: string): boolean =>
  // A line at a time; mime-db does not know it.
  type === 'application/x-ndjson' ||
  // Events must arrive when they are sent, not when a block is full.
  (type !== 'text/event-stream' && compressible(type) === true);

const isReading = ({ method }: Context): boolean => method === 'GET' || method === 'HEAD';

const isTransformable = (ctx: Context): boolean =>
  !/\bno-transform\b/i.test(`${ctx.response.get('Cache-Control')},${ctx.get('Cache-Control')}`);

/**
 * The encoding that an answer whose body is set will be sent in; the same for whoever asks before it is sent. Says
 * `Vary: Accept-Encoding` where that header decides.
 */
export function negotiateEncoding(ctx: Context): Encoding {
  const { type, status } = ctx.response;
  if (ctx.respond === false || ctx.headerSent || ctx.body == null || NO_BODY.has(status)) return 'identity';
  if (!isReading(ctx) && ctx.path !== '/graphql') return 'identity';
  if (!isCompressibleType(type)) return 'identity';
  if (type === 'application/json' && TELLS_SECRETS.test(ctx.path)) return 'identity';
  // Also where a compressed file was chosen before: the plain one would have been for another.
  ctx.vary('Accept-Encoding');
  if (ctx.response.get('Content-Encoding') || ctx.response.get('Content-Range') || !isTransformable(ctx))
    return 'identity';
  const { length } = ctx.response;
  if (length !== undefined && length < SMALLEST_COMPRESSED) return 'identity';
  return chooseEncoding(ctx.get('Accept-Encoding'));
}
