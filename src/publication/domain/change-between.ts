interface Row {
  readonly id: number;
  readonly locale: string | null;
  readonly updatedAt: number;
}

/** What became of the public side of a document, or `null` when nothing did. */
export type ChangeBetween = { action: 'published' | 'removed'; locales: (string | null)[] } | null;

const keyOf = ({ id, updatedAt }: Row): string => `${id}@${updatedAt}`;

const localesOf = (rows: readonly Row[]): (string | null)[] => [...new Set(rows.map(({ locale }) => locale))];

/** Compares what the public saw before a write with what it sees after it. */
export function changeBetween(before: readonly Row[], after: readonly Row[]): ChangeBetween {
  const was = new Set(before.map(keyOf));
  const same = before.length === after.length && after.every((row) => was.has(keyOf(row)));
  if (same) return null;
  if (after.length === 0) return { action: 'removed', locales: localesOf(before) };
  return { action: 'published', locales: localesOf(after) };
}
