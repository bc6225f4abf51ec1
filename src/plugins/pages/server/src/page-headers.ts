import type { Context } from 'koa';
import type { Language } from '#src/languages/language';
import type { Page } from '#src/platform/pages/page';

/** What a page may besides. */
interface Exceptions {
  /** The origin of the tiles of its map. */
  readonly picturesFrom?: string | undefined;
  /** Who may show it in a frame, in the words of the policy. */
  readonly framedBy?: readonly string[] | undefined;
  /** Whether it is a program, which may have a worker, and the preview of a draft in a frame. */
  readonly isApp?: boolean;
}

const ONLY_SELF = "'self'";

// Everything comes from here, nothing is inline, and nobody may show a page inside another (clickjacking).
const policy = ({ picturesFrom, framedBy = [], isApp }: Exceptions): string =>
  [
    ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'"],
    // Pictures that a page has in it or makes itself: a preview before an upload, a QR code.
    ["img-src 'self' data: blob:", picturesFrom].filter(Boolean).join(' '),
    ...[
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      `frame-ancestors ${framedBy.length > 0 ? framedBy.join(' ') : "'none'"}`,
      "base-uri 'none'",
      ...(isApp ? ["worker-src 'self'", "frame-src 'self'"] : []),
    ],
  ].join('; ');

/** `X-Frame-Options`, for browsers that do not know the policy, must say the same; it knows no other origin. */
function setFrameOptions(ctx: Context, framedBy: Exceptions['framedBy'] = []): void {
  const others = framedBy.filter((one) => one !== ONLY_SELF);
  if (others.length > 0) ctx.remove('X-Frame-Options');
  else ctx.set('X-Frame-Options', framedBy.length > 0 ? 'SAMEORIGIN' : 'DENY');
}

/** Sets the headers of a page; a secret in the address of a private one goes to nobody else. */
export function setPageHeaders(
  ctx: Context,
  language: Language,
  reach: Page['reach'],
  exceptions: Exceptions = {},
): void {
  ctx.set('Content-Security-Policy', policy(exceptions));
  setFrameOptions(ctx, exceptions.framedBy);
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
