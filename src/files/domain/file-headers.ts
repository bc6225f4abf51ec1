// What a browser may show in a window. Everything else is downloaded; an <img> still shows it.
const SHOWN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'application/pdf',
]);

// Nothing in a file may run, load or submit anything on the city's origin.
const POLICY = "default-src 'none'; sandbox";
// Chromium's viewer does not open a PDF in a sandbox; it shows it in an <embed> with inline styles.
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

// One day, since an editor may replace a file under the same address (docs/adr/0038). Shared caches revalidate every
// ten minutes, so that a withdrawn picture soon disappears from them; that costs a 304.
const PUBLIC = 'public, max-age=86400, s-maxage=600';

/** Uses `filename*` for names that are not ASCII (RFC 6266, 5). */
const named = (title: string): string => {
  const plain = title.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(title).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
};

/** The response headers for a file of the media library. */
export function fileHeaders(file: {
  title: string;
  mime: string;
  isPublic: boolean;
}): Record<string, string> {
  const { title, mime, isPublic } = file;
  const disposition = SHOWN.has(mime) ? 'inline' : 'attachment';
  return {
    'Content-Type': mime,
    'Content-Disposition': `${disposition}; ${named(title)}`,
    'Content-Security-Policy': mime === 'application/pdf' ? PDF_POLICY : POLICY,
    'X-Content-Type-Options': 'nosniff',
    // Other sites show the city's pictures, and a self-service page may be on another site, too.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(isPublic
      ? { 'Cache-Control': PUBLIC }
      : {
          'Cache-Control': 'private, no-store',
          'X-Robots-Tag': 'noindex',
          // Knowing the address is enough to see the file, so it must not be passed on to linked sites.
          'Referrer-Policy': 'no-referrer',
        }),
  };
}

/** A strong entity tag (RFC 9110, 8.8.1): the bytes do not change without their modification time. */
export const fileTag = ({ mtimeMs, size, ino }: { mtimeMs: number; size: number; ino: number }): string =>
  `"${[ino, size, Math.round(mtimeMs * 1_000)].map((part) => part.toString(36)).join('-')}"`;
