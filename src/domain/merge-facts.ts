type Component = Record<string, unknown>;

// A row's identity and what Strapi adds to it are not facts.
const NOT_FACTS = new Set(['id', 'documentId', '__component', '__temp_key__']);

/** A file is compared by its id, however much of it was loaded. */
const comparable = (value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value as Component);
  if ('mime' in value && 'id' in value) return value.id;
  return Object.fromEntries(
    entries
      .filter(([key]) => !NOT_FACTS.has(key))
      .map(([key, one]): [string, unknown] => [key, comparable(one)])
      .filter(([, one]) => one !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

const factsOf = (row: Component, textKeys: ReadonlySet<string>): Component =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !textKeys.has(key) && !NOT_FACTS.has(key)));

/** Whether two rows state the same facts, whatever their texts. */
const sameFacts = (a: Component, b: Component, textKeys: ReadonlySet<string>): boolean =>
  JSON.stringify(comparable(factsOf(a, textKeys))) === JSON.stringify(comparable(factsOf(b, textKeys)));

/** How many of the facts stated in either row are the same in both. */
const sharedFacts = (
  a: Component,
  b: Component,
  textKeys: ReadonlySet<string>,
): { shared: number; stated: number } => {
  const [ofA, ofB] = [a, b].map((row) => (comparable(factsOf(row, textKeys)) ?? {}) as Component);
  const keys = [...new Set([...Object.keys(ofA ?? {}), ...Object.keys(ofB ?? {})])];
  const shared = keys.filter((key) => JSON.stringify(ofA?.[key]) === JSON.stringify(ofB?.[key]));
  return { shared: shared.length, stated: keys.length };
};

// An edited row still shares a fact with its old self; a row with only one fact may have changed entirely.
const editedIndex = (row: Component, left: readonly Component[], textKeys: ReadonlySet<string>): number => {
  const counts = left.map((other) => sharedFacts(row, other, textKeys));
  const most = Math.max(0, ...counts.map(({ shared }) => shared));
  return counts.findIndex(({ shared, stated }) => shared === most && (shared > 0 || stated <= 1));
};

// First rows with equal facts are paired, then edited rows with their translations; what is left is new.
const pair = (
  source: Component[],
  target: Component[],
  textKeys: ReadonlySet<string>,
): (Component | undefined)[] => {
  const left = [...target];
  const take = (index: number): Component | undefined => (index < 0 ? undefined : left.splice(index, 1)[0]);
  const equal = source.map((row) => take(left.findIndex((other) => sameFacts(row, other, textKeys))));
  return equal.map((match, index) => match ?? take(editedIndex(source[index] ?? {}, left, textKeys)));
};

/**
 * The rows of a localized component in one locale after its facts were changed in another: facts come from the source,
 * a matched row keeps its own texts and id, a new row has neither, and all other rows are removed.
 * @param textKeys attributes whose texts belong to one locale
 * @param needed those of them a row cannot do without: a new row has the source's until it is translated
 */
export const mergeFacts = (
  source: readonly Component[],
  target: readonly Component[],
  textKeys: ReadonlySet<string>,
  needed: ReadonlySet<string> = new Set(),
): Component[] => {
  const matches = pair([...source], [...target], textKeys);
  return source.map((row, index) => {
    const match = matches[index];
    const { id: _sourceId, ...copy } = row;
    if (!match)
      return Object.fromEntries(
        Object.entries(copy).filter(([key]) => !textKeys.has(key) || needed.has(key)),
      );
    const texts = Object.fromEntries(Object.entries(match).filter(([key]) => textKeys.has(key)));
    return { ...copy, ...texts, ...(match.id === undefined ? {} : { id: match.id }) };
  });
};
