type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const PARAGRAPHS: ReadonlySet<unknown> = new Set(['paragraph', 'heading', 'list-item', 'quote', 'code']);

/** The words of Strapi's blocks, one line per paragraph. */
function wordsOfBlocks(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOfBlocks).join('');
  if (!isNode(value)) return '';
  if (value['type'] === 'text') return typeof value['text'] === 'string' ? value['text'] : '';
  const inner = wordsOfBlocks(value['children']);
  return PARAGRAPHS.has(value['type']) ? `${inner}\n` : inner;
}

/** A text or blocks as plain text; anything else has no words. */
export const plainWords = (value: unknown): string =>
  (typeof value === 'string' ? value : wordsOfBlocks(value)).trim();

/** The values at a path of an entry, across lists: `topics.name`. */
export function valuesAt(entry: Node, path: string): unknown[] {
  let values: unknown[] = [entry];
  for (const name of path.split('.'))
    values = values.flatMap((value) => (isNode(value) ? [value[name]] : [])).flat();
  return values.filter((value) => value !== null && value !== undefined);
}
