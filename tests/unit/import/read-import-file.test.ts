import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readImportFile } from '#src/import/read-import-file';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import file '));
});

afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const complaint = (path: string): string => {
  try {
    readImportFile(path);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  throw new Error('the file should not be readable');
};

describe('a file that cannot be read is answered with one sentence', () => {
  test.each([
    ['a missing file', () => join(folder, 'nothing.geojson'), /nothing\.geojson does not exist\.$/],
    [
      'broken JSON',
      () => file('broken.geojson', '{\n "type": "FeatureCollection",\n "features": [,]\n}'),
      /not valid JSON in line 3/,
    ],
    ['JSON without features', () => file('other.json', '{"a":1}'), /is not GeoJSON.*"features"/],
    [
      'Latin-1',
      () => file('latin1.csv', Buffer.from('name;category\nX;shop\nBäckerei;shop\n', 'latin1')),
      /not UTF-8 \(line 3\).*save it as UTF-8/,
    ],
    [
      'missing columns',
      () => file('columns.csv', 'Betrieb;Farbe\nX;rot\n'),
      /lacks the column category in its first line; found: name, Farbe\.$/,
    ],
    ['broken CSV', () => file('quotes.csv', 'name;category\n"X;shop\n'), /not valid CSV.*line 2/],
    ['an empty file', () => file('empty.csv', ''), /is empty\.$/],
    ['another kind of file', () => file('a.xlsx', 'PK'), /neither GeoJSON .* nor CSV/],
  ])('%s', (_description, make, sentence) => {
    const text = complaint(make());
    expect(text).toMatch(/^UnreadableFile: /);
    expect(text).toMatch(sentence);
    expect(text).not.toContain('\n');
  });

  test('GeoJSON as advisory contacts', () => {
    const path = file('contacts.geojson', '{"type":"FeatureCollection","features":[]}');
    expect(() => readImportFile(path, { type: 'advisory-contact' })).toThrow(/imported from CSV/);
  });
});

describe('the type of a file', () => {
  test.each([
    ['features', 'a.geojson', '{"type":"FeatureCollection","features":[]}', 'business'],
    [
      'features after a byte order mark',
      'b.json',
      '\ufeff{"type":"FeatureCollection","features":[]}',
      'business',
    ],
    ['a table with names and categories', 'c.csv', 'name;category\nX;shop\n', 'business'],
    [
      'the table of the public health offices',
      'd.csv',
      'authority_id,name,department,phone\n1,X,Y,0231 4459820\n',
      'advisory-contact',
    ],
  ])('is recognised by %s', (_description, name, content, type) => {
    expect(readImportFile(file(name, content)).type).toBe(type);
  });
});
