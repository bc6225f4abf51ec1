/** Levels allowed in a JSON body; content with its components, texts and relations has about ten. */
export const MAX_NESTING = 48;

/**
 * Whether objects and lists are nested at most `levels` deep. Works level by level instead of recursively, so that no
 * nesting is too deep for it.
 */
export function isNestedWithin(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}
