// With the u flag a pair is one character, so this matches only unpaired surrogates.
const LONE_SURROGATE = /\p{Surrogate}/u;

type Path = (string | number)[];

/** Whether it has only whole characters: no half of a surrogate pair, which JSON can write and UTF-8 cannot. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

/**
 * Where parsed JSON has half a character (RFC 7493, 2.1: no message should have any), in a value or a name.
 * @param value nested at most `MAX_NESTING` deep
 * @returns the names and positions that lead there; of a broken name, those that lead to it
 */
export function brokenTextIn(value: unknown): Path | undefined {
  if (typeof value === 'string') return isWellFormed(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (!isWellFormed(name)) return [];
    const path = brokenTextIn(inner);
    if (path) return [Array.isArray(value) ? Number(name) : name, ...path];
  }
  return undefined;
}
