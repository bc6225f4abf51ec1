import { isEntry, STRAPI_ATTRIBUTES } from '#src/platform/strapi/schema';

type Entry = Readonly<Record<string, unknown>>;

// Row numbers change with every publish, and the rest says nothing that the listing itself does not.
const INNER: ReadonlySet<string> = new Set([
  // a document is named by its id
  ...[...STRAPI_ATTRIBUTES].filter((name) => name !== 'documentId'),
  // of files
  ...[
    'hash',
    'provider',
    'provider_metadata',
    'folderPath',
    'previewUrl',
    'related',
    'size',
    'ext',
    'name',
    'formats',
  ],
]);

const isFile = (entry: Entry): boolean => 'mime' in entry && 'url' in entry;

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (!isEntry(value)) return value;
  const hidden = (name: string): boolean =>
    isFile(value) ? INNER.has(name) && name !== 'formats' : INNER.has(name) && name !== 'name';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !hidden(name))
      .map(([name, inner]) => [name, name === 'formats' ? formatsOf(inner) : cleaned(inner)]),
  );
}

/** The smaller versions of a picture: address and size. */
const formatsOf = (value: unknown): unknown =>
  isEntry(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, format]) =>
          isEntry(format)
            ? [[name, { url: format['url'], width: format['width'], height: format['height'] }]]
            : [],
        ),
      )
    : null;

// `url` is where people read the listing, of every type and everywhere.
const SHOWN_AS: Readonly<Record<string, string>> = { url: 'website' };

/** Attributes under the names by which the directory shows them: an offer's own web address is its `website`. */
export const shownNames = <Value>(attributes: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [SHOWN_AS[name] ?? name, value]));

/** Everything of an entry that its page shows: no row numbers, and only the listing's own dates. */
export function shownEntry(entry: Entry): Entry {
  const { id: _id, localizations: _localizations, ...rest } = entry;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, cleaned(value)]));
}

/** Without nulls at any depth. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isEntry(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => inner !== null && inner !== undefined && name !== 'documentId')
      .map(([name, inner]) => [name, withoutNulls(inner)]),
  );
}

/** The named attributes, as a hit in a list shows them. */
export const shownInHit = (entry: Entry, names: readonly string[]): Entry =>
  withoutNulls(Object.fromEntries(names.map((name) => [name, cleaned(entry[name])]))) as Entry;
