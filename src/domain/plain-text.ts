import { accept, refuse, type Checked } from './checked';
import { isWellFormed } from './whole-characters';

export interface TextShape {
  /** Line breaks and tabs are allowed. */
  multiline: boolean;
  /** In UTF-16 code units, after normalisation. */
  maximum: number;
  /** Keep white space at both ends (text nodes inside blocks). */
  keepEnds?: boolean;
}

// 255: Strapi stores `string` as varchar(255).
export const SHORT_TEXT: TextShape = { multiline: false, maximum: 255 };
// 20,000 characters are about seven printed pages.
export const LONG_TEXT: TextShape = { multiline: true, maximum: 20_000 };

// Where an HTML tokenizer leaves the text state (WHATWG 13.2.5.6): "<" before a letter, "/", "!" or "?".
const MARKUP = /<[a-z/!?][^>]{0,40}>?/i;

// Cc without \t and \n; line and paragraph separator; bidirectional overrides, which make text read differently from
// how it is stored; noncharacters.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character of a text that nobody sees and that does harm, as U+0007; line breaks and tabs are none. */
export const controlCharacterIn = (text: string): string | undefined => {
  const [found] = CONTROL.exec(text) ?? [];
  return found === undefined ? undefined : codePoint(found);
};

const normalise = (text: string, shape: TextShape): string => {
  const composed = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .normalize('NFC');
  return shape.keepEnds ? composed : composed.trim();
};

/**
 * Plain text: never HTML, no control characters, no lone surrogates; NFC, with \n line ends, trimmed.
 * "Preis < 5 €" and "I <3 Kiel" are plain text.
 */
export const checkPlainText = (value: unknown, shape: TextShape): Checked<string> => {
  if (typeof value !== 'string') return refuse('text-not-a-string');
  if (!isWellFormed(value)) return refuse('text-lone-surrogate');
  const text = normalise(value, shape);
  const control = controlCharacterIn(text);
  if (control) return refuse('text-control-character', { found: control });
  if (!shape.multiline && /[\n\t]/.test(text)) return refuse('text-line-break');
  const markup = MARKUP.exec(text);
  if (markup) return refuse('text-html', { found: markup[0] });
  if (text.length > shape.maximum)
    return refuse('text-too-long', { length: text.length, maximum: shape.maximum });
  return accept(text);
};
