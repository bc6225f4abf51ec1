import { withoutInvisibleInText } from './invisible-characters';

// Line and paragraph separators, vertical tabs and form feeds are line ends of word processors and PDF files.
const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * What people write to the desk, or the desk to them, as they meant it: without what nobody sees and what changes the
 * reading direction, in NFC, trimmed. Nobody is turned away for a character that came along with a copied text.
 */
export const writtenText = (text: string): string =>
  withoutInvisibleInText(text.replace(LINE_END, '\n').replace(CONTROL, '')).normalize('NFC').trim();

/** The same on one line, as a name is. */
export const writtenLine = (text: string): string => writtenText(text).replace(/\s+/g, ' ');
