import { isHarmless, type Fields, type Listed } from './listed';
import { shownEntries } from './shown-entries';

type Locales = Readonly<Record<string, { readonly fields: Fields }>>;

/** What an edit of a public document publishes immediately. */
export interface AutoApproval {
  /** What the edit changed and the public now sees: `hours`, `contact.phone`. */
  readonly paths: readonly string[];
  /** Whether no part of the edit has to wait. */
  readonly only: boolean;
  /** The parts of the draft that the public does not see yet: `summary`, `hours.note`. */
  readonly waiting: readonly string[];
  /** By locale, the attributes to write into the public version, without anything else from the draft. */
  readonly writes: Readonly<Record<string, Fields>>;
}

const said = (value: unknown): string => JSON.stringify(value ?? null);

const attributeOf = (path: string): string => path.split('.')[0] ?? '';
const fieldOf = (path: string): string | undefined => path.split('.')[1];

/** The listed paths of one attribute. */
interface Group {
  readonly name: string;
  readonly listed: readonly Listed[];
}

function groupsOf(listed: readonly Listed[]): Group[] {
  const names = [...new Set(listed.map(({ path }) => attributeOf(path)))];
  return names.map((name) => ({ name, listed: listed.filter(({ path }) => attributeOf(path) === name) }));
}

const isList = (...values: readonly unknown[]): boolean => values.some((value) => Array.isArray(value));
const entries = (value: unknown): readonly Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

const valueAt = (value: unknown, path: string): unknown => {
  const field = fieldOf(path);
  return field === undefined ? value : (value as Fields | null | undefined)?.[field];
};

/** The paths of a group that differ; a list counts as one path. */
function changedPaths({ name, listed }: Group, before: unknown, after: unknown): string[] {
  if (isList(before, after)) return said(before) === said(after) ? [] : [name];
  return listed
    .map(({ path }) => path)
    .filter((path) => said(valueAt(before, path)) !== said(valueAt(after, path)));
}

/** An attribute as the public may see it: from the draft where that needs no review, otherwise the reviewed value. */
function shownOf({ listed }: Group, draft: unknown, reviewed: unknown, changed: readonly string[]): unknown {
  if (isList(draft, reviewed)) return shownEntries(listed, entries(draft), entries(reviewed));
  return listed
    .filter(({ path }) => changed.includes(path))
    .filter((one) => isHarmless(one, valueAt(draft, one.path)))
    .reduce((shown, { path }) => {
      const field = fieldOf(path);
      const value = valueAt(draft, path) ?? null;
      return field === undefined ? value : { ...(shown as Fields | null), [field]: value };
    }, reviewed);
}

/** The part of an attribute that is not public: all of it, or some fields of a list. */
function unseenOf(name: string, group: Group | undefined, draft: unknown, shown: unknown): string[] {
  if (said(draft) === said(shown)) return [];
  const mine: readonly Fields[] = entries(draft);
  const theirs: readonly Fields[] = entries(shown);
  const fields = group?.listed.map(({ path }) => fieldOf(path)) ?? [];
  const differs = [...new Set(mine.flatMap(Object.keys))].filter(
    (field) => said(mine.map((entry) => entry[field])) !== said(theirs.map((entry) => entry[field])),
  );
  const isPartly =
    isList(draft) && mine.length === theirs.length && !differs.some((field) => fields.includes(field));
  return isPartly ? differs.map((field) => `${name}.${field}`) : [name];
}

/** The document without the listed paths. */
const restOf = (groups: readonly Group[], fields: Fields): Fields =>
  groups.reduce<Fields>((rest, { name, listed }) => {
    const value = fields[name];
    if (isList(value) || listed.some(({ path }) => path === name)) return { ...rest, [name]: null };
    const emptied = Object.fromEntries(listed.map(({ path }) => [fieldOf(path) ?? '', null]));
    return { ...rest, [name]: { ...(value as Fields | null), ...emptied } };
  }, fields);

/**
 * Whether an edit of a list adds nothing that needs review, and everything listed in it is public.
 * @param before, after the draft
 */
function isSettled({ listed }: Group, before: unknown, after: unknown, shown: unknown): boolean {
  if (!isList(before, after)) return true;
  const fields = listed.map(({ path }) => fieldOf(path));
  const columns = (value: unknown) =>
    entries(value).map((entry) => fields.map((field) => entry[field ?? ''] ?? null));
  const addsNothing = said(shownEntries(listed, entries(after), entries(before))) === said(after);
  return addsNothing && said(columns(shown)) === said(columns(after));
}

/**
 * Selects the parts of an edit that need no editor: the listed paths that this edit changed and that differ from the
 * public version. A text that has not been reviewed at its position is never included.
 * @param listed `pluginOptions.listing.moderation.autoApprove`
 * @param before, after the draft, by locale
 */
export function autoApproval(
  listed: readonly Listed[],
  before: Locales,
  after: Locales,
  published: Locales,
): AutoApproval {
  const groups = groupsOf(listed);
  const fieldsIn = (locales: Locales, locale: string): Fields => locales[locale]?.fields ?? {};
  const locales = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const writes: Record<string, Record<string, unknown>> = {};
  const changed = new Set<string>();
  const waiting = new Set<string>();
  let only = locales.every(
    (locale) =>
      said(restOf(groups, fieldsIn(before, locale))) === said(restOf(groups, fieldsIn(after, locale))),
  );
  for (const locale of locales) {
    const [old, draft] = [fieldsIn(before, locale), fieldsIn(after, locale)];
    // What is not public in this language is compared with the previous draft.
    const isPublic = locale in published && locale in after;
    const reviewed = isPublic ? fieldsIn(published, locale) : old;
    const shown: Record<string, unknown> = { ...reviewed };
    for (const group of groups) {
      const { name } = group;
      const paths = changedPaths(group, old[name], draft[name]);
      if (paths.length === 0) continue;
      shown[name] = shownOf(group, draft[name], reviewed[name], paths);
      const held = isList(draft[name])
        ? []
        : paths.filter((path) => said(valueAt(shown[name], path)) !== said(valueAt(draft[name], path)));
      if (held.length > 0 || !isSettled(group, old[name], draft[name], shown[name])) only = false;
      if (!isPublic || said(shown[name]) === said(reviewed[name])) continue;
      for (const path of paths) changed.add(path);
      writes[locale] = { ...writes[locale], [name]: shown[name] };
    }
    if (!isPublic) continue;
    for (const name of Object.keys(draft))
      for (const path of unseenOf(
        name,
        groups.find((group) => group.name === name),
        draft[name],
        shown[name],
      ))
        waiting.add(path);
  }
  const paths = [...changed];
  return { paths, only: only && paths.length > 0, waiting: [...waiting], writes };
}
