import { decodeWindows1252 } from './windows-1252';

/** How the characters of a file are encoded, in the names of the Encoding Standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded =
  | {
      ok: true;
      text: string;
      encoding: Encoding;
      /** Lines of a UTF-8 file that are Windows-1252: two files were joined. */
      foreignLines: number[];
    }
  | { ok: false; problem: 'spreadsheet' | 'compressed' | 'encoding'; line: number };

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const decoded = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

const strict = new TextDecoder('utf-8', { fatal: true });
const asUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch (error) {
    if ((error as Error).name === 'TypeError') return undefined;
    throw error;
  }
};

// Letters of German texts are below U+0100: in UTF-16 every second byte is nearly always zero.
const SAMPLE = 2_000;
const wideEncoding = (bytes: Uint8Array): Encoding | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 1].map((odd) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(sample.length / 2, 1));
  if (odd > 0.6 && even < 0.1) return 'utf-16le';
  return even > 0.6 && odd < 0.1 ? 'utf-16be' : undefined;
};

const NEWLINE = 0x0a;
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const next = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(start, next);
    start = next;
  }
}

// Read as Windows-1252, umlauts of DOS code pages and of old Macs become such signs in the middle of words.
const OTHER_CODE_PAGE = /\p{L}[\u0081\u008d\u008f\u0090\u009d„”™Ž‡†…ŠšŸ€§]\p{L}/u;
const UMLAUT = /[äöüßÄÖÜé]/;

/** Line by line: what is valid UTF-8 is UTF-8, since other text is that only by a chance that does not occur. */
const mixed = (bytes: Uint8Array): Decoded => {
  const texts: string[] = [];
  const foreignLines: number[] = [];
  let isUtf8 = startsWith(bytes, 0xef, 0xbb, 0xbf);
  for (const line of linesOf(bytes)) {
    const text = asUtf8(line);
    if (text === undefined) foreignLines.push(texts.length + 1);
    else if (/[^\u0000-\u007f]/.test(text)) isUtf8 = true;
    texts.push(text ?? decodeWindows1252(line));
  }
  const foreign = foreignLines.map((line) => texts[line - 1] ?? '');
  const strange = foreignLines.find((line) => OTHER_CODE_PAGE.test(texts[line - 1] ?? ''));
  if (strange !== undefined && !foreign.some((line) => UMLAUT.test(line)))
    return { ok: false, problem: 'encoding', line: strange };
  return {
    ok: true,
    text: texts.join('').replace(/^\ufeff/, ''),
    encoding: isUtf8 ? 'utf-8' : 'windows-1252',
    foreignLines: isUtf8 ? foreignLines : [],
  };
};

/**
 * The text of a file in UTF-8, UTF-16 (with or without a byte order mark), Windows-1252 or Latin-1 (a part of it).
 * @returns a problem for what is no text or is encoded otherwise
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { ok: false, problem: 'spreadsheet', line: 1 };
  if (startsWith(bytes, 0x1f, 0x8b)) return { ok: false, problem: 'compressed', line: 1 };
  const wide = wideEncoding(bytes);
  if (wide) return { ok: true, text: decoded(bytes, wide), encoding: wide, foreignLines: [] };
  const text = asUtf8(bytes);
  return text === undefined ? mixed(bytes) : { ok: true, text, encoding: 'utf-8', foreignLines: [] };
};
