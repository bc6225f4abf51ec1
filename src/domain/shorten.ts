// What people see as one character, whatever it is made of: an emoji of a family, a letter with its accents.
const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const END = '…';

/** As many whole characters as fit. */
function beginning(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of CHARACTERS.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * A text on one line that is not longer than it may be, ended at a word where there is one and never inside a character
 * (UAX 29).
 * @param most in UTF-16 code units, with the sign that something is missing
 */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // More is not looked at: a character can be as long as the text.
  const begun = beginning(line.slice(0, most + 1), most - ` ${END}`.length);
  const blank = begun.lastIndexOf(' ');
  const isAtWord = line.charAt(begun.length) === ' ';
  if (isAtWord) return `${begun} ${END}`;
  return blank > 0 ? `${begun.slice(0, blank)} ${END}` : `${begun}${END}`;
}
