import { cleanText } from './clean-text';
import type { Note } from './notes';

/** The tags of an OSM element, or the properties of any GeoJSON feature. */
export type Tags = Readonly<Record<string, string>>;

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

// Where a line end parts two values.
const HAS_LINES = /^(?:addr:full|address|adresse|anschrift|(?:contact:)?(?:phone|mobile|fax|email|website))$/;

/**
 * Properties as tags, and what had to be put right in them. Nested values are no tags; the rest is clean, in one line, under
 * keys in lower case.
 */
export const tagsOf = (properties: Readonly<Record<string, unknown>>): { tags: Tags; notes: Note[] } => {
  const tags: Record<string, string> = {};
  const notes: Note[] = [];
  for (const [written, value] of Object.entries(properties)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) continue;
    const key = cleanText(written).text.toLowerCase();
    const { text, repairedFrom, isDamaged } = cleanText(String(value));
    if (key === '' || text === '' || (key in tags && key !== written)) continue;
    tags[key] = HAS_LINES.test(key) ? text : oneLine(text);
    if (repairedFrom !== undefined)
      notes.push({ code: 'text-repaired', field: key, found: repairedFrom, meant: text });
    if (isDamaged) notes.push({ code: 'text-damaged', field: key, found: text });
  }
  return { tags, notes };
};

/** The value of the first key that is there. */
export const firstOf = (tags: Tags, ...keys: string[]): string | undefined => {
  for (const key of keys) if (tags[key] !== undefined) return tags[key];
  return undefined;
};

/** The values of a multi-valued tag: `food;eggs`. */
export const valuesOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** An object without its undefined members; undefined where none is left. */
export const compact = <T extends object>(value: T): T | undefined => {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
};
