import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isDataException } from '../platform/http/data-exception';
import { isOverload, overloaded } from '../platform/http/overload';
import { isUnreadableBody } from '../platform/http/unreadable-body';
import { readTarget } from '../platform/pages/pages';
import { refused } from '../platform/refusals/refusal';

// nginx and most proxies have the same limit of 8 kB; Node accepts 16 kB of headers.
const MAX_URL = 8_192;

type Reason = 'address-too-long' | 'address-malformed' | 'search-repeated' | 'null-character';

/** Malformed parts of a request that no controller should have to deal with. */
function malformation(strapi: Core.Strapi, ctx: Context): Reason | undefined {
  const target = readTarget(strapi, ctx.url);
  if (target.length > MAX_URL) return 'address-too-long';
  const decoded = decodedUrl(target);
  if (decoded === undefined) return 'address-malformed';
  if (decoded.includes('\u0000')) return 'null-character';
  // A list or an object cannot be searched for; src/reading decides what the content API accepts, and how long.
  const { _q: search } = ctx.query as { _q?: unknown };
  const isLookedAt = target === ctx.url && !ctx.path.startsWith('/api/');
  return search === undefined || typeof search === 'string' || !isLookedAt ? undefined : 'search-repeated';
}

function decodedUrl(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/\+/g, ' '));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

// PostgreSQL has no U+0000 in text; JSON writes it as an escape. Content is refused earlier, by rules that name the field.
const hasNullCharacter = ({ request }: Context): boolean => {
  const { body } = request as { body?: unknown };
  return typeof body === 'object' && body !== null && JSON.stringify(body).includes('\\u0000');
};

/**
 * Answers 400 and says what to do if a body or a value would otherwise fail in a parser or the database; 503 if it took
 * too long.
 */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const reason = malformation(strapi, ctx);
    if (reason) throw refused(reason, reason === 'search-repeated' ? ['_q'] : []);
    try {
      await next();
    } catch (cause) {
      if (isOverload(cause)) throw overloaded(cause);
      if (isUnreadableBody(cause)) throw refused('body-unreadable', [], {}, { cause });
      if (!isDataException(cause)) throw cause;
      throw refused(hasNullCharacter(ctx) ? 'null-character' : 'value-out-of-range', [], {}, { cause });
    }
  };
