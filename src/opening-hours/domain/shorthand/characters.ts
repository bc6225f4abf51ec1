/** What a reader sees of a text, and its place there: from `start` up to `end`, which is not in it. */
export interface Character {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  minus: '-',
  shy: '',
  zwnj: '',
  zwj: '',
  amp: '&',
  quot: '"',
  apos: "'",
  bull: '•',
  middot: '·',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

// Tags begin something new on the page, or leave no more than a gap.
const NEW_LINE_TAG = /^\/?(?:br|p|li|ul|ol|dl|dt|tr|div|table|tbody|h[1-6])(?![a-z])/i;
const ANY_TAG = /^\/?[a-z]/i;

// The longest that is looked at; hours that are pasted with styles are more than we read anyway.
const LONGEST_TAG = 200;
const LONGEST_ENTITY = 10;

interface Written {
  readonly text: string;
  readonly length: number;
}

function tagAt(text: string, at: number): Written | undefined {
  const ahead = text.slice(at + 1, at + LONGEST_TAG);
  const end = ahead.indexOf('>');
  if (end < 0 || !ANY_TAG.test(ahead)) return undefined;
  return { text: NEW_LINE_TAG.test(ahead) ? '\n' : ' ', length: end + 2 };
}

function codePoint(name: string): string | undefined {
  const code = /^#x[0-9a-f]+$/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

function entityAt(text: string, at: number): Written | undefined {
  const ahead = text.slice(at + 1, at + LONGEST_ENTITY);
  const end = ahead.indexOf(';');
  if (end < 1) return undefined;
  const name = ahead.slice(0, end);
  const written = name.startsWith('#') ? codePoint(name) : ENTITIES[name];
  return written === undefined ? undefined : { text: written, length: end + 2 };
}

function writtenAt(text: string, at: number): Written {
  const first = text.charAt(at);
  const marked = first === '<' ? tagAt(text, at) : first === '&' ? entityAt(text, at) : undefined;
  if (marked) return marked;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { text: character, length: character.length };
}

const INVISIBLE = /^(?:\p{Cf}|[\uFE00-\uFE0F\u034F]|(?![\t\n\r\v\f\u0085])\p{Cc})$/u;
const LINE = /^[\n\r\v\f\u0085\u2028\u2029]$/;
const BLANK = /^\p{Z}$|^\t$/u;
const DASH = /^[\p{Pd}\u2212~\u301C\u2192]$/u;
const MARK = /^\p{M}$/u;

function seen(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (LINE.test(character)) return '\n';
  if (BLANK.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  // Full-width digits and the small ones of minutes ("8³⁰") as digits; U+2044 is what fractions become.
  return character.normalize('NFKC');
}

/**
 * The characters of a text as a reader sees them: entities and tags of HTML are what they mean, every dash is one,
 * what cannot be seen is not there, and letters are in one piece (NFKC).
 */
export function charactersOf(text: string): Character[] {
  const characters: Character[] = [];
  for (let at = 0; at < text.length;) {
    const written = writtenAt(text, at);
    const end = at + written.length;
    const before = characters.at(-1);
    if (MARK.test(written.text) && before && before.text.length === 1)
      characters[characters.length - 1] = {
        text: (before.text + written.text).normalize('NFKC'),
        start: before.start,
        end,
      };
    else for (const one of seen(written.text)) characters.push({ text: one, start: at, end });
    at = end;
  }
  return characters;
}
