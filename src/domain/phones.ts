import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { accept, refuse, type Checked } from './checked';
import { withoutInvisible } from './invisible-characters';

const GERMANY: CountryCode = 'DE';

// Numbers of public interest without an area code: emergency, authorities (115), harmonised social services (116xxx).
const PUBLIC_SERVICE = /^(?:\+49)?(110|112|115|116\d{3})$/;

const EXTENSION = /\b(?:ext\.?|x|durchwahl|dw\.?|app\.?|apparat|nst\.?)\s*\d+\s*$/i;
// "Tel.-Nr.:", "Mobil", "T:", after a symbol or not.
const LABEL =
  /^(?:tel(?:efon|efax)?|fon|phone|mobil(?:telefon|funk)?|handy|fax|festnetz|zentrale|[tmf](?=[.:]))(?:[ .-]{0,2}n(?:umme)?r)?[ .:]*/i;
const SYMBOLS = /^[^\p{L}\d+(]+/u;
// "(Büro)", "(mobil)"
const REMARK = / ?\([^()\d+]*\)$/;
const END = /(?<![\s,;.:/-])[\s,;.:/-]+$/;
// "od.", "oder", "und", "&", ";", "," and line ends always separate two numbers; "/" does so only where the whole is
// not a number.
const LIST = / ?[;,\n&|] ?| (?:od\.|o\.|oder|or|und|and|u\.|bzw\.)(?:[ \n]|(?=-))/i;

/** Replaces each run of blanks by one: a line end if it contains one, otherwise a space. */
const oneBlank = (text: string): string =>
  text.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));

// Characters that look like others: wide forms (U+FF01 to U+FF5E are ASCII plus 0xFEE0), the many hyphens, slashes.
const usual = (text: string): string =>
  withoutInvisible(text)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2044\u2215]/g, '/');

// "+49 (0) 231" and "+49 0231": the trunk zero is not dialled after the country code.
const withoutTrunkZero = (text: string): string =>
  text.replace(/^(\+|00)(\d{1,3}?)(\s*\(0\)|(?<=49)[\s/-]*0)(?=[\s\d(/-])/, '$1$2 ');

// "(+49) 231", "+ (49) 231", "++49 231"
const withoutBrackets = (text: string): string =>
  text.replace(/^\(?\+[\s+(]*(\d{1,3})\)/, '+$1 ').replace(/^\(?\+[\s+(]*(?=\d)/, '+');

const clean = (text: string): string => {
  const bare = oneBlank(text).trim().replace(SYMBOLS, '').replace(LABEL, '').replace(SYMBOLS, '');
  return withoutTrunkZero(withoutBrackets(bare.replace(END, '').replace(REMARK, '').replace(END, '')));
};

/** What to dial: digits, after a "+" in the international form. "49 231 …" without it is what spreadsheets leave. */
const dialled = (text: string): string => {
  const digits = text.replace(/\D/g, '');
  const hasCountry = text.startsWith('+') || /^49\d{9}/.test(digits);
  return hasCountry ? `+${digits.replace(/^490/, '49')}` : digits;
};

const parse = (text: string): string | undefined => {
  const publicService = PUBLIC_SERVICE.exec(text.replace(/[\s/().-]/g, ''))?.[1];
  if (publicService) return `+49${publicService}`;
  // Only digits and separators are part of a number: "0231 Rathaus" must not pass as 0231 72847. Without a leading 0, +
  // or 49 there is no area code, even if the digits happen to form a valid number.
  if (!/^\(?(?:[+0]|49)[\d\s/().-]+$/.test(text)) return undefined;
  const number = parsePhoneNumberFromString(dialled(text), { defaultCountry: GERMANY, extract: false });
  return number?.isValid() ? number.number : undefined;
};

/**
 * One phone number in E.164 (ITU-T). National spellings are read as German ones.
 * @returns a refusal if it is not a number, is several numbers, or has a separate extension
 */
export const checkPhone = (value: string): Checked<string> => {
  const text = clean(usual(value));
  const number = cutShort(text) ? undefined : parse(text);
  if (number) return accept(number);
  if (EXTENSION.test(text) && parse(text.replace(EXTENSION, '').trim()))
    return refuse('phone-extension', { found: value });
  if (splitPhones(value).filter((piece) => piece.ok).length > 1)
    return refuse('phone-several', { found: value });
  return refuse('phone-malformed', { found: value });
};

const single = (piece: string): Checked<string> => {
  const number = parse(clean(piece));
  return number ? accept(number) : refuse('phone-malformed', { found: piece.trim() });
};

/** "0231 123 / 0231 456" is a list; "0201 / 82024x" is one bad number. */
const bySlash = (piece: string): Checked<string>[] | undefined => {
  const parts = piece.split('/').filter((part) => part.trim() !== '');
  const singles = parts.length < 2 ? [] : parts.map(single);
  return singles.some((part) => part.ok) ? singles : undefined;
};

/** "0231 123456 0171 1234567": a blank parts two numbers where all that it parts are numbers. */
const byBlank = (piece: string): Checked<string>[] | undefined => {
  const parts = piece.trim().split(/ (?=\+|0)/);
  const singles = parts.length < 2 ? [] : parts.map(single);
  return singles.length > 1 && singles.every((part) => part.ok) ? singles : undefined;
};

// "0231 123456/57" is two numbers, the second of them cut short.
const CUT_SHORT = /^(.+\d) ?\/ ?(\d{1,2})$/;
const cutShort = (piece: string): Checked<string>[] | undefined => {
  const [, first = '', second = ''] = CUT_SHORT.exec(piece.trim()) ?? [];
  const number = single(first);
  return number.ok ? [number, refuse('phone-malformed', { found: second })] : undefined;
};

const numbersIn = (piece: string): Checked<string>[] => {
  const short = cutShort(piece);
  if (short) return short;
  const whole = single(piece);
  return whole.ok ? [whole] : (bySlash(piece) ?? byBlank(piece) ?? [whole]);
};

/** Where no piece can be read, the whole is refused and not each piece. */
const orWhole = (checked: Checked<string>[], value: string): Checked<string>[] =>
  checked.length > 1 && !checked.some((one) => one.ok)
    ? [refuse('phone-malformed', { found: value.trim() })]
    : checked;

/** Every number in a field that may hold several ("0231 123 od. 0231 456"), in order, each checked separately. */
export const splitPhones = (value: string): Checked<string>[] =>
  orWhole(
    oneBlank(usual(value))
      .split(LIST)
      .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
      .flatMap(numbersIn),
    value,
  );
