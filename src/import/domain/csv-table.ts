import { cleanText } from './clean-text';
import { csvRecords, type CsvRecord } from './csv-records';
import type { Note } from './notes';
import type { Row } from './row';
import { oneLine } from './tags';
import { WEEKDAY_COLUMNS } from './weekday-columns';

export interface TableRow {
  /** From 1; the header has a line too. */
  line: number;
  row: Row;
  /** The values as they are in the file, by our column names. */
  raw: Row;
  notes: readonly Note[];
  /** The row is damaged, so no value of it can be trusted. */
  damage?: Note;
  /** How many rows from this one may be a single one that line ends have broken. */
  parts?: number;
}

export interface CsvTable {
  rows: TableRow[];
  /** Columns of the file that were not recognised. */
  unknown: string[];
  /** Our columns that the file has. */
  columns: ReadonlySet<string>;
  /** Lines before the header: titles of the table. */
  skipped: string[];
  /** Lines below it that are no row: titles of a part, a sum, a footnote. */
  remarks: string[];
}

/** Our column names, each with the other spellings a file may use. Case and signs do not matter. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

// "Straße (mit Hausnr.)", "Name *": what is in brackets explains.
const keyOf = (header: string): string =>
  cleanText(header)
    .text.toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[äöüß]/g, (letter) => SPELLED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');

const DELIMITERS = [';', ',', '\t', '|'];
// Spreadsheets write the delimiter into a first line that is not part of the table.
const SEPARATOR_LINE = /^sep=(.)\n/i;

// The delimiter that occurs most often outside quotes in the first line that has any.
const delimiterOf = (text: string): string => {
  const lines = text.split('\n', 20).map((line) => line.replace(/"[^"]*"/g, ''));
  const header = lines.find((line) => DELIMITERS.some((one) => line.includes(one))) ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
};

/** Several values in one cell are read; of these columns, "Telefon 2" is another one. */
const LISTS: ReadonlySet<string> = new Set([
  ...['phone', 'mobile', 'fax', 'email', 'website', 'category'],
  ...WEEKDAY_COLUMNS,
]);

/** In an address a line end parts its parts. */
const ADDRESS: ReadonlySet<string> = new Set(['address', 'street']);

const columnOf = (header: string, names: ColumnNames): string | undefined => {
  const key = keyOf(header);
  const named = (given: string): string | undefined =>
    Object.keys(names).find((name) =>
      [name, ...(names[name] ?? [])].some((spelling) => keyOf(spelling) === given),
    );
  const column = named(key);
  if (column !== undefined || key === '') return column;
  const numbered = named(key.replace(/\d$/, ''));
  if (numbered !== undefined && LISTS.has(numbered)) return numbered;
  // "Betrieb / Firma": two words for one thing.
  const words = new Set(
    header.split(/[/|]/).map((word) => (keyOf(word) === '' ? undefined : named(keyOf(word)))),
  );
  return words.size === 1 ? [...words][0] : undefined;
};

const HOUSE_NUMBER = /^(?:nr|nummer|hnr|no)$/;

/** The columns of a header. Beside a street, "Nr." is the house number and not the number of the row. */
const columnsOf = (header: readonly string[], names: ColumnNames): (string | undefined)[] => {
  const columns = header.map((one) => columnOf(one, names));
  return columns.map((column, at) =>
    columns[at - 1] === 'street' && HOUSE_NUMBER.test(keyOf(header[at] ?? '')) ? 'houseNumber' : column,
  );
};

const textOf = ({ cells }: CsvRecord): string => oneLine(cells.filter(Boolean).join(' '));

const isBlank = ({ cells, isOpen }: CsvRecord): boolean => !isOpen && cells.every((cell) => cell === '');

// Where titles may stand before the header.
const LAST_HEADER = 10;

/**
 * The header is the row that names most of our columns, since registers begin with titles, and over the header there may be
 * one that names groups of columns ("Anschrift", "Telefon").
 */
const headerAt = (records: readonly CsvRecord[], names: ColumnNames): number => {
  const named = records
    .slice(0, LAST_HEADER)
    .map(({ cells }) => new Set(columnsOf(cells, names).filter((column) => column !== undefined)).size);
  const most = Math.max(...named);
  return most >= 2 ? named.indexOf(most) : 0;
};

// What begins the last line of a list; beside it are only numbers.
const SUM = /^(?:(?:gesamt)?(?:summe|zahl|anzahl)|gesamt|insgesamt|total|zusammen) ?:?$/i;
// A row with so few columns may hold one value.
const NARROW = 4;

/**
 * Whether a record of full width is no row: "Stadtbezirk Nord" alone, "Summe: 60 Betriebe". A spreadsheet writes all its
 * cells; a record with fewer may be the end of a broken row.
 */
const isRemark = ({ cells, isOpen }: CsvRecord, width: number): boolean => {
  if (isOpen || width < NARROW || cells.length < width) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first = '', ...others] = filled;
  return others.length === 0 || (SUM.test(first.trim()) && others.every((cell) => /^\d/.test(cell.trim())));
};

interface Values {
  row: Record<string, string>;
  raw: Record<string, string>;
  notes: Note[];
}

// Where the value is in a row above, and which row that is depends on how the list was sorted.
const ELSEWHERE =
  /^(?:(?:siehe|s\.|wie) ?(?:oben|o\.|vor|vorher|vorige zeile|vorzeile)|dto\.?|dito|ditto|desgl(?:\.|eichen)|ebenda|ebd\.|"|-"-|''|〃)$/i;

const add = ({ row, raw, notes }: Values, column: string, value: string): void => {
  const { text: clean, repairedFrom, isDamaged } = cleanText(value);
  const text = LISTS.has(column) || ADDRESS.has(column) ? clean : oneLine(clean);
  if (text === '') return;
  if (ELSEWHERE.test(text) && !WEEKDAY_COLUMNS.includes(column)) {
    notes.push({ code: 'value-elsewhere', field: column, found: text });
    return;
  }
  if (repairedFrom !== undefined)
    notes.push({ code: 'text-repaired', field: column, found: repairedFrom, meant: text });
  if (isDamaged) notes.push({ code: 'text-damaged', field: column, found: text });
  const earlier = row[column];
  if (earlier === undefined || earlier === text) {
    row[column] = text;
    raw[column] = value;
  } else if (LISTS.has(column)) row[column] = `${earlier}; ${text}`;
  else notes.push({ code: 'column-twice', field: column, found: text });
};

const valuesOf = ({ cells, hasLooseQuotes }: CsvRecord, columns: readonly (string | undefined)[]): Values => {
  const values: Values = { row: {}, raw: {}, notes: [] };
  columns.forEach((column, at) => {
    const value = cells[at];
    if (column !== undefined && value) add(values, column, value);
  });
  if (hasLooseQuotes) values.notes.push({ code: 'quotes-loose' });
  return values;
};

// A row that people break at its line ends has few of them.
const MOST_PARTS = 5;

/**
 * How many records from here may be one row that was broken by line ends outside quotes: each has too few cells, and
 * together they have those of a row and one more for each break. A file may also leave out empty cells at the end of a
 * row, so the sum alone does not say so.
 */
const partsFrom = (records: readonly CsvRecord[], at: number, width: number): number => {
  let cells = records[at]?.cells.length ?? 0;
  for (let count = 2; count <= MOST_PARTS; count += 1) {
    const next = records[at + count - 1];
    if (!next || next.isOpen || cells >= width || next.cells.length >= width) return 1;
    cells += next.cells.length - 1;
    if (cells === width) return count;
  }
  return 1;
};

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1;

/**
 * Reads CSV with a header line, separated by `,`, `;`, `|` or tabs. Rows may have too few cells; blank rows are skipped.
 * @returns undefined if there is no row at all
 */
export const csvTable = (whole: string, names: ColumnNames): CsvTable | undefined => {
  const lines = whole.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = SEPARATOR_LINE.exec(lines);
  const text = separator ? lines.slice(separator[0].length) : lines;
  const delimiter = separator?.[1] ?? delimiterOf(text);
  const shift = separator ? 1 : 0;
  const records = [...csvRecords(text, delimiter)].filter((record) => !isBlank(record));
  const at = headerAt(records, names);
  const header = records[at];
  if (!header) return undefined;
  const columns = columnsOf(header.cells, names);
  // A spreadsheet may have empty columns at its right end.
  const width = lastFilled(header.cells);
  const below = records.slice(at + 1);
  const list = below.filter((record) => !isRemark(record, width));
  const rows = list.map((record, index): TableRow => {
    const line = record.line + shift;
    const found = lastFilled(record.cells);
    const parts = record.isOpen ? 1 : partsFrom(list, index, width);
    const damage: Note | undefined = record.isOpen
      ? { code: 'quote-open', line }
      : found > width
        ? {
            code: 'cells-too-many',
            line,
            found: String(found),
            expected: String(width),
            meant: delimiter === '\t' ? 'Tab' : delimiter,
          }
        : undefined;
    return {
      line,
      ...valuesOf(record, columns),
      ...(damage ? { damage } : {}),
      ...(parts > 1 ? { parts } : {}),
    };
  });
  return {
    rows,
    unknown: header.cells.filter((cell, index) => cell !== '' && columns[index] === undefined),
    columns: new Set(columns.filter((column) => column !== undefined)),
    skipped: records.slice(0, at).map(textOf),
    remarks: below.filter((record) => isRemark(record, width)).map(textOf),
  };
};

export interface NamedRows {
  rows: TableRow[];
  unknown: string[];
  columns: ReadonlySet<string>;
}

/** Objects whose members are named as columns of a table: a register that was exported as GeoJSON. */
export const namedRows = (
  objects: readonly Readonly<Record<string, string>>[],
  names: ColumnNames,
): NamedRows => {
  const header = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const columns = columnsOf(header, names);
  const rows = objects.map((one, index): TableRow => {
    const cells = header.map((name) => one[name] ?? '');
    return {
      line: index + 1,
      ...valuesOf({ cells, line: index + 1, isOpen: false, hasLooseQuotes: false }, columns),
    };
  });
  return {
    rows,
    unknown: header.filter((_name, at) => columns[at] === undefined),
    columns: new Set(columns.filter((column) => column !== undefined)),
  };
};
