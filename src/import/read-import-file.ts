import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { DEFAULT_LANGUAGE, type Language } from '../languages/language';
import type { RulePlace } from '../domain/opening-rule';
import type { LocalDistricts, PlaceTable } from '../domain/places';
import { readCurated, readDrafts } from './category-directory';
import { catalogueOf } from './domain/catalogue';
import { CategoryWords } from './domain/category-words';
import {
  ADVISORY_COLUMNS,
  BUSINESS_COLUMNS,
  HEALTH_OFFICE_HEADER,
  missingColumns,
} from './domain/csv-columns';
import { csvTable, namedRows, type ColumnNames, type CsvTable, type NamedRows } from './domain/csv-table';
import { decodeText } from './domain/decode-text';
import { featureOf, type Feature } from './domain/feature';
import { mapAdvisoryRow } from './domain/map-advisory-row';
import { mapBusinessRow, type RowContext } from './domain/map-business-row';
import { isMarket, mapFeature } from './domain/map-feature';
import { mapRows } from './domain/map-rows';
import type { Mapped } from './domain/notes';
import { saysKind } from './domain/osm-categories';
import type { ImportRecord, ImportType } from './domain/record';
import type { Tags } from './domain/tags';
import { featuresOf } from './features-of';
import { fileNote, UnreadableFile } from './unreadable-file';

export interface FileOptions {
  /** If not given, the type is recognised by the file. */
  type?: ImportType;
  /** Name of the list in a CSV file; default `csv`. */
  system?: string;
  /** Of the sentences about the file. */
  language?: Language;
}

/** What mapping needs besides the file. */
export interface RecordContext {
  dataDir: string;
  rulePlace: RulePlace;
  language: Language;
  /** German postcodes and their places, and the districts of the city; without them no address is doubted. */
  places?: PlaceTable;
  districts?: LocalDistricts;
}

/** A file that was read and parsed, ready to be mapped for a city. */
export interface ImportFile {
  type: ImportType;
  /** What there is to say of the file as a whole, in sentences. */
  notes: string[];
  records(context: RecordContext): Mapped<ImportRecord>[];
}

/** A file whose text was decoded. */
interface Text {
  file: string;
  text: string;
  notes: string[];
  language: Language;
}

const reading = (file: string, language: Language): Buffer => {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const details = { file, found: message };
    throw new UnreadableFile(code === 'ENOENT' ? 'missing' : 'no-access', details, language, { cause });
  }
};

// More are not a list that anybody reads.
const MOST_LINES = 20;
const listed = (items: readonly (string | number)[], between = ', '): string =>
  [...items.slice(0, MOST_LINES), ...(items.length > MOST_LINES ? ['…'] : [])].join(between);

const textOf = (file: string, language: Language): Text => {
  const decoded = decodeText(reading(file, language));
  if (!decoded.ok) throw new UnreadableFile(decoded.problem, { file, line: String(decoded.line) }, language);
  const { text, encoding, foreignLines } = decoded;
  if (text.trim() === '') throw new UnreadableFile('empty', { file }, language);
  const notes = [
    ...(encoding === 'utf-8' ? [] : [fileNote('encoding', { encoding }, language)]),
    ...(foreignLines.length > 0
      ? [fileNote('foreign-lines', { lines: listed(foreignLines) }, language)]
      : []),
  ];
  return { file, text, notes, language };
};

const readGeoJson = ({ file, text, notes, language }: Text, options: FileOptions): ImportFile => {
  if (options.type === 'advisory-contact') throw new UnreadableFile('geojson-advisory', { file }, language);
  const found = featuresOf(file, text, language);
  const features = found.features.map(featureOf);
  const register = registerIn(features);
  if (register) return readRegister(register, [...notes, ...found.notes], language, options);
  const records = ({ dataDir, ...rules }: RecordContext): Mapped<ImportRecord>[] => {
    const context = { ...rules, catalogue: catalogueOf(readDrafts(dataDir)) };
    return features.map((feature) => mapFeature(feature, context));
  };
  return { type: 'business', notes: [...notes, ...found.notes], records };
};

/** Features whose properties are named as the columns of a table, and of which no tag says what they are. */
const registerIn = (features: readonly Feature[]): NamedRows | undefined => {
  if (features.some(({ tags }) => saysKind(tags) || isMarket(tags))) return undefined;
  const register = namedRows(features.map(placedTags), BUSINESS_COLUMNS);
  if (missingColumns(register.columns, ['name', 'category']).length > 0) return undefined;
  const rows = register.rows.map((row, at) => ({
    ...row,
    notes: [...(features[at]?.notes ?? []), ...row.notes],
  }));
  return { ...register, rows };
};

/** Its position is what its geometry says, whatever else it says. */
const placedTags = ({ externalId, tags, point, badGeometry }: Feature): Tags => ({
  ...tags,
  // What was made of its place or its number in the file would say no more than that.
  ...(/^(?:geo:|#)/.test(externalId) ? {} : { id: externalId }),
  ...(point ? { latitude: String(point.latitude), longitude: String(point.longitude) } : {}),
  ...(badGeometry ? { latitude: badGeometry } : {}),
});

const readRegister = (
  { rows, unknown }: NamedRows,
  notes: readonly string[],
  language: Language,
  { system = 'geojson' }: FileOptions,
): ImportFile => {
  const ignored =
    unknown.length > 0 ? [fileNote('columns-ignored', { columns: listed(unknown) }, language)] : [];
  const records = (rules: RecordContext): Mapped<ImportRecord>[] => {
    const context = rowContext(rules, system);
    // A feature has no line.
    return rows.map((row) => ({ ...mapBusinessRow(row, context), line: undefined }));
  };
  return { type: 'business', notes: [...notes, ...ignored], records };
};

const rowContext = ({ dataDir, ...rules }: RecordContext, system: string): RowContext => {
  const drafts = readDrafts(dataDir);
  return {
    ...rules,
    system,
    catalogue: catalogueOf(drafts),
    words: new CategoryWords(drafts, readCurated(dataDir)),
  };
};

interface Table {
  table: CsvTable;
  notes: string[];
}

/** @throws UnreadableFile where one of the columns is missing */
const tableOf = (
  { file, text, notes, language }: Text,
  names: ColumnNames,
  required: readonly string[],
): Table => {
  const table = csvTable(text, names);
  if (!table) throw new UnreadableFile('empty', { file }, language);
  const missing = missingColumns(table.columns, required);
  const columns = [...table.columns, ...table.unknown];
  if (missing.length > 0) {
    const details = { file, missing: listed(missing), columns: listed(columns) };
    throw new UnreadableFile('columns-missing', details, language);
  }
  const { skipped, unknown, remarks } = table;
  return {
    table,
    notes: [
      ...notes,
      ...(skipped.length > 0
        ? [fileNote('lines-before-header', { lines: listed(skipped, ' / ') }, language)]
        : []),
      ...(unknown.length > 0 ? [fileNote('columns-ignored', { columns: listed(unknown) }, language)] : []),
      ...(remarks.length > 0 ? [fileNote('lines-between', { lines: listed(remarks, ' / ') }, language)] : []),
    ],
  };
};

const readBusinesses = (text: Text, { system = 'csv' }: FileOptions): ImportFile => {
  const { table, notes } = tableOf(text, BUSINESS_COLUMNS, ['name', 'category']);
  const records = (rules: RecordContext): Mapped<ImportRecord>[] => {
    const context = rowContext(rules, system);
    return mapRows(table.rows, (row) => mapBusinessRow(row, context));
  };
  return { type: 'business', notes, records };
};

const readAdvisoryContacts = (text: Text, options: FileOptions): ImportFile => {
  const healthOffices = isHealthOffices(text.text);
  const { table, notes } = tableOf(
    text,
    ADVISORY_COLUMNS,
    healthOffices ? ['organisation', 'phone'] : ['title'],
  );
  const system = options.system ?? (healthOffices ? 'gesundheitsaemter' : 'csv');
  const records = (rules: RecordContext): Mapped<ImportRecord>[] =>
    mapRows(table.rows, (row) => mapAdvisoryRow(row, { ...rules, healthOffices, system }));
  return { type: 'advisory-contact', notes, records };
};

const isHealthOffices = (text: string): boolean =>
  (text.split('\n', 1)[0] ?? '').includes(HEALTH_OFFICE_HEADER);

const readCsv = (text: Text, options: FileOptions): ImportFile => {
  const type = options.type ?? (isHealthOffices(text.text) ? 'advisory-contact' : 'business');
  return type === 'advisory-contact' ? readAdvisoryContacts(text, options) : readBusinesses(text, options);
};

const looksLikeJson = (text: string): boolean => /^[\ufeff\s]*[{[]/.test(text);

const JSON_FILES = ['.geojson', '.json', '.geojsonl', '.ndjson'];
const TABLES = ['.csv', '.tsv', '.txt'];

/**
 * Reads and parses a file; its records are checked only when they are mapped and imported.
 * @throws UnreadableFile if the file is missing, of another kind, or cannot be parsed
 */
export function readImportFile(file: string, options: FileOptions = {}): ImportFile {
  const { language = DEFAULT_LANGUAGE } = options;
  const text = textOf(file, language);
  const extension = extname(file).toLowerCase();
  if (JSON_FILES.includes(extension) || (extension !== '.csv' && looksLikeJson(text.text)))
    return readGeoJson(text, options);
  if (TABLES.includes(extension)) return readCsv(text, options);
  throw new UnreadableFile('not-a-file-of-ours', { file }, language);
}
