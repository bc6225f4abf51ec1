import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { accept, refuse, type Checked } from './checked';

const GERMANY: CountryCode = 'DE';

// Numbers of public interest without an area code: emergency, authorities (115), harmonised social services (116xxx).
const PUBLIC_SERVICE = /^(?:\+49)?(110|112|115|116\d{3})$/;

const EXTENSION = /\b(?:ext\.?|x|durchwahl|dw\.?|app\.?|apparat|nst\.?)\s*\d+\s*$/i;
const LABEL = /^(?:tel(?:efon|\.)?|fon|phone|mobil|handy|fax)\s*[:.]?\s*/i;
// "od.", "oder", "und", "&", ";", "," and line ends always separate two numbers; "/" does so only where the whole is
// not a number.
const LIST = / ?[;,\n&|] ?| (?:od\.|o\.|oder|or|und|and|u\.)(?:[ \n]|(?=-))/i;

/** Replaces each run of blanks by one: a line end if it contains one, otherwise a space. */
const oneBlank = (text: string): string =>
  text.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));

// "+49 (0) 231" and "+49 0231": the trunk zero is not dialled after the country code.
const withoutTrunkZero = (text: string): string =>
  text.replace(/^(\+|00)(\d{1,3}?)(\s*\(0\)|(?<=49)[\s/-]*0)(?=[\s\d(/-])/, '$1$2 ');

const clean = (text: string): string => withoutTrunkZero(text.trim().replace(LABEL, ''));

const parse = (text: string): string | undefined => {
  const compact = text.replace(/[\s/().-]/g, '');
  const publicService = PUBLIC_SERVICE.exec(compact)?.[1];
  if (publicService) return `+49${publicService}`;
  // Only digits and separators are part of a number: "0231 Rathaus" must not pass as 0231 72847. Without a leading 0 or
  // + there is no area code, even if the digits happen to form a valid number.
  if (!/^[\s(]*[+0][\d\s/().\-–—]+$/.test(text)) return undefined;
  const number = parsePhoneNumberFromString(text.replace(/[–—]/g, '-'), {
    defaultCountry: GERMANY,
    extract: false,
  });
  return number?.isValid() ? number.number : undefined;
};

/**
 * One phone number in E.164 (ITU-T). National spellings are read as German ones.
 * @returns a refusal if it is not a number, is several numbers, or has a separate extension
 */
export const checkPhone = (value: string): Checked<string> => {
  const text = clean(value);
  const number = parse(text);
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

const bySlash = (piece: string): Checked<string>[] => {
  const whole = single(piece);
  const parts = piece.split('/').filter((part) => part.trim() !== '');
  if (whole.ok || parts.length < 2) return [whole];
  const singles = parts.map(single);
  // "0231 123 / 0231 456" is a list; "0201 / 82024x" is one bad number.
  return singles.some((part) => part.ok) ? singles : [whole];
};

/** Every number in a field that may hold several ("0231 123 od. 0231 456"), in order, each checked separately. */
export const splitPhones = (value: string): Checked<string>[] =>
  oneBlank(value)
    .split(LIST)
    .filter((piece) => piece.trim() !== '')
    .flatMap(bySlash);
