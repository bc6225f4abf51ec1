/** A run of text and whether the other version has it too. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface WordDiff {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

// A word with its inner hyphens and apostrophes, a number, a run of white space, or one other character.
const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+|\s+|[\s\S]/gu;

// 2,000 × 2,000 words, 16 MB of table: longer texts than any listing has are shown as replaced between what is equal
// at both ends.
const LARGEST_TABLE = 4_000_000;

/**
 * Marks the words in which two texts differ: the longest common subsequence of words stays unmarked.
 * The pieces of a side, joined, are that side's text.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const left = before.match(TOKEN) ?? [];
  const right = after.match(TOKEN) ?? [];
  const start = commonStart(left, right);
  const end = commonEnd(left, right, start);
  const kept = commonWords(left.slice(start, left.length - end), right.slice(start, right.length - end));
  const marks = (length: number, inner: ReadonlySet<number>): boolean[] =>
    Array.from({ length }, (_, at) => at >= start && at < length - end && !inner.has(at - start));
  return {
    before: pieces(left, marks(left.length, kept.left)),
    after: pieces(right, marks(right.length, kept.right)),
  };
}

function commonStart(left: readonly string[], right: readonly string[]): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}

function commonEnd(left: readonly string[], right: readonly string[], start: number): number {
  const longest = Math.min(left.length, right.length) - start;
  let count = 0;
  while (count < longest && left[left.length - 1 - count] === right[right.length - 1 - count]) count += 1;
  return count;
}

interface Kept {
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

function commonWords(left: readonly string[], right: readonly string[]): Kept {
  const kept = { left: new Set<number>(), right: new Set<number>() };
  if (left.length * right.length > LARGEST_TABLE) return kept;
  const width = right.length + 1;
  const table = lengths(left, right, width);
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      kept.left.add(row++);
      kept.right.add(column++);
    } else if (at(table, (row + 1) * width + column) >= at(table, row * width + column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

/** Length of the longest common subsequence of the words from (row, column) on, for every such pair. */
function lengths(left: readonly string[], right: readonly string[], width: number): Uint16Array {
  const table = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      table[row * width + column] =
        left[row] === right[column]
          ? at(table, (row + 1) * width + column + 1) + 1
          : Math.max(at(table, (row + 1) * width + column), at(table, row * width + column + 1));
  return table;
}

const at = (table: Uint16Array, index: number): number => table[index] ?? 0;

// White space between two changed words is marked with them: one mark for a changed phrase reads better than many.
function pieces(tokens: readonly string[], changed: readonly boolean[]): Piece[] {
  const joined: Piece[] = [];
  tokens.forEach((text, index) => {
    const bridge = text.trim() === '' && changed[index - 1] === true && changed[index + 1] === true;
    const mark = changed[index] === true || bridge;
    const last = joined.at(-1);
    if (last?.changed === mark) joined[joined.length - 1] = { text: last.text + text, changed: mark };
    else joined.push({ text, changed: mark });
  });
  return joined;
}
