// What a browser may show in its own window. Everything else is saved; an <img> shows it all the same.
const SHOWN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'application/pdf',
]);

// Nothing in a file runs, loads or posts anything under the city's address.
const POLICY = "default-src 'none'; sandbox";
// Chromium's viewer does not open a PDF in a sandbox; it draws it in an <embed> with a style of its own.
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

// A day, since an editor may replace a file under its address (docs/adr/0038); shared caches ask every ten minutes, so
// that a picture taken from the public is soon gone from them. Asking costs a 304.
const PUBLIC = 'public, max-age=86400, s-maxage=600';

/** `filename*` for what is not ASCII (RFC 6266, 5). */
const named = (title: string): string => {
  const plain = title.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(title).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
};

/** The headers of a file of the media library. */
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
    // Other sites show the city's pictures; a self-service page may stand elsewhere, too.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(isPublic
      ? { 'Cache-Control': PUBLIC }
      : {
          'Cache-Control': 'private, no-store',
          'X-Robots-Tag': 'noindex',
          // The address is the key: it must not be told to whoever is linked from here.
          'Referrer-Policy': 'no-referrer',
        }),
  };
}

/** A strong entity tag (RFC 9110, 8.8.1): the bytes change only with the time of their writing. */
export const fileTag = ({ mtimeMs, size, ino }: { mtimeMs: number; size: number; ino: number }): string =>
  `"${[ino, size, Math.round(mtimeMs * 1_000)].map((part) => part.toString(36)).join('-')}"`;
