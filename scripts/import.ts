import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createStrapi, type Core } from '@strapi/strapi';
import { SingleBar, Presets } from 'cli-progress';
import { LANGUAGES, type Language } from '../src/domain/language';
import { readCity } from '../src/import/city';
import type { ImportType } from '../src/import/domain/record';
import { readImportFile, UnreadableFile, type ImportFile } from '../src/import/read-import-file';
import type { ImportReport } from '../src/import/report';
import { runImport } from '../src/import/run-import';
import { buildServer } from './lib/builds/server';
import { loadEnvFile } from './lib/env-file';
import { idlePool } from './lib/idle-pool';
import { reportTable } from './lib/import-table';
import { openDatabase } from './lib/postgres/embedded-postgres';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from './lib/project';

const HELP = `npm run import -- FILE [options]

Imports businesses from GeoJSON (OpenStreetMap tags, or weekly markets of "Wo ist Markt?") or CSV, and advisory
contacts from CSV. It may run while Stadtverbund runs. Records are known by their source and their id there: a second
import of the same file changes nothing, and what editors changed since stays.

  --type business|advisory-contact   what a CSV file holds; otherwise its columns tell
  --source NAME                      name of the list that a CSV file is (default: csv); keeps the ids of two lists apart
  --dry-run                          tries everything, reports it and writes nothing
  --report FILE.json                 writes { records: [{ externalId, name, status, reasons }], totals }
  --language de|en                   language of the reasons (default: de; the rules of the server speak German)
  --help                             this text

GeoJSON is .geojson or .json, CSV is .csv in UTF-8 with a header line; docs/import.md lists the columns.
The exit code is 0 when the file was read, also when records of it were rejected, and 1 otherwise.`;

/** A command line that cannot be followed. */
class UsageError extends Error {}

interface Options {
  file: string;
  type?: ImportType;
  system?: string;
  language: Language;
  dryRun: boolean;
  reportFile?: string;
}

const TYPES: readonly ImportType[] = ['business', 'advisory-contact'];

const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} is ${allowed.join(' or ')}, not "${value}".`);
  return found;
};

const parse = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        type: { type: 'string' },
        source: { type: 'string' },
        language: { type: 'string', default: 'de' },
        'dry-run': { type: 'boolean', default: false },
        report: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
};

/** The options, or undefined where help was asked for. */
function readOptions(): Options | undefined {
  const { values, positionals } = parse();
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Which file? npm run import -- FILE; --help says more.');
  if (more.length > 0) throw new UsageError(`One file at a time, please: ${positionals.join(', ')}.`);
  return {
    file,
    language: oneOf('language', values.language, LANGUAGES),
    dryRun: values['dry-run'],
    ...(values.type === undefined ? {} : { type: oneOf('type', values.type, TYPES) }),
    ...(values.source === undefined ? {} : { system: values.source }),
    ...(values.report === undefined ? {} : { reportFile: values.report }),
  };
}

async function importInto(strapi: Core.Strapi, file: ImportFile, options: Options): Promise<ImportReport> {
  const dataDir = join(PROJECT_ROOT, 'data');
  const { language, dryRun } = options;
  const { rulePlace } = await readCity(strapi);
  const records = file.records({ dataDir, rulePlace, language });
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} records, {eta_formatted} left', hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(records.length, 0);
  try {
    return await runImport(strapi, file.type, records, {
      dataDir,
      language,
      dryRun,
      onProgress: (done) => bar.update(done),
      onWait: () => console.log('Another import is running; waiting for it to end.'),
    });
  } finally {
    bar.stop();
  }
}

async function withStrapi<T>(work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  loadEnvFile();
  // The progress bar and Strapi's log would write over each other.
  process.env['LOG_LEVEL'] = 'error';
  process.env['NODE_ENV'] ??= 'production';
  await buildServer();
  const database = await openDatabase();
  process.env['DATABASE_URL'] = database.url;
  try {
    const strapi = await createStrapi({
      ...STRAPI_DIRECTORIES,
      autoReload: false,
      serveAdminPanel: false,
    }).load();
    try {
      return await work(strapi);
    } finally {
      await idlePool(strapi);
      await strapi.destroy();
    }
  } finally {
    await database.leave();
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return console.log(HELP);
  const file = readImportFile(options.file, options);
  if (file.ignoredColumns.length > 0)
    console.log(`Columns without a meaning here: ${file.ignoredColumns.join(', ')}.`);
  const report = await withStrapi((strapi) => importInto(strapi, file, options));
  console.log(reportTable(report, process.stdout.columns));
  if (options.reportFile) writeFileSync(options.reportFile, `${JSON.stringify(report, null, 2)}\n`);
  if (options.dryRun) console.log('This was a dry run: nothing was written.');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const expected = error instanceof UnreadableFile || error instanceof UsageError;
    console.error(expected ? error.message : error);
    process.exit(1);
  },
);
