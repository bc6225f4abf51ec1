import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Language } from '../domain/language';
import type { RulePlace } from '../domain/opening-rule';
import { readDrafts } from './category-directory';
import { catalogueOf, type CategoryDraft } from './domain/catalogue';
import { ADVISORY_COLUMNS, BUSINESS_COLUMNS, HEALTH_OFFICE_HEADER } from './domain/csv-columns';
import { csvTable, TableError, type CsvTable } from './domain/csv-table';
import { featureOf } from './domain/feature';
import { mapAdvisoryRow } from './domain/map-advisory-row';
import { mapBusinessRow, type CategoryNames } from './domain/map-business-row';
import { mapFeature } from './domain/map-feature';
import type { Mapped } from './domain/notes';
import type { ImportRecord, ImportType } from './domain/record';

/** A file that cannot be imported at all; the message is one sentence for whoever called the command. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

export interface ReadOptions {
  dataDir: string;
  rulePlace: RulePlace;
  language: Language;
  /** Given by the caller; else the file tells. */
  type?: ImportType;
  /** Name of the list that a CSV file is, `csv` unless given. */
  system?: string;
}

export interface ImportSource {
  type: ImportType;
  records: Mapped<ImportRecord>[];
  /** Columns of a CSV file that were not recognised. */
  ignoredColumns: string[];
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
    const offset = Number(/position (\d+)/.exec((cause as Error).message)?.[1] ?? NaN);
    const where = Number.isNaN(offset) ? '' : ` in line ${text.slice(0, offset).split('\n').length}`;
    throw new UnreadableFile(`${file} is not valid JSON${where}: ${(cause as Error).message}.`, { cause });
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

const readGeoJson = (file: string, text: string, options: ReadOptions): ImportSource => {
  if (options.type === 'advisory-contact') {
    throw new UnreadableFile(
      `${file} is GeoJSON, which holds businesses: advisory contacts are imported from CSV.`,
    );
  }
  const catalogue = catalogueOf(readDrafts(options.dataDir));
  const records = featuresOf(file, text).map((feature, index) =>
    mapFeature(featureOf(feature, index), {
      catalogue,
      rulePlace: options.rulePlace,
      language: options.language,
    }),
  );
  return { type: 'business', records, ignoredColumns: [] };
};

/** Whatever a person may write for a category: OSM id, OSM tag, slug, German or English name. */
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

const readBusinesses = (file: string, text: string, options: ReadOptions): ImportSource => {
  const table = csvTable(text, BUSINESS_COLUMNS);
  required(file, table, 'name', 'category');
  const drafts = readDrafts(options.dataDir);
  const context = {
    ...options,
    system: options.system ?? 'csv',
    catalogue: catalogueOf(drafts),
    categoryNames: categoryNames(drafts),
  };
  return {
    type: 'business',
    records: table.rows.map(({ row }) => mapBusinessRow(row, context)),
    ignoredColumns: table.unknown,
  };
};

const readAdvisoryContacts = (file: string, text: string, options: ReadOptions): ImportSource => {
  const table = csvTable(text, ADVISORY_COLUMNS);
  const healthOffices = isHealthOffices(text);
  required(file, table, ...(healthOffices ? ['organisation', 'phone'] : ['title']));
  const context = {
    ...options,
    healthOffices,
    system: options.system ?? (healthOffices ? 'gesundheitsaemter' : 'csv'),
  };
  return {
    type: 'advisory-contact',
    records: table.rows.map(({ row }) => mapAdvisoryRow(row, context)),
    ignoredColumns: table.unknown,
  };
};

const isHealthOffices = (text: string): boolean =>
  (text.split('\n', 1)[0] ?? '').includes(HEALTH_OFFICE_HEADER);

const readCsv = (file: string, text: string, options: ReadOptions): ImportSource => {
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
 * Reads and maps a file; nothing is written.
 * @throws UnreadableFile where the file is missing, of another kind, or broken as a whole
 */
export function readImportFile(file: string, options: ReadOptions): ImportSource {
  const text = textOf(file);
  if (text.trim() === '') throw new UnreadableFile(`${basename(file)} is empty.`);
  const extension = extname(file).toLowerCase();
  if (['.geojson', '.json'].includes(extension) || (extension !== '.csv' && looksLikeJson(text))) {
    return readGeoJson(file, text, options);
  }
  if (['.csv', '.tsv', '.txt'].includes(extension)) return readCsv(file, text, options);
  throw new UnreadableFile(`${file} is neither GeoJSON (.geojson, .json) nor CSV (.csv).`);
}
