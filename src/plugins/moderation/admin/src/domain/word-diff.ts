import { diffArrays } from 'diff';

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

// Words added and removed. The work grows with this times the length; texts that differ more are shown as replaced,
// apart from equal words at both ends.
const MOST_CHANGES = 1_500;

/**
 * Marks the words in which two texts differ: the longest common subsequence of words (E. W. Myers, 1986) stays
 * unmarked. The pieces of a side joined together are that side's text.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const left = before.match(TOKEN) ?? [];
  const right = after.match(TOKEN) ?? [];
  const marks = {
    left: Array<boolean>(left.length).fill(false),
    right: Array<boolean>(right.length).fill(false),
  };
  const changes = diffArrays(left, right, { maxEditLength: MOST_CHANGES }) ?? replaced(left, right);
  let [row, column] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (removed) marks.left.fill(true, row, row + count);
    if (added) marks.right.fill(true, column, column + count);
    if (!added) row += count;
    if (!removed) column += count;
  }
  return { before: pieces(left, marks.left), after: pieces(right, marks.right) };
}

interface Change {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** Everything between the equal words at both ends. */
function replaced(left: readonly string[], right: readonly string[]): Change[] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return [
    { added: false, removed: false, count: start },
    { added: false, removed: true, count: left.length - start - end },
    { added: true, removed: false, count: right.length - start - end },
    { added: false, removed: false, count: end },
  ];
}

// White space between two changed words is marked with them, since one mark for a phrase reads better than many.
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
