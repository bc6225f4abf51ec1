type Fields = Readonly<Record<string, unknown>>;

/** One attribute of a document in its public and its submitted version. */
export interface FieldDifference {
  readonly name: string;
  readonly changed: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** One locale of a document: new, removed, changed or the same. */
export interface LocaleDifference {
  readonly locale: string;
  readonly status: 'added' | 'removed' | 'changed' | 'same';
  readonly fields: readonly FieldDifference[];
}

const said = (value: unknown): string => JSON.stringify(value ?? null);

/** Compares two versions of one locale attribute by attribute, in the order of `names`. */
export function differenceOf(
  locale: string,
  names: readonly string[],
  before: Fields | undefined,
  after: Fields | undefined,
): LocaleDifference {
  const fields = names.map((name) => ({
    name,
    changed: said(before?.[name]) !== said(after?.[name]),
    before: before?.[name] ?? null,
    after: after?.[name] ?? null,
  }));
  if (!before) return { locale, status: 'added', fields };
  if (!after) return { locale, status: 'removed', fields };
  return { locale, status: fields.some(({ changed }) => changed) ? 'changed' : 'same', fields };
}
