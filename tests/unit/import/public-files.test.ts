import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapped } from '#src/import/domain/notes';
import type { BusinessRecord, ImportRecord } from '#src/import/domain/record';
import { readImportFile, type ImportFile } from '#src/import/read-import-file';
import { postcodeTable } from '#src/writing/rules/postcode-table';

const ROOT = join(__dirname, '../../..');
const FILES = join(ROOT, 'tests/fixtures/public-files');

const CONTEXT = {
  dataDir: join(ROOT, 'data'),
  language: 'de' as const,
  rulePlace: { federalState: 'DE-NW' as const, centre: { latitude: 51.5139, longitude: 7.4653 } },
  places: postcodeTable(ROOT),
  districts: { city: 'Dortmund', names: ['Aplerbeck', 'Hörde'] },
};

const outcomeOf = ({ name, categories, address, contact, location, hours }: BusinessRecord): string[] => [
  name,
  categories.join(' '),
  [address?.street, address?.houseNumber, address?.postcode, address?.place].filter(Boolean).join(' '),
  [contact?.phone, contact?.mobile, contact?.fax, contact?.email, contact?.website].filter(Boolean).join(' '),
  location ? `${location.latitude.toFixed(6)} ${location.longitude.toFixed(6)}` : '',
  hours.map(({ rule }) => rule).join(' '),
];

/** What became of a record in one line: where it stands, its values, the codes of what is said of it. */
const lineOf = (mapped: Mapped<ImportRecord>): string => {
  const at = mapped.line ?? (mapped.ok ? mapped.record.source.externalId : mapped.externalId);
  const codes = mapped.notes.map((note) => ('refused' in note ? note.refused.reason : note.code)).join(' ');
  const values = mapped.ok ? outcomeOf(mapped.record as BusinessRecord) : [mapped.name, 'rejected'];
  return [at, ...values, codes].join('\t');
};

interface PublicFile {
  what: string;
  file: string;
  notes: readonly RegExp[];
}

/** Files as the world has them, with businesses that are made up, and beside them (`.tsv`) what has to become of each row. */
const PUBLIC_FILES: readonly PublicFile[] = [
  {
    what: 'the table of an office, exported by a German Excel',
    file: 'excel-export.csv',
    notes: [
      /windows-1252/,
      /Vor der Kopfzeile.*Anschrift Telefon Öffnungszeiten/,
      /: Lfd\., Zusatz, Ansprechpartner, Bem\., Stand\.$/,
      /Stadtbezirke Nord und West \/ Summe: 58 Betriebe \/ \* Angaben ohne Gewähr/,
    ],
  },
  { what: 'an answer of Overpass', file: 'overpass-answer.json', notes: [/unvollständig.*timed out/] },
  {
    what: 'the register of a city in UTM, with codes of WZ 2008',
    file: 'city-register.csv',
    notes: [/: OBJECTID, ORTSTEIL_NR, BARRIEREFREI, STAND\.$/],
  },
];

describe.each(PUBLIC_FILES)('$what', ({ file, notes }) => {
  let read: ImportFile;
  let lines: string[];
  const expected = readFileSync(join(FILES, file.replace(/\.\w+$/, '.tsv')), 'utf8')
    .replace(/\n$/, '')
    .split('\n');

  beforeAll(() => {
    read = readImportFile(join(FILES, file));
    lines = read.records(CONTEXT).map(lineOf);
  });

  test('has an outcome for each row', () => expect(lines).toHaveLength(expected.length));

  test.each(expected.map((line, at) => [line.split('\t', 2).join(' '), at, line] as const))(
    '%s',
    (_name, at, line) => expect(lines[at]).toBe(line),
  );

  test('and says what it did with the rest', () =>
    expect(read.notes).toEqual(notes.map((note) => expect.stringMatching(note) as unknown)));
});
