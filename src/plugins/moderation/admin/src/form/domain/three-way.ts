/** What a form holds, by field. */
export type Values = Readonly<Record<string, unknown>>;

/** As in the server's `ContentVersion`: a digest per field, by locale. */
export type FormVersion = Readonly<Record<string, Readonly<Record<string, string>>>>;

// The form adds its own keys to components, and an emptied field is `null`, '' or absent, depending on its input.
const said = (value: unknown): string =>
  JSON.stringify(value ?? null, (key, part: unknown) =>
    key === '__temp_key__' || key === 'id' || part === null || part === '' ? undefined : part,
  ) ?? 'null';

export const isSame = (one: unknown, other: unknown): boolean => said(one) === said(other);

/** The fields in which a form differs from what it was given. */
export function changedNames(given: Values, values: Values): string[] {
  const names = [...new Set([...Object.keys(given), ...Object.keys(values)])];
  return names.filter((name) => !isSame(given[name], values[name]));
}

/** What a form shows after receiving newer content: that content, with what was typed on top. */
export function withTyped(fresh: Values, typed: readonly string[], values: Values): Values {
  return { ...fresh, ...Object.fromEntries(typed.map((name) => [name, values[name]])) };
}

/**
 * The version that a form has shown after receiving newer content: the newer one, except for fields that were typed
 * into, where nobody has seen what others wrote.
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
