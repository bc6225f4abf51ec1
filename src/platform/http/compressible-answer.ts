import compressible from 'compressible';
import type { Context } from 'koa';
import { SMALLEST_COMPRESSED } from './compress';
import { chooseEncoding, type Encoding } from './domain/accept-encoding';

// Answers with tokens, keys and secrets. If input from an attacker is compressed together with a secret, the length
// reveals the secret (BREACH). Here tokens travel in headers, so a foreign page cannot request these answers; but they
// are small, so they stay uncompressed in case that changes. For the same reason answers to writes are not compressed:
// they repeat what was sent and contain all new secrets.
const TELLS_SECRETS = /^\/(admin|api\/auth|api\/users|portal-feed\/portals)(\/|$)/i;

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 206, 304]);

const isCompressibleType = (type: string): boolean =>
  // Sent line by line; not in mime-db.
  type === 'application/x-ndjson' ||
  // Events must arrive when sent, not when a block is full.
  (type !== 'text/event-stream' && compressible(type) === true);

const isReading = ({ method }: Context): boolean => method === 'GET' || method === 'HEAD';

const isTransformable = (ctx: Context): boolean =>
  !/\bno-transform\b/i.test(`${ctx.response.get('Cache-Control')},${ctx.get('Cache-Control')}`);

/**
 * The encoding in which an answer with its body set will be sent; the same for all callers before it is sent. Sets
 * `Vary: Accept-Encoding` if that header matters.
 */
export function negotiateEncoding(ctx: Context): Encoding {
  const { type, status } = ctx.response;
  if (ctx.respond === false || ctx.headerSent || ctx.body == null || NO_BODY.has(status)) return 'identity';
  if (!isReading(ctx) && ctx.path !== '/graphql') return 'identity';
  if (!isCompressibleType(type)) return 'identity';
  if (type === 'application/json' && TELLS_SECRETS.test(ctx.path)) return 'identity';
  // Also if a compressed file was chosen earlier, since other clients would have got the plain one.
  ctx.vary('Accept-Encoding');
  if (ctx.response.get('Content-Encoding') || ctx.response.get('Content-Range') || !isTransformable(ctx))
    return 'identity';
  const { length } = ctx.response;
  if (length !== undefined && length < SMALLEST_COMPRESSED) return 'identity';
  return chooseEncoding(ctx.get('Accept-Encoding'));
}
