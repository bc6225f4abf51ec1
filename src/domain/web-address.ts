import { accept, refuse, type Checked } from './checked';
import { isPublicHost } from './host-name';
import { withoutInvisible } from './invisible-characters';
import { parseUrl } from './parse-url';

// 255: Strapi stores `string` as varchar(255).
export const MAX_URL_LENGTH = 255;

const HAS_HTTP = /^https?:\/\//i;
// A scheme other than http(s). No dot and no port after the colon, so that "www.x.de:8080" is a host.
const OTHER_SCHEME = /^[a-z][a-z0-9+-]*:(?!\d)/i;
const FORBIDDEN = /[\s\\<>"^`{|}\u0000-\u001f\u007f]/;

const withScheme = (text: string): string => {
  if (HAS_HTTP.test(text)) return text.replace(/^https?/i, (scheme) => scheme.toLowerCase());
  return text.startsWith('//') ? `https:${text}` : `https://${text}`;
};

/**
 * A web address (WHATWG URL): http or https only, with a host name that has a top-level domain, without credentials;
 * https:// is added if no scheme is given. Otherwise kept as typed, including internationalized host names.
 */
export const checkWebAddress = (value: string): Checked<string> => {
  const text = withoutInvisible(value).trim();
  if (!HAS_HTTP.test(text) && OTHER_SCHEME.test(text)) return refuse('url-scheme', { found: text });
  const full = withScheme(text);
  if (full.length > MAX_URL_LENGTH) return refuse('url-too-long', { maximum: MAX_URL_LENGTH });
  const url = FORBIDDEN.test(full) ? undefined : parseUrl(full);
  if (!url) return refuse('url-malformed', { found: text });
  if (url.username || url.password) return refuse('url-credentials');
  return isPublicHost(url.hostname) ? accept(full) : refuse('url-malformed', { found: text });
};

// Between two addresses; what follows has to look like one, because ";" and "," may be part of a path.
const BETWEEN =
  / ?[;|] ?(?=https?:|www\.|[\p{L}\d-]+\.\p{L}{2})|, ?(?=https?:|www\.)|, (?=[\p{L}\d-]+\.\p{L}{2})| (?:und|oder|and|or) (?=[\p{L}\d-]+\.\p{L}{2})| (?=https?:|www\.)/iu;
const CONNECTIVE = /(?:^| )(?:und|oder|and|or|&|\+|\/)$/i;
const END = /(?<![ ,;|])[ ,;|]+$/;

/** Every web address in a field that may hold several, in order, each checked separately. */
export const splitWebAddresses = (value: string): Checked<string>[] =>
  withoutInvisible(value)
    .replace(/\s+/g, ' ')
    .trim()
    .split(BETWEEN)
    .map((piece) =>
      piece
        .replace(END, '')
        .replace(CONNECTIVE, '')
        .replace(/ \([^()]*\)$/, ''),
    )
    .filter((piece) => piece !== '')
    .map(checkWebAddress);
