import { accept, refuse, type Checked } from './checked';
import { asciiHost } from './host-name';
import { withoutInvisible } from './invisible-characters';

// RFC 5321, 4.5.3.1: 64 octets before the @; 254 in all by RFC 3696 erratum 1690.
const SHAPE =
  /^[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
export const MAX_EMAIL_LENGTH = 254;

// "info (at) beispiel.de", against harvesters.
const SPELLED_AT = / ?[[({] ?(?:at|ät|@) ?[\])}] ?/gi;
const SPELLED_DOT = / ?[[({] ?(?:dot|punkt|\.) ?[\])}] ?/gi;

const readable = (value: string): string =>
  withoutInvisible(value)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPELLED_AT, '@')
    .replace(SPELLED_DOT, '.')
    .replace(/ ?@ ?/g, '@');

/** "Blumen Muster <info@muster.example>" (RFC 5322, 3.4) and "mailto:info@muster.example?subject=Hallo" as the address. */
const bare = (text: string): string => {
  const inner = text.endsWith('>') ? text.slice(text.lastIndexOf('<') + 1, -1) : text;
  return /^mailto:/i.test(inner) ? inner.slice('mailto:'.length).replace(/\?.*$/s, '') : inner;
};

const check = (text: string): Checked<string> => {
  const composed = text.normalize('NFC');
  const wellDotted = !/^\.|\.\.|\.@/.test(composed);
  // An encoded word (RFC 2047) has no place in an address; mail servers that decode it send to another one.
  const isPlain = !composed.includes('=?');
  const at = composed.lastIndexOf('@');
  const host = wellDotted && isPlain && SHAPE.test(composed) ? asciiHost(composed.slice(at + 1)) : undefined;
  const address = `${composed.slice(0, at)}@${host}`;
  return host === undefined || address.length > MAX_EMAIL_LENGTH
    ? refuse('email-malformed', { found: text })
    : accept(address);
};

/**
 * Checks the shape of an e-mail address; reads `mailto:`, "Name <address>" and "(at)". The host becomes what mail servers
 * look up: lower case, A-labels for umlauts. What is before the @ may be any letters (RFC 6531) and stays as it is.
 */
export const checkEmailAddress = (value: string): Checked<string> => check(bare(readable(value)));

/**
 * The one form in which the address of a person is stored and compared, however it was typed: NFC, all in lower case,
 * which no mail server in use regards (RFC 5321, 2.4), the host as A-labels (RFC 5890).
 */
export const normalEmailAddress = (value: string): Checked<string> => {
  const checked = checkEmailAddress(value);
  return checked.ok ? accept(checked.value.toLowerCase()) : checked;
};

/**
 * The same form of an address that was typed into a field for nothing else, with blanks around it at most. `undefined` if
 * it is none.
 */
export const personalAddress = (value: string): string | undefined => {
  const checked = check(withoutInvisible(value).trim());
  return checked.ok ? checked.value.toLowerCase() : undefined;
};

// What stands beside addresses without being one: "E-Mail:", "oder".
const BESIDE = /^(?:e-?mail|mail|und|oder|and|or|bzw\.?|[&/+])?:?$/i;

// "(Büro)"
const REMARK = /\([^()@]*\)/g;

/** Every e-mail address in a field that may hold several, in order, each checked separately. */
export const splitEmails = (value: string): Checked<string>[] => {
  const text = readable(value);
  const inBrackets = [...text.matchAll(/<([^<>\s@]+@[^<>\s@]+)>/g)].map(([, address = '']) => address);
  const pieces = inBrackets.length > 0 ? inBrackets : text.replace(REMARK, ' ').split(/[\s;,|]/);
  const checked = pieces
    .map((piece) => bare(piece.replace(/^e-?mail:/i, '')).replace(/[.:]$/, ''))
    .filter((piece) => !BESIDE.test(piece))
    .map(check);
  return checked.length > 1 && !checked.some((one) => one.ok) ? [check(text)] : checked;
};
