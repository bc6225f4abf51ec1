import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { dayInWords, inWords } from './in-words';

type Row = Readonly<Record<string, unknown>>;

/** A value with what it is called. */
export interface ShownValue {
  readonly label: string;
  readonly value: string;
}

// A page, not a book: all of it is in the file.
const LONGEST = 500;

/** `createdAt` as words, where the catalogue has none: created at. */
const spelledOut = (column: string): string =>
  column.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/_/g, ' ');

const DAY = /^\d{4}-\d\d-\d\d$/;

// Also of another context, as in tests.
const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

function valueInWords(value: unknown, language: Language): string {
  const { yes, no } = CATALOGUES[language].dataRights.values;
  if (isDate(value)) return inWords(value, language);
  if (typeof value === 'string' && DAY.test(value))
    return dayInWords(new Date(`${value}T12:00:00Z`), language);
  if (typeof value === 'boolean') return value ? yes : no;
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A row as people read it: what is empty is left out. */
export const shownRow = (row: Row, language: Language): ShownValue[] => {
  const { columns, codes } = CATALOGUES[language].dataRights;
  const labels: Readonly<Record<string, string>> = columns;
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = codes;
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([column, value]) => ({
      label: labels[column] ?? spelledOut(column),
      value:
        (typeof value === 'string' && Object.hasOwn(words[column] ?? {}, value)
          ? words[column]?.[value]
          : undefined) ?? valueInWords(value, language),
    }));
};

/** What data are called in short: of “Reports about listings: text, e-mail address” what precedes the details. */
export const shortName = (what: string): string => what.split(':')[0] ?? what;
