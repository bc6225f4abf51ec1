import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapped, Note } from '#src/import/domain/notes';
import { noteText } from '#src/import/domain/notes';
import type { ImportRecord } from '#src/import/domain/record';
import { readImportFile, type ImportFile } from '#src/import/read-import-file';
import { postcodeTable } from '#src/writing/rules/postcode-table';
import * as cells from '../../fixtures/dirty-files/cells';
import { CORNERS, ELEMENTS, FEATURES, type DirtyFeature } from '../../fixtures/dirty-files/features';
import type { Cell, Outcome } from '../../fixtures/dirty-files/outcome';
import { ENCODED, STRUCTURES, type DirtyTable } from '../../fixtures/dirty-files/tables';

const CONTEXT = {
  dataDir: join(__dirname, '../../../data'),
  language: 'de' as const,
  rulePlace: { federalState: 'DE-NW' as const, centre: { latitude: 51.5139, longitude: 7.4653 } },
  places: postcodeTable(join(__dirname, '../../..')),
  districts: { city: 'Dortmund', names: ['Aplerbeck', 'Hörde'] },
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dirty files '));
});

afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, content: string | Buffer): ImportFile => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return readImportFile(file);
};

const codeOf = (note: Note): string => ('refused' in note ? note.refused.reason : note.code);

const outcomeOf = (mapped: Mapped<ImportRecord>, asked: Outcome): Outcome => ({
  ...(mapped.ok
    ? {
        record: Object.fromEntries(
          Object.keys(asked.record ?? {}).map((key) => [key, mapped.record[key as keyof ImportRecord]]),
        ),
      }
    : {}),
  notes: mapped.notes.map(codeOf),
});

/** Each note is a whole sentence in both languages, with nothing left to fill in. */
const expectSentences = (notes: readonly Note[]): void => {
  for (const note of notes)
    for (const language of ['de', 'en'] as const) {
      expect(noteText(note, language).length).toBeGreaterThan(10);
      expect(noteText(note, language)).not.toMatch(/undefined|\{\w+\}/);
    }
};

const expectOutcome = (mapped: Mapped<ImportRecord> | undefined, outcome: Outcome): void => {
  if (!mapped) throw new Error('there is no such record');
  expectSentences(mapped.notes);
  expect(outcomeOf(mapped, outcome)).toEqual({ notes: [], ...outcome });
};

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A file with a row for each cell; a cell with a bar is two cells. */
const columnOf = (header: string, list: readonly Cell[], row: (cell: string, at: number) => string) =>
  read(
    `${header.replace(/\W+/g, '-')}.csv`,
    `${header}\n${list.map(([cell], at) => row(cell, at)).join('\n')}\n`,
  ).records(CONTEXT);

const twoCells = (cell: string): string => cell.split('|').map(quoted).join(';');

interface Column {
  list: readonly Cell[];
  header: string;
  row: (cell: string, at: number) => string;
}

const place = (at: number): string => `Prüf ${at};Café;Musterstraße;5;44137;Dortmund`;
const HEADER = 'Name;Branche;Straße;Hausnummer;PLZ;Ort';

const COLUMNS: Readonly<Record<string, Column>> = {
  'a phone': {
    list: cells.PHONES,
    header: `${HEADER};Telefon`,
    row: (cell, at) => `${place(at)};${quoted(cell)}`,
  },
  'an e-mail': {
    list: cells.EMAILS,
    header: `${HEADER};E-Mail`,
    row: (cell, at) => `${place(at)};${quoted(cell)}`,
  },
  'a website': {
    list: cells.WEBSITES,
    header: `${HEADER};Webseite`,
    row: (cell, at) => `${place(at)};${quoted(cell)}`,
  },
  'an address': {
    list: cells.ADDRESSES,
    header: 'Name;Branche;Anschrift',
    row: (cell, at) => `Prüf ${at};Café;${quoted(cell)}`,
  },
  'a postcode and place': {
    list: cells.POSTCODES,
    header: 'Name;Branche;Straße;Hausnr.;PLZ;Ort',
    row: (cell, at) => `Prüf ${at};Café;Musterstraße;5;${twoCells(cell)}`,
  },
  'a category': {
    list: cells.CATEGORIES,
    header: 'Name;Ort;Branche',
    row: (cell, at) => `Prüf ${at};Dortmund;${quoted(cell)}`,
  },
  'a position': {
    list: cells.POINTS,
    header: 'Name;Branche;Ort;Breite;Länge',
    row: (cell, at) => `Prüf ${at};Café;Dortmund;${twoCells(cell)}`,
  },
  'a name': {
    list: cells.NAMES,
    header: 'Name;Branche;Ort;Id',
    row: (cell, at) => `${quoted(cell)};Café;Dortmund;${at}`,
  },
};

describe.each(Object.entries(COLUMNS))('%s', (_what, { list, header, row }) => {
  let mapped: Mapped<ImportRecord>[];
  beforeAll(() => {
    mapped = columnOf(header, list, row);
  });

  test('has a record for each row', () => expect(mapped).toHaveLength(list.length));

  test.each(list.map(([cell, outcome], at) => [JSON.stringify(cell), at, outcome] as const))(
    '%s',
    (_cell, at, outcome) => expectOutcome(mapped[at], outcome),
  );
});

describe('a register as GeoJSON is read as its table', () => {
  const placeOf = { Branche: 'Café', Straße: 'Musterstraße', 'Hausnr.': '5', PLZ: 44137, ORT: 'Dortmund' };
  const registers: readonly (readonly [string, readonly Cell[], (cell: string) => object])[] = [
    ['Telefon', cells.PHONES, (cell) => ({ ...placeOf, Telefon: cell })],
    ['E-Mail', cells.EMAILS, (cell) => ({ ...placeOf, 'E-Mail': cell })],
    ['Webseite', cells.WEBSITES, (cell) => ({ ...placeOf, Webseite: cell })],
    ['Anschrift', cells.ADDRESSES, (cell) => ({ Branche: 'Café', Anschrift: cell })],
    ['Branche', cells.CATEGORIES, (cell) => ({ ORT: 'Dortmund', Branche: cell })],
  ];

  test.each(registers)('%s', (what, list, properties) => {
    const features = list.map(([cell], at) => ({
      type: 'Feature',
      properties: { FIRMA: `Prüf ${at}`, ...properties(cell), Farbe: 'rot' },
      // Of an address it is told whether it says where the business is.
      geometry: what === 'Anschrift' ? null : { type: 'Point', coordinates: [7.4653, 51.5139] },
    }));
    const file = read(`${what}.geojson`, JSON.stringify({ type: 'FeatureCollection', features }));
    expect(file.notes).toEqual(['Spalten ohne Bedeutung hier: farbe.']);
    const mapped = file.records(CONTEXT);
    list.forEach(([, outcome], at) => expectOutcome(mapped[at], outcome));
    for (const one of mapped)
      if (one.ok && what !== 'Anschrift' && 'location' in one.record)
        expect(one.record.location).toEqual({ latitude: 51.5139, longitude: 7.4653 });
    expect(mapped.every(({ line }) => line === undefined)).toBe(true);
  });
});

const encoded = ({ text, encoding = 'utf-8-bom' }: DirtyTable): Buffer => {
  const utf16 = (mark: string): Buffer => Buffer.from(mark + text, 'utf16le');
  switch (encoding) {
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return utf16('');
    case 'utf-16le-bom':
      return utf16('\ufeff');
    case 'utf-16be':
      return utf16('').swap16();
    case 'utf-16be-bom':
      return utf16('\ufeff').swap16();
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'windows-1252':
      return Buffer.from(text.replaceAll('’', '\u0092').replaceAll('–', '\u0096'), 'latin1');
    case 'mixed':
      return Buffer.concat(
        text.split(/(?<=\n)/).map((line, at) => Buffer.from(line, at === 2 ? 'latin1' : 'utf8')),
      );
  }
};

describe.each([...ENCODED, ...STRUCTURES])('a table: $what', (table) => {
  test('is read row by row', () => {
    const content = table.encoding === undefined ? Buffer.from(table.text) : encoded(table);
    const file = read('table.csv', content);
    const mapped = file.records(CONTEXT);
    expect(mapped.map(({ line }) => line)).toEqual(Object.keys(table.rows).map(Number));
    for (const one of mapped) expectOutcome(one, table.rows[one.line ?? 0] as Outcome);
    const { notes = [] } = table;
    expect(file.notes).toEqual(notes.map((note) => expect.stringMatching(note) as unknown));
  });
});

test('a table of advisory contacts has its parts in several columns, too', () => {
  writeFileSync(
    join(folder, 'advice.csv'),
    'Titel;Straße;HSNR;HSNRZ;PLZ;Ort;Vorwahl;Telefon;Durchwahl;Mo;Di\nBeratung;Weg;5;a;44137;Dortmund, Stadt;231;1234;56;9-12;9-12\n',
  );
  const file = readImportFile(join(folder, 'advice.csv'), { type: 'advisory-contact' });
  const [mapped] = file.records(CONTEXT);
  expect(file.notes).toEqual([]);
  expectOutcome(mapped, {
    record: {
      address: { street: 'Weg', houseNumber: '5a', postcode: '44137', place: 'Dortmund' },
      hours: [{ service: 'phone', rule: 'Mo,Tu 09:00-12:00' }],
      phones: [expect.objectContaining({ number: '+49231123456' }) as unknown],
    },
    notes: ['hours-understood'],
  });
});

const featureTests = (list: readonly DirtyFeature[], records: () => Mapped<ImportRecord>[]): void => {
  test.each(list.map(([what, , outcome], at) => [what, at, outcome] as const))('%s', (_what, at, outcome) =>
    expectOutcome(records()[at], outcome),
  );
};

describe('a feature with', () => {
  let mapped: Mapped<ImportRecord>[];
  beforeAll(() => {
    const features = FEATURES.map(([, feature]) => feature);
    mapped = read('a.geojson', JSON.stringify({ type: 'FeatureCollection', features })).records(CONTEXT);
  });
  featureTests(FEATURES, () => mapped);
});

describe('an answer of Overpass with', () => {
  let mapped: Mapped<ImportRecord>[];
  let file: ImportFile;
  beforeAll(() => {
    const elements = [...ELEMENTS.map(([, element]) => element), ...CORNERS];
    const remark = 'runtime error: Query timed out in "query" at line 3 after 25 seconds.';
    file = read('overpass.json', JSON.stringify({ version: 0.6, elements, remark }));
    mapped = file.records(CONTEXT);
  });
  featureTests(ELEMENTS, () => mapped);

  test('nothing for nodes without tags', () => expect(mapped).toHaveLength(ELEMENTS.length));
  test('a word that it is incomplete', () =>
    expect(file.notes).toEqual([expect.stringMatching(/timed out/)]));
});

test.each([
  ['urn:ogc:def:crs:EPSG::25832', [393578, 5707789], []],
  ['urn:ogc:def:crs:EPSG::32632', [393578, 5707789], []],
  ['EPSG:25832', [32393578, 5707789], []],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', [7.4664064, 51.5111938], []],
  ['urn:ogc:def:crs:EPSG::4326', [7.4664064, 51.5111938], []],
  ['EPSG:31466', [7.4664064, 51.5111938], [expect.stringMatching(/EPSG:31466/)]],
])('coordinates in %s', (name, coordinates, notes) => {
  const properties = { name: 'X', shop: 'kiosk' };
  const geometries = [
    { type: 'Point', coordinates },
    { type: 'Polygon', coordinates: [[coordinates, coordinates]] },
  ];
  const file = read(
    'metres.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name } },
      features: [...geometries, { type: 'GeometryCollection', geometries }].map((geometry, at) => ({
        type: 'Feature',
        id: at + 1,
        properties,
        geometry,
      })),
    }),
  );
  expect(file.notes).toEqual(notes);
  for (const one of file.records(CONTEXT))
    expectOutcome(one, { record: { location: { latitude: 51.5111938, longitude: 7.4664064 } } });
});

test('a file with a feature in each line is read, and a broken line costs that line', () => {
  const lines = FEATURES.slice(-3).map(([, feature]) => JSON.stringify(feature));
  const file = read('a.geojsonl', [lines[0], `${lines[1]?.slice(0, 30)}`, lines[2]].join('\n'));
  expect(file.records(CONTEXT)).toHaveLength(2);
  expect(file.notes).toEqual([expect.stringMatching(/^Zeile 2 .*JSON/)]);
});

test('these are more than 300 rows', () => {
  const columns = Object.values(COLUMNS).reduce((sum, { list }) => sum + list.length, 0);
  const tables = [...ENCODED, ...STRUCTURES].reduce((sum, { rows }) => sum + Object.keys(rows).length, 0);
  expect(columns + tables + FEATURES.length + ELEMENTS.length).toBeGreaterThan(300);
});
