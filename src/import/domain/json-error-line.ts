// V8 quotes up to ten characters before the mistake, preceded by "..." unless the quotation starts where the text does.
const QUOTATION = /, (\.\.\.)?"/;
const AFTER_QUOTATION = /"(?:\.\.\.)? is not valid JSON/;
const BEFORE = 10;

/** What the message quotes, and whether that starts in the middle of the text. */
function quotationOf(message: string): { cut: boolean; quoted: string } | undefined {
  const begin = QUOTATION.exec(message);
  if (!begin) return undefined;
  const rest = message.slice(begin.index + begin[0].length);
  const end = rest.search(AFTER_QUOTATION);
  return end < 0 ? undefined : { cut: begin[1] !== undefined, quoted: rest.slice(0, end) };
}

const offsetOf = (text: string, message: string): number | undefined => {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (/end of JSON input/.test(message)) return text.length;
  const quotation = quotationOf(message);
  const start = quotation ? text.indexOf(quotation.quoted) : -1;
  if (!quotation || start < 0) return undefined;
  const token = /token '(.)'/.exec(message)?.[1] ?? '';
  return quotation.cut ? start + BEFORE : start + Math.max(quotation.quoted.indexOf(token), 0);
};

/** The line of a mistake that `JSON.parse` complains about; undefined if its message does not reveal it. */
export const jsonErrorLine = (text: string, message: string): number | undefined => {
  const offset = offsetOf(text, message);
  return offset === undefined ? undefined : text.slice(0, offset).split('\n').length;
};

/** The complaint without the quotation, in one line. */
export const jsonErrorText = (message: string): string =>
  message.replace(/, (\.\.\.)?"[\s\S]*$/, '').replace(/\s+/g, ' ');
