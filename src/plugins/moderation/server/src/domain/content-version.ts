type Fields = Readonly<Record<string, unknown>>;

/** A document's content as one short digest per field, by locale. A type without locales has the single key `''`. */
export type ContentVersion = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One field of one locale. */
export interface FieldName {
  readonly locale: string;
  readonly field: string;
}

/** The version of some content: equal if the content is, no matter when and by whom it was written. */
export function versionOf(
  content: Readonly<Record<string, Fields>>,
  digest: (text: string) => string,
): ContentVersion {
  return mapFields(content, (value) => digest(JSON.stringify(value ?? null)));
}

/** The same version with other digests. */
export const withDigests = (version: ContentVersion, digest: (text: string) => string): ContentVersion =>
  mapFields(version, digest);

function mapFields<From, To>(
  content: Readonly<Record<string, Readonly<Record<string, From>>>>,
  change: (value: From) => To,
): Record<string, Record<string, To>> {
  return Object.fromEntries(
    Object.entries(content).map(([locale, fields]) => [
      locale,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)])),
    ]),
  );
}

/** The fields in which two versions differ; all fields of a locale that only one of them has. */
export function changedFields(before: ContentVersion, after: ContentVersion): FieldName[] {
  const locales = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return locales.flatMap((locale) => {
    const [was, is] = [before[locale] ?? {}, after[locale] ?? {}];
    const fields = [...new Set([...Object.keys(is), ...Object.keys(was)])];
    return fields.filter((field) => was[field] !== is[field]).map((field) => ({ locale, field }));
  });
}

/** `onto` with only the changes from `before` to `after`. */
export function withChanges(
  onto: ContentVersion,
  before: ContentVersion,
  after: ContentVersion,
): ContentVersion {
  const result: Record<string, Record<string, string>> = mapFields(onto, (digest) => digest);
  for (const { locale, field } of changedFields(before, after)) {
    const digest = after[locale]?.[field];
    const fields = (result[locale] ??= {});
    if (digest === undefined) delete fields[field];
    else fields[field] = digest;
  }
  return result;
}
