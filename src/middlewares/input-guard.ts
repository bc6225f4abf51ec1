import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import type { Language } from '../domain/language';
import { isDataException } from '../platform/http/data-exception';
import { isOverload, OVERLOAD } from '../platform/http/overload';
import { requestLanguage } from '../platform/http/request-language';
import { isUnreadableBody } from '../platform/http/unreadable-body';

// nginx and most proxies stop at 8 kB as well; Node itself at 16 kB of headers.
const MAX_URL = 8_192;

type Reason =
  | 'url-too-long'
  | 'url-malformed'
  | 'search-shape'
  | 'body-unreadable'
  | 'null-character'
  | 'value-out-of-range';

const MESSAGES: Readonly<Record<Reason, Record<Language, string>>> = {
  'url-too-long': {
    de: 'Die Adresse ist zu lang. Bitte teilen Sie die Anfrage auf.',
    en: 'The address is too long. Please split the request.',
  },
  'url-malformed': {
    de: 'Die Adresse ist falsch kodiert. Bitte kodieren Sie Sonderzeichen mit %XX als UTF-8.',
    en: 'The address is not encoded correctly. Please encode special characters as %XX in UTF-8.',
  },
  'search-shape': {
    de: '_q: Bitte geben Sie genau einen Suchtext an.',
    en: '_q: please give exactly one search text.',
  },
  'body-unreadable': {
    de: 'Der Inhalt der Anfrage ist nicht lesbar. Bitte prüfen Sie Content-Type (bei multipart samt boundary) und Content-Encoding.',
    en: 'The body of the request cannot be read. Please check Content-Type (with its boundary if multipart) and Content-Encoding.',
  },
  'null-character': {
    de: 'Die Anfrage enthält ein Nullzeichen (U+0000). Bitte entfernen Sie es.',
    en: 'The request contains a null character (U+0000). Please remove it.',
  },
  'value-out-of-range': {
    de: 'Ein Wert der Anfrage passt nicht zu seinem Feld (zu groß oder keine Zahl). Bitte prüfen Sie Filter, Seiten und Kennungen.',
    en: 'A value of the request does not fit its field (too large, or not a number). Please check filters, pages and identifiers.',
  },
};

/** What of a request no controller should have to think about. */
function malformation(ctx: Context): Reason | undefined {
  if (ctx.url.length > MAX_URL) return 'url-too-long';
  const decoded = decodedUrl(ctx.url);
  if (decoded === undefined) return 'url-malformed';
  if (decoded.includes('\u0000')) return 'null-character';
  // A list or an object is no text to search for; what the content API takes, and how long, src/reading tells.
  const { _q: search } = ctx.query as { _q?: unknown };
  return search === undefined || typeof search === 'string' || ctx.path.startsWith('/api/')
    ? undefined
    : 'search-shape';
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

const refuse = (ctx: Context, reason: Reason, cause?: unknown): Error => {
  const error = new errors.ValidationError(MESSAGES[reason][requestLanguage(ctx)], { reason });
  error.cause = cause;
  return error;
};

function answerOverload(ctx: Context): void {
  const { status, reason, retryAfterSeconds, messages } = OVERLOAD;
  ctx.set('Retry-After', String(retryAfterSeconds));
  ctx.status = status;
  ctx.body = {
    data: null,
    error: {
      status,
      name: 'ServiceUnavailableError',
      message: messages[requestLanguage(ctx)],
      details: { reason },
    },
  };
}

/** Answers 400, and says what to do, where a body or a value would otherwise fail in its parser or the database; 503 where it took too much. */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const reason = malformation(ctx);
    if (reason) throw refuse(ctx, reason);
    try {
      await next();
    } catch (error) {
      if (isOverload(error)) return answerOverload(ctx);
      if (isUnreadableBody(error)) throw refuse(ctx, 'body-unreadable', error);
      if (!isDataException(error)) throw error;
      throw refuse(ctx, hasNullCharacter(ctx) ? 'null-character' : 'value-out-of-range', error);
    }
  };
