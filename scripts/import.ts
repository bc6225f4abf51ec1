import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Core } from '@strapi/strapi';
import { LANGUAGES } from '../src/languages/language';
import { readCity } from '../src/import/city';
import type { ImportType } from '../src/import/domain/record';
import { readImportFile, type ImportFile } from '../src/import/read-import-file';
import type { FileReport } from '../src/import/report';
import { runImport } from '../src/import/run-import';
import { postcodeTable } from '../src/writing/rules/postcode-table';
import { readCommandLine } from './lib/command-line';
import { idlePool } from './lib/idle-pool';
import { reportTable } from './lib/import-table';
import { loadInstallation } from './lib/open-installation';
import { withProgressBar } from './lib/progress-bar';
import { PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';

const { values, positionals } = readCommandLine({
  help: `
Usage: npm run import -- FILE [options]

Imports businesses from GeoJSON (OpenStreetMap tags, or weekly markets of "Wo ist Markt?"), an answer of Overpass or CSV,
and advisory contacts from CSV. It may run while Stadtverbund runs. Records are known by their source and their id there: a second
import of the same file changes nothing, and what editors changed since stays.

  --type business|advisory-contact   what a CSV file holds; otherwise its columns tell
  --source NAME                      name of the list that a CSV file is (default: csv); keeps the ids of two lists apart
  --dry-run                          tries everything, reports it and writes nothing
  --report FILE.json                 writes { records: [{ line, externalId, name, status, reasons }], totals, notes }
  --language de|en                   language of the reasons (default: de)
  -h, --help                         this text

GeoJSON and Overpass JSON are .geojson or .json, CSV is .csv with a header line; docs/import.md lists the columns.
What it writes into events is what the server would: with PUBLIC_URL and LISTING_URL of this environment, else the server's.
The exit code is 0 when the file was read, also when records of it were rejected, and 1 otherwise.
`,
  allowPositionals: true,
  options: {
    type: { type: 'string' },
    source: { type: 'string' },
    language: { type: 'string', default: 'de' },
    'dry-run': { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});

// Before the working directory changes.
const reportFile = values.report === undefined ? undefined : resolve(values.report);

const TYPES: readonly ImportType[] = ['business', 'advisory-contact'];
const DATA = join(PROJECT_ROOT, 'data');

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`--${name} is ${allowed.join(' or ')}, not "${value}".`);
  return found;
}

function readFile(): ImportFile {
  const [file, ...more] = positionals;
  if (file === undefined) throw new Error('Which file? npm run import -- FILE; --help says more.');
  if (more.length > 0) throw new Error(`One file at a time, please: ${positionals.join(', ')}.`);
  return readImportFile(file, {
    ...(values.type === undefined ? {} : { type: oneOf('type', values.type, TYPES) }),
    ...(values.source === undefined ? {} : { system: values.source }),
    language: oneOf('language', values.language, LANGUAGES),
  });
}

async function importInto(strapi: Core.Strapi, file: ImportFile): Promise<FileReport> {
  const language = oneOf('language', values.language, LANGUAGES);
  const { name, districts, rulePlace } = await readCity(strapi);
  const records = file.records({
    dataDir: DATA,
    rulePlace,
    language,
    places: postcodeTable(PROJECT_ROOT),
    districts: { city: name, names: districts.map((district) => district.name) },
  });
  const report = await withProgressBar('records', (onProgress) => {
    onProgress(0, records.length);
    return runImport(strapi, file.type, records, {
      dataDir: DATA,
      language,
      dryRun: values['dry-run'],
      onProgress: (done) => onProgress(done, records.length),
      onWait: () => console.log('Another import is running; waiting for it to end.'),
    });
  });
  return { ...report, notes: file.notes };
}

runScript(async (closing) => {
  const file = readFile();
  for (const note of file.notes) console.log(note);
  // The progress bar and Strapi's log would overwrite each other.
  process.env['LOG_LEVEL'] = 'error';
  const strapi = await loadInstallation(closing, 'error');
  closing.add(() => idlePool(strapi));
  const report = await importInto(strapi, file);
  console.log(reportTable(report, process.stdout.columns));
  if (reportFile) writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`);
  if (values['dry-run']) console.log('This was a dry run: nothing was written.');
});
