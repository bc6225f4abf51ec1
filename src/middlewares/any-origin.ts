import type { Context, Next } from 'koa';

interface Settings {
  /** Origins that may read from a browser; `*` for any. */
  readonly origins: readonly string[];
}

const ANY = '*';

function sayTheSame(ctx: Context): void {
  if (ctx.response.get('Access-Control-Allow-Origin')) ctx.set('Access-Control-Allow-Origin', ANY);
  const names = ctx.response.get('Vary').split(/,\s*/);
  const others = names.filter((name) => name !== '' && name.toLowerCase() !== 'origin');
  if (others.length > 0) ctx.set('Vary', others.join(', '));
  else ctx.remove('Vary');
}

/**
 * Where every site may read, answers are the same for all of them: `*`, and no `Vary: Origin`. Strapi's CORS middleware
 * echoes the origin; caches then keep a copy for each site or, where they do not look at `Vary`, give one site's to all.
 */
export default ({ origins }: Settings) => {
  if (!origins.includes(ANY)) return (_ctx: Context, next: Next): Promise<void> => next();
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } finally {
      sayTheSame(ctx);
    }
  };
};
