import type { Position } from './map-frame';

export interface HoursEntry {
  readonly service: string;
  readonly rule: string;
  readonly validFrom: string | null;
  readonly validThrough: string | null;
  readonly note: string | null;
}

export interface Picture {
  readonly url: string | null;
  readonly name: string | null;
  readonly alternativeText: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** One labelled value inside a component. */
export interface Part {
  readonly name: string;
  readonly value: unknown;
}

/** How a review shows a value. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'term'; readonly value: string }
  | { readonly kind: 'money'; readonly minorUnits: number }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'position'; readonly position: Position }
  | { readonly kind: 'hours'; readonly entries: readonly HoursEntry[] }
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'parts'; readonly groups: readonly (readonly Part[])[] };

type Row = Readonly<Record<string, unknown>>;

// Attributes that hold an amount in minor units, in any type or component.
const MONEY = ['price', 'goal', 'minimumAmount'];

const NOTHING: Shown = { kind: 'nothing' };

/**
 * Decides how a value is shown by its attribute and its shape, so that unknown content types are shown too.
 * @param type the attribute's type in the schema
 */
export function shownAs(name: string, type: string, value: unknown): Shown {
  if (isEmpty(value)) return NOTHING;
  if (type === 'media') return { kind: 'pictures', pictures: rowsOf(value).map(pictureOf) };
  if (type === 'relation') return { kind: 'list', lines: rowsOf(value).map(titleOf) };
  if (type === 'blocks') return { kind: 'text', text: blocksText(value) };
  if (typeof value === 'boolean') return { kind: 'flag', value };
  if (typeof value === 'number' && MONEY.includes(name)) return { kind: 'money', minorUnits: value };
  if (typeof value === 'string') return shownString(type, value);
  if (typeof value === 'object' && value !== null) return shownObject(value);
  return { kind: 'text', text: String(value) };
}

function shownString(type: string, value: string): Shown {
  if (type === 'date') return { kind: 'day', day: value };
  if (type === 'datetime') return { kind: 'time', time: value };
  if (type === 'enumeration') return { kind: 'term', value };
  return { kind: 'text', text: value };
}

function shownObject(value: object): Shown {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return { kind: 'list', lines: value.map(String) };
  const rows = rowsOf(value);
  const [first] = rows;
  if (!first) return NOTHING;
  if (rows.every((row) => typeof row.rule === 'string')) return { kind: 'hours', entries: rows.map(hoursOf) };
  if (!Array.isArray(value) && isPosition(first)) return { kind: 'position', position: first };
  if ('image' in first) return { kind: 'pictures', pictures: rows.map(pictureOf) };
  return { kind: 'parts', groups: rows.map(partsOf) };
}

/** Whether a reader would call it empty: no value, an empty text or list, or a component without any value. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return (
    typeof value === 'object' && Object.entries(value).every(([key, part]) => hidden(key) || isEmpty(part))
  );
}

const hidden = (key: string): boolean => key === 'id' || key.startsWith('__');

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value : [value]) as Row[];

const stringOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

function isPosition(row: Row): row is Row & { latitude: number; longitude: number } {
  return typeof row.latitude === 'number' && typeof row.longitude === 'number';
}

function hoursOf(row: Row): HoursEntry {
  return {
    service: stringOf(row.service) ?? '',
    rule: stringOf(row.rule) ?? '',
    validFrom: stringOf(row.validFrom),
    validThrough: stringOf(row.validThrough),
    note: stringOf(row.note),
  };
}

function pictureOf(row: Row): Picture {
  const file = (row.image ?? row) as Row;
  return {
    url: stringOf(file.url),
    name: stringOf(file.name),
    alternativeText: stringOf(row.alternativeText) ?? stringOf(file.alternativeText),
    caption: stringOf(row.caption) ?? stringOf(file.caption),
    credit: stringOf(row.credit),
  };
}

const titleOf = (row: Row): string =>
  stringOf(row.title) ?? stringOf(row.name) ?? stringOf(row.documentId) ?? '';

function partsOf(row: Row): Part[] {
  return Object.entries(row)
    .filter(([key, value]) => !hidden(key) && !isEmpty(value))
    .map(([name, value]) => ({ name, value }));
}

/** The plain text of Strapi's blocks, one line per paragraph. */
function blocksText(value: unknown): string {
  if (typeof value === 'string') return value;
  return rowsOf(value)
    .map((block) => (Array.isArray(block.children) ? inlineText(block.children as Row[]) : ''))
    .join('\n');
}

function inlineText(children: readonly Row[]): string {
  return children
    .map((child) => {
      if (typeof child.text === 'string') return child.text;
      return Array.isArray(child.children) ? inlineText(child.children as Row[]) : '';
    })
    .join('');
}
