// V8 quotes up to ten characters before the mistake, and says "..." where the quotation does not begin with the text.
const QUOTED = /, (\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON/;
const BEFORE = 10;

const offsetOf = (text: string, message: string): number | undefined => {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (/end of JSON input/.test(message)) return text.length;
  const [, cut, quoted] = QUOTED.exec(message) ?? [];
  const start = quoted === undefined ? -1 : text.indexOf(quoted);
  if (start < 0) return undefined;
  const token = /token '(.)'/.exec(message)?.[1] ?? '';
  return cut ? start + BEFORE : start + Math.max(quoted?.indexOf(token) ?? 0, 0);
};

/** The line of a mistake that `JSON.parse` complains about; undefined where its message does not tell. */
export const jsonErrorLine = (text: string, message: string): number | undefined => {
  const offset = offsetOf(text, message);
  return offset === undefined ? undefined : text.slice(0, offset).split('\n').length;
};

/** The complaint without the quotation, in one line. */
export const jsonErrorText = (message: string): string =>
  message.replace(/, (\.\.\.)?"[\s\S]*$/, '').replace(/\s+/g, ' ');
