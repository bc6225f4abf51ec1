/** What a form holds, by field. */
export type Values = Readonly<Record<string, unknown>>;

/** As in the server's `ContentVersion`: a digest a field, by locale. */
export type FormVersion = Readonly<Record<string, Readonly<Record<string, string>>>>;

// The form gives parts keys of its own, and a field that is emptied is `null`, '' or absent, as its input likes.
const said = (value: unknown): string =>
  JSON.stringify(value ?? null, (key, part: unknown) =>
    key === '__temp_key__' || key === 'id' || part === null || part === '' ? undefined : part,
  ) ?? 'null';

export const isSame = (one: unknown, other: unknown): boolean => said(one) === said(other);

/** The fields in which a form says something else than what it was given. */
export function changedNames(given: Values, values: Values): string[] {
  const names = [...new Set([...Object.keys(given), ...Object.keys(values)])];
  return names.filter((name) => !isSame(given[name], values[name]));
}

/** What a form shows after it was given newer content: that, and over it what was typed. */
export function withTyped(fresh: Values, typed: readonly string[], values: Values): Values {
  return { ...fresh, ...Object.fromEntries(typed.map((name) => [name, values[name]])) };
}

/**
 * The version that a form has shown after it was given newer content: that of the newer content, but for what was typed
 * into: nobody has looked there at what others wrote.
 */
export function seenAfter(
  old: FormVersion,
  fresh: FormVersion,
  locale: string,
  typed: readonly string[],
): FormVersion {
  const fields = { ...fresh[locale] };
  for (const name of typed) {
    const digest = old[locale]?.[name];
    if (digest === undefined) delete fields[name];
    else fields[name] = digest;
  }
  return { ...fresh, [locale]: fields };
}
