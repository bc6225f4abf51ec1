const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  );
};

/** Equal as JSON, whatever the order of members; undefined members do not count. */
export const sameJson = (a: unknown, b: unknown): boolean =>
  JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** The members of a source record that differ from the last import. */
export const changedMembers = <T extends object>(before: object, after: T): ReadonlySet<keyof T & string> => {
  const old = before as Record<string, unknown>;
  const young = after as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  return new Set(keys.filter((key) => !sameJson(old[key], young[key])) as (keyof T & string)[]);
};
