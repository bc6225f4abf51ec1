/** Where a value is in a document: names of fields, numbers of rows. */
export type Path = readonly (string | number)[];

/** A document, a group or a row of it, as the API takes and gives it. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether a place is in another, or the same. */
export const isWithin = (path: Path, around: Path): boolean =>
  around.every((part, at) => String(path[at]) === String(part));

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first text that is under one of these names; empty without one. */
export const textIn = (values: unknown, ...names: readonly string[]): string =>
  (isValues(values) ? names : [])
    .map((name) => (values as Values)[name])
    .find((value): value is string => typeof value === 'string') ?? '';

/** The value at a path; `null` where nothing is. */
export function valueAt(values: unknown, path: Path): unknown {
  const found = path.reduce<unknown>(
    (around, part) => (typeof around === 'object' && around !== null ? (around as never)[part] : undefined),
    values,
  );
  return found ?? null;
}

/** The same with another value at a path; groups on the way that are empty are made. */
export function withValueAt(values: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === 'number') {
    const rows: readonly unknown[] = Array.isArray(values) ? values : [];
    return rows.map((row, at) => (at === first ? withValueAt(row, rest, value) : row));
  }
  const around = isValues(values) ? values : {};
  return { ...around, [first]: withValueAt(around[first], rest, value) };
}
