type Fields = Readonly<Record<string, unknown>>;
type Locales = Readonly<Record<string, { readonly fields: Fields }>>;

const said = (value: unknown): string => JSON.stringify(value ?? null);

const at = (fields: Fields, path: string): unknown => {
  const [name = '', inner] = path.split('.');
  const value = fields[name];
  return inner === undefined ? value : (value as Fields | null)?.[inner];
};

const withPath = (fields: Fields, path: string, value: unknown): Fields => {
  const [name = '', inner] = path.split('.');
  if (inner === undefined) return { ...fields, [name]: value };
  return { ...fields, [name]: { ...(fields[name] as Fields | null), [inner]: value } };
};

const without = (fields: Fields, paths: readonly string[]): Fields =>
  paths.reduce<Fields>((rest, path) => withPath(rest, path, null), fields);

/** What an edit of a public document makes public at once. */
export interface AutoApproval {
  /** The listed paths that the edit changed in any locale. */
  readonly paths: readonly string[];
  /** The edit changed nothing but these. */
  readonly only: boolean;
  /** By locale, the attributes of the public version to write, with nothing else of the draft in them. */
  readonly writes: Readonly<Record<string, Fields>>;
}

/**
 * Picks out of an edit what needs no editor: the listed paths that this edit changed, and only where the public version
 * says something else.
 * @param listed `pluginOptions.moderation.autoApprove`
 */
export function autoApproval(
  listed: readonly string[],
  before: Locales,
  after: Locales,
  published: Locales,
): AutoApproval {
  const locales = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fieldsIn = (locales_: Locales, locale: string): Fields => locales_[locale]?.fields ?? {};
  const paths = listed.filter((path) =>
    locales.some(
      (locale) => said(at(fieldsIn(before, locale), path)) !== said(at(fieldsIn(after, locale), path)),
    ),
  );
  const rest = (locales_: Locales, locale: string): string =>
    said(without(fieldsIn(locales_, locale), listed));
  const only = paths.length > 0 && locales.every((locale) => rest(before, locale) === rest(after, locale));
  const writes: Record<string, Fields> = {};
  for (const locale of Object.keys(published)) {
    if (!(locale in after)) continue;
    const write = writeFor(paths, fieldsIn(after, locale), fieldsIn(published, locale));
    if (Object.keys(write).length > 0) writes[locale] = write;
  }
  return { paths: Object.keys(writes).length > 0 ? paths : [], only: only && paths.length > 0, writes };
}

function writeFor(paths: readonly string[], draft: Fields, published: Fields): Fields {
  const changed = paths.filter((path) => said(at(draft, path)) !== said(at(published, path)));
  const copied = changed.reduce<Fields>((fields, path) => withPath(fields, path, at(draft, path)), published);
  return Object.fromEntries(
    changed.map((path) => path.split('.')[0] ?? '').map((name) => [name, copied[name]]),
  );
}
