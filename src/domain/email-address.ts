import { domainToUnicode } from 'node:url';
import { accept, refuse, type Checked } from './checked';
import { withoutInvisible } from './invisible-characters';

// RFC 5321, 4.5.3.1: 64 octets before the @; 254 in all by RFC 3696 erratum 1690.
const SHAPE =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const MAX_LENGTH = 254;

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
  const wellDotted = !/^\.|\.\.|\.@/.test(text);
  if (text.length > MAX_LENGTH || !wellDotted || !SHAPE.test(text))
    return refuse('email-malformed', { found: text });
  const at = text.lastIndexOf('@');
  return accept(text.slice(0, at) + text.slice(at).toLowerCase());
};

/** Checks the shape of an e-mail address; reads `mailto:`, "Name <address>" and "(at)", and lower-cases the host. */
export const checkEmailAddress = (value: string): Checked<string> => check(bare(readable(value)));

/**
 * The one spelling of an address by which a person is recognised: without regard to case, which no mail server in use
 * regards (RFC 5321, 2.4), composed letters (NFC), and the host in letters rather than Punycode (RFC 5890).
 */
export function normalEmailAddress(value: string): Checked<string> {
  const checked = checkEmailAddress(value);
  if (!checked.ok) return checked;
  const at = checked.value.lastIndexOf('@');
  const host = domainToUnicode(checked.value.slice(at + 1));
  // A host that has no form in letters, such as an ill-formed `xn--…`.
  if (host === '') return refuse('email-malformed', { found: value });
  return accept(`${checked.value.slice(0, at)}@${host}`.normalize('NFC').toLowerCase());
}

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
