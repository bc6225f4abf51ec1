import type { Context } from 'koa';
import type { Language } from '#src/languages/language';
import type { Page } from '#src/platform/pages/page';

// Everything comes from here, nothing is inline, and nobody may show a page inside another (clickjacking).
const policy = (picturesFrom: string | undefined): string =>
  [
    ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'"],
    // Pictures that a page has in it or makes itself: a preview before an upload, a QR code.
    ["img-src 'self' data: blob:", picturesFrom].filter(Boolean).join(' '),
    ...[
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ],
  ].join('; ');

/**
 * Sets the headers of a page; a secret in the address of a private one goes to nobody else.
 * @param picturesFrom the origin of the tiles of its map
 */
export function setPageHeaders(
  ctx: Context,
  language: Language,
  reach: Page['reach'],
  picturesFrom?: string,
): void {
  ctx.set('Content-Security-Policy', policy(picturesFrom));
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
