import type { Context } from 'koa';
import type { Language } from '#src/languages/language';
import type { Page } from '#src/platform/pages/page';

// Everything comes from here, nothing is inline, and nobody may show a page inside another (clickjacking).
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"],
  ...["form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"],
].join('; ');

/** Sets the headers of a page; a secret in the address of a private one goes to nobody else. */
export function setPageHeaders(ctx: Context, language: Language, reach: Page['reach']): void {
  ctx.set('Content-Security-Policy', POLICY);
  ctx.set('Content-Language', language);
  ctx.type = 'text/html; charset=utf-8';
  if (reach === 'public') {
    ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
    return;
  }
  // Not to be stored either (src/middlewares/cache-rule.ts).
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('X-Robots-Tag', 'noindex');
}
