import { charactersOf, type Character } from './characters';

/** A number, a word (folded: small letters, umlauts as two), a sign, or the end of a line. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign' | 'line';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing is between this and what comes before it. */
  readonly glued: boolean;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** How words are compared: "März", "MÄRZ" and "Maerz" are one. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter);

function kindOf({ text }: Character): Token['kind'] | 'blank' {
  if (text === ' ') return 'blank';
  if (text === '\n') return 'line';
  if (text >= '0' && text <= '9') return 'number';
  return /\p{L}/u.test(text) ? 'word' : 'sign';
}

/** The tokens of a text, with their places in it. */
export function tokensOf(text: string): Token[] {
  const characters = charactersOf(text);
  const tokens: Token[] = [];
  let glued = false;
  for (let at = 0; at < characters.length;) {
    const first = characters[at] as Character;
    const kind = kindOf(first);
    let next = at + 1;
    // Digits and letters run on; each sign and each end of a line is one of its own.
    if (kind === 'number' || kind === 'word')
      while (next < characters.length && kindOf(characters[next] as Character) === kind) next += 1;
    if (kind !== 'blank') {
      const run = characters.slice(at, next);
      const written = run.map((one) => one.text).join('');
      tokens.push({
        kind,
        text: folded(written),
        start: first.start,
        end: run.at(-1)?.end ?? first.end,
        glued,
      });
    }
    glued = kind !== 'blank';
    at = next;
  }
  return tokens;
}
