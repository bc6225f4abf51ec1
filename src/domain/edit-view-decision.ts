/** What the content manager stores about a type or component, as far as we compare it. */
export interface StoredView {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, unknown>>;
  readonly layouts: {
    readonly edit: readonly (readonly { readonly name: string; readonly size: number }[])[];
    readonly list: readonly string[];
  };
}

/** What was applied at an earlier start: our data at that time, and what Strapi stored as a result. */
export interface AppliedView {
  readonly view: unknown;
  readonly result: StoredView;
}

export type EditViewDecision =
  | { readonly apply: true; readonly reason: 'never-applied' | 'view-changed' }
  | { readonly apply: false; readonly reason: 'arranged-by-hand' | 'unchanged' };

/**
 * Decides whether our arrangement of a form may be written. What an editor has rearranged since then stays. Strapi adds
 * new attributes to its stored view before we look, so only fields and settings known to both sides are compared.
 */
export function decideEditView(
  view: unknown,
  stored: StoredView,
  applied: AppliedView | undefined,
): EditViewDecision {
  if (!applied) return { apply: true, reason: 'never-applied' };
  if (!sameArrangement(stored, applied.result)) return { apply: false, reason: 'arranged-by-hand' };
  // The order of keys counts here: it is the order of the fields in a row.
  return JSON.stringify(view) === JSON.stringify(applied.view)
    ? { apply: false, reason: 'unchanged' }
    : { apply: true, reason: 'view-changed' };
}

function sameArrangement(left: StoredView, right: StoredView): boolean {
  const fields = commonKeys(left.metadatas, right.metadatas);
  const settings = commonKeys(left.settings, right.settings);
  return sameJson(
    [arrangement(left, fields), pick(left.settings, settings)],
    [arrangement(right, fields), pick(right.settings, settings)],
  );
}

function arrangement({ metadatas, layouts }: StoredView, fields: readonly string[]): unknown {
  const edit = layouts.edit
    .map((row) => row.filter(({ name }) => fields.includes(name)).map(({ name, size }) => [name, size]))
    .filter((row) => row.length > 0);
  return [pick(metadatas, fields), edit, layouts.list.filter((name) => fields.includes(name))];
}

function commonKeys(left: object, right: object): string[] {
  return Object.keys(left)
    .filter((key) => key in right)
    .sort();
}

function pick(record: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown[] {
  return keys.map((key) => [key, record[key]]);
}

// Keys are sorted: Strapi merges what it stored with its defaults, which moves keys around.
function sameJson(left: unknown, right: unknown): boolean {
  return JSON.stringify(left, sortedKeys) === JSON.stringify(right, sortedKeys);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
