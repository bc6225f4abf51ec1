import { parse } from 'csv-parse/sync';

/** A row of a CSV file by our column names; unknown columns are left out. */
export type Row = Readonly<Record<string, string>>;

export interface CsvTable {
  rows: { line: number; row: Row }[];
  /** Columns of the file that were not recognised. */
  unknown: string[];
  /** Our columns that the file has. */
  columns: ReadonlySet<string>;
}

/** Our column names, each with the other spellings a file may use. Case, spaces, `-` and `_` do not matter. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

/** A file that is not the expected table; the message names the line or column and says what to do. */
export class TableError extends Error {
  override name = 'TableError';
}

const keyOf = (header: string): string =>
  header
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[\s_.:-]+/g, '');

const DELIMITERS = [';', ',', '\t'];

// The delimiter that occurs most often in the header line.
const delimiterOf = (text: string): string => {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
};

interface Parsed {
  record: string[];
  info: { lines: number };
}

const records = (text: string): Parsed[] => {
  try {
    // With `info`, csv-parse returns records with their lines; its types do not know that.
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Parsed[];
  } catch (cause) {
    throw new TableError(`The file is not valid CSV: ${(cause as Error).message}`, { cause });
  }
};

const columnOf = (header: string, names: ColumnNames): string | undefined => {
  const key = keyOf(header);
  return Object.keys(names).find((name) =>
    [name, ...(names[name] ?? [])].some((spelling) => keyOf(spelling) === key),
  );
};

/**
 * Parses CSV with a header line, separated by `,`, `;` or tabs, with or without a byte order mark. Rows may have too
 * few cells.
 */
export const csvTable = (text: string, names: ColumnNames): CsvTable => {
  const [header, ...rest] = records(text);
  if (!header) throw new TableError('The file is empty.');
  const columns = header.record.map((one) => columnOf(one, names));
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    row: Object.fromEntries(
      columns.flatMap((column, index) => {
        const value = record[index]?.trim();
        return column !== undefined && value ? [[column, value]] : [];
      }),
    ),
  }));
  return {
    rows,
    unknown: header.record.filter((_, index) => columns[index] === undefined),
    columns: new Set(columns.filter((column) => column !== undefined)),
  };
};
