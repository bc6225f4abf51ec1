import { accept, refuse, type Checked } from './checked';

// 255: Strapi stores `string` as varchar(255).
const MAX_URL_LENGTH = 255;

const HAS_HTTP = /^https?:\/\//i;
// A scheme other than http(s). No dot and no port after the colon, so that "www.x.de:8080" is a host.
const OTHER_SCHEME = /^[a-z][a-z0-9+-]*:(?!\d)/i;
const FORBIDDEN = /[\s\\<>"^`{|}\u0000-\u001f\u007f]/;

const withScheme = (text: string): string => {
  if (HAS_HTTP.test(text)) return text.replace(/^https?/i, (scheme) => scheme.toLowerCase());
  return text.startsWith('//') ? `https:${text}` : `https://${text}`;
};

const isPublicHost = (host: string): boolean => /^[^.]+(\.[^.]+)+\.?$/.test(host);

/**
 * A web address (WHATWG URL): http or https only, without credentials; https:// is added if no scheme is given.
 * Otherwise kept as typed, including internationalized host names.
 */
export const checkWebAddress = (value: string): Checked<string> => {
  const text = value.trim();
  if (!HAS_HTTP.test(text) && OTHER_SCHEME.test(text)) return refuse('url-scheme', { found: text });
  const full = withScheme(text);
  if (full.length > MAX_URL_LENGTH) return refuse('url-too-long', { maximum: MAX_URL_LENGTH });
  if (FORBIDDEN.test(full) || !URL.canParse(full)) return refuse('url-malformed', { found: text });
  const url = new URL(full);
  if (url.username || url.password) return refuse('url-credentials');
  return isPublicHost(url.hostname) ? accept(full) : refuse('url-malformed', { found: text });
};
