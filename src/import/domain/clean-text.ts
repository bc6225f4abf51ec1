import { decodeHTMLStrict } from 'entities';
import { withoutInvisibleInText } from '../../domain/invisible-characters';
import { windows1252Byte } from './windows-1252';

/** A value as it is compared and stored, and what had to be done to it. */
export interface CleanText {
  text: string;
  /** The value that was read twice in the wrong encoding ("MÃ¼ller"), before it was put right. */
  repairedFrom?: string;
  /** Something in it was lost or garbled before the file was written, and cannot be put right. */
  isDamaged?: boolean;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/i;
const LINE_TAG = /<br ?\/?>/gi;
// C0 and C1 but tabs and line ends; they mean nothing in a text.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

// What UTF-8 looks like in Windows-1252: Ã and Â before a sign, â€ before another.
const MOJIBAKE =
  /[ÃÂâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text that was encoded as UTF-8 and read as Windows-1252; undefined unless every character says so. */
const unread = (text: string): string | undefined => {
  const bytes = [...text].map(windows1252Byte);
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return strict.decode(Uint8Array.from(bytes as number[]));
  } catch (error) {
    if ((error as Error).name === 'TypeError') return undefined;
    throw error;
  }
};

// A spreadsheet's way to keep leading zeros: ="01067", or an apostrophe before.
const AS_TEXT = /^="([^"]*)"$|^'(?=[\d+(])/;

// "Y?ld?z": a letter that the encoding of the file does not have. In addresses on the web the sign means something.
const LOST = /\p{L}\?\p{L}/u;
const ON_THE_WEB = /[/=@]|www\./i;

// No-break spaces and their like are spaces.
const BLANKS = /[^\S\n\t]+/g;

const decodeEntities = (text: string): string => {
  const once = ENTITY.test(text) ? decodeHTMLStrict(text) : text;
  // Some exports escape twice: "&amp;uuml;".
  return ENTITY.test(once) ? decodeHTMLStrict(once) : once;
};

// What people and programs write where there is nothing.
const NOTHING =
  /^(?:-{1,3}|[–—?/]|k\. ?a\.?|keine? ?(?:angaben?)?|ohne(?: angaben?)?|n\/a|n\.a\.|#n\/?[av]|null|none|nan|undefined|unbekannt|nicht (?:bekannt|vorhanden)|entfällt|s\.o\.)$/i;

/** A value of a source as it is compared and stored: NFC, without entities and invisible characters. */
export const cleanText = (value: string): CleanText => {
  const plain = decodeEntities(value.replace(AS_TEXT, '$1')).replace(LINE_TAG, '\n');
  const isGarbled = MOJIBAKE.test(plain);
  const repaired = isGarbled ? unread(plain) : undefined;
  const text = withoutInvisibleInText((repaired ?? plain).replace(/\r\n?/g, '\n').replace(CONTROL, ''))
    .normalize('NFC')
    .replace(BLANKS, ' ')
    .trim();
  return {
    text: NOTHING.test(text) ? '' : text,
    ...(repaired === undefined ? {} : { repairedFrom: value }),
    ...((isGarbled && repaired === undefined) ||
    text.includes('\ufffd') ||
    (LOST.test(text) && !ON_THE_WEB.test(text))
      ? { isDamaged: true }
      : {}),
  };
};
