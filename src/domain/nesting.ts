/** Levels of a JSON body: content with its components, texts and relations has about ten. */
export const MAX_NESTING = 48;

/**
 * Whether objects and lists lie within each other at most `levels` deep. Goes through the value level by level, so that
 * no nesting is too deep for it.
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
