import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Language } from '../languages/language';
import type { RulePlace } from '../domain/opening-rule';
import { readDrafts } from './category-directory';
import { catalogueOf, type CategoryDraft } from './domain/catalogue';
import { ADVISORY_COLUMNS, BUSINESS_COLUMNS, HEALTH_OFFICE_HEADER } from './domain/csv-columns';
import { csvTable, TableError, type CsvTable } from './domain/csv-table';
import { featureOf } from './domain/feature';
import { jsonErrorLine, jsonErrorText } from './domain/json-error-line';
import { mapAdvisoryRow } from './domain/map-advisory-row';
import { mapBusinessRow, type CategoryNames } from './domain/map-business-row';
import { mapFeature } from './domain/map-feature';
import type { Mapped } from './domain/notes';
import type { ImportRecord, ImportType } from './domain/record';

/** A file that cannot be imported at all; the message is one sentence for the person who ran the command. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

export interface FileOptions {
  /** If not given, the type is recognised by the file. */
  type?: ImportType;
  /** Name of the list in a CSV file; default `csv`. */
  system?: string;
}

/** What mapping needs besides the file. */
export interface RecordContext {
  dataDir: string;
  rulePlace: RulePlace;
  language: Language;
}

/** A file that was read and parsed, ready to be mapped for a city. */
export interface ImportFile {
  type: ImportType;
  /** Columns of a CSV file that were not recognised. */
  ignoredColumns: string[];
  records(context: RecordContext): Mapped<ImportRecord>[];
}

const reading = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UnreadableFile(
      missing ? `${file} does not exist.` : `${file} cannot be read: ${(cause as Error).message}.`,
      { cause },
    );
  }
};

// Found by decoding line by line: TextDecoder does not say where.
const badLine = (bytes: Buffer): number => {
  const lines = bytes.toString('latin1').split('\n');
  return 1 + lines.findIndex((line) => Buffer.from(line, 'latin1').toString('utf8').includes('\ufffd'));
};

const textOf = (file: string): string => {
  const bytes = reading(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFile(
      `${file} is not UTF-8 (line ${badLine(bytes)}), but probably Latin-1 or Windows-1252: save it as UTF-8 and import it again.`,
      { cause },
    );
  }
};

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const { message } = cause as Error;
    const line = jsonErrorLine(text, message);
    const where = line === undefined ? '' : ` in line ${line}`;
    throw new UnreadableFile(`${file} is not valid JSON${where}: ${jsonErrorText(message)}.`, { cause });
  }
};

const featuresOf = (file: string, text: string): unknown[] => {
  const root = parsed(file, text) as { type?: unknown; features?: unknown } | null;
  if (root?.type === 'Feature') return [root];
  // The markets of Kiel come without the type member.
  if (!Array.isArray(root?.features)) {
    throw new UnreadableFile(
      `${file} is not GeoJSON: it has no list "features" (RFC 7946, FeatureCollection).`,
    );
  }
  return root.features as unknown[];
};

const readGeoJson = (file: string, text: string, options: FileOptions): ImportFile => {
  if (options.type === 'advisory-contact') {
    throw new UnreadableFile(
      `${file} is GeoJSON, which holds businesses: advisory contacts are imported from CSV.`,
    );
  }
  const features = featuresOf(file, text).map(featureOf);
  const records = ({ dataDir, ...rules }: RecordContext): Mapped<ImportRecord>[] => {
    const context = { ...rules, catalogue: catalogueOf(readDrafts(dataDir)) };
    return features.map((feature) => mapFeature(feature, context));
  };
  return { type: 'business', ignoredColumns: [], records };
};

/** Everything a person may write for a category: OSM id, OSM tag, slug, German or English name. */
const categoryNames = (drafts: ReadonlyMap<string, CategoryDraft>): CategoryNames =>
  new Map(
    [...drafts].flatMap(([id, { slug, name }]) =>
      [id, id.replace('/', '='), slug, name.de, name.en].flatMap((key): [string, string][] =>
        key ? [[key.toLowerCase(), id]] : [],
      ),
    ),
  );

const required = (file: string, table: CsvTable, ...columns: string[]): void => {
  const missing = columns.filter((column) => !table.columns.has(column));
  if (missing.length > 0) {
    throw new UnreadableFile(
      `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} in its first line; found: ${[...table.columns, ...table.unknown].join(', ')}.`,
    );
  }
};

const readBusinesses = (file: string, text: string, { system = 'csv' }: FileOptions): ImportFile => {
  const table = csvTable(text, BUSINESS_COLUMNS);
  required(file, table, 'name', 'category');
  const records = ({ dataDir, ...rules }: RecordContext): Mapped<ImportRecord>[] => {
    const drafts = readDrafts(dataDir);
    const context = {
      ...rules,
      system,
      catalogue: catalogueOf(drafts),
      categoryNames: categoryNames(drafts),
    };
    return table.rows.map(({ row }) => mapBusinessRow(row, context));
  };
  return { type: 'business', ignoredColumns: table.unknown, records };
};

const readAdvisoryContacts = (file: string, text: string, options: FileOptions): ImportFile => {
  const table = csvTable(text, ADVISORY_COLUMNS);
  const healthOffices = isHealthOffices(text);
  required(file, table, ...(healthOffices ? ['organisation', 'phone'] : ['title']));
  const system = options.system ?? (healthOffices ? 'gesundheitsaemter' : 'csv');
  const records = (rules: RecordContext): Mapped<ImportRecord>[] =>
    table.rows.map(({ row }) => mapAdvisoryRow(row, { ...rules, healthOffices, system }));
  return { type: 'advisory-contact', ignoredColumns: table.unknown, records };
};

const isHealthOffices = (text: string): boolean =>
  (text.split('\n', 1)[0] ?? '').includes(HEALTH_OFFICE_HEADER);

const readCsv = (file: string, text: string, options: FileOptions): ImportFile => {
  const type = options.type ?? (isHealthOffices(text) ? 'advisory-contact' : 'business');
  try {
    return type === 'advisory-contact'
      ? readAdvisoryContacts(file, text, options)
      : readBusinesses(file, text, options);
  } catch (cause) {
    if (cause instanceof TableError) throw new UnreadableFile(`${file}: ${cause.message}`, { cause });
    throw cause;
  }
};

const looksLikeJson = (text: string): boolean => /^[\ufeff\s]*[{[]/.test(text);

/**
 * Reads and parses a file; its records are checked only when they are mapped and imported.
 * @throws UnreadableFile if the file is missing, of another kind, or cannot be parsed
 */
export function readImportFile(file: string, options: FileOptions = {}): ImportFile {
  const text = textOf(file);
  if (text.trim() === '') throw new UnreadableFile(`${file} is empty.`);
  const extension = extname(file).toLowerCase();
  if (['.geojson', '.json'].includes(extension) || (extension !== '.csv' && looksLikeJson(text))) {
    return readGeoJson(file, text, options);
  }
  if (['.csv', '.tsv', '.txt'].includes(extension)) return readCsv(file, text, options);
  throw new UnreadableFile(`${file} is neither GeoJSON (.geojson, .json) nor CSV (.csv).`);
}
