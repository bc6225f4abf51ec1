type Component = Record<string, unknown>;

// A row's own identity and what Strapi adds to it are no facts.
const NOT_FACTS = new Set(['id', 'documentId', '__component', '__temp_key__']);

/** A file stands for itself: its id, whatever else of it was loaded. */
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

/** Do two rows state the same facts, whatever their texts? */
export const sameFacts = (a: Component, b: Component, textKeys: ReadonlySet<string>): boolean =>
  JSON.stringify(comparable(factsOf(a, textKeys))) === JSON.stringify(comparable(factsOf(b, textKeys)));

// First the rows with equal facts; then, in order, what is left on both sides: an edited row keeps its translation.
const pair = (
  source: Component[],
  target: Component[],
  textKeys: ReadonlySet<string>,
): (Component | undefined)[] => {
  const left = [...target];
  const take = (index: number): Component | undefined => (index < 0 ? undefined : left.splice(index, 1)[0]);
  const equal = source.map((row) => take(left.findIndex((other) => sameFacts(row, other, textKeys))));
  return equal.map((match) => match ?? left.shift());
};

/**
 * The rows of a localized component in one locale, after its facts were changed in another one: facts are the
 * source's; a matched row keeps its own texts and id, a new row copies the source's texts, the rest goes.
 * @param textKeys attributes that are texts of their locale
 */
export const mergeFacts = (
  source: readonly Component[],
  target: readonly Component[],
  textKeys: ReadonlySet<string>,
): Component[] => {
  const matches = pair([...source], [...target], textKeys);
  return source.map((row, index) => {
    const match = matches[index];
    const { id: _sourceId, ...copy } = row;
    if (!match) return copy;
    const texts = Object.fromEntries(Object.entries(match).filter(([key]) => textKeys.has(key)));
    return { ...copy, ...texts, ...(match.id === undefined ? {} : { id: match.id }) };
  });
};
