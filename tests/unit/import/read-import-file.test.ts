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
    readImportFile(path, { language: 'en' });
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
    ['JSON without features', () => file('other.json', '{"a":1}'), /is neither GeoJSON .*"features"/],
    [
      'umlauts of DOS',
      () => file('dos.csv', Buffer.from('name;category\nX;shop\nB\x84ckerei;shop\n', 'latin1')),
      /in line 3 in no encoding.*save it as UTF-8/,
    ],
    [
      'umlauts of an old Mac',
      () => file('mac.csv', Buffer.from('name;category\nX;shop\nB\x8ackerei;shop\n', 'latin1')),
      /in line 3 in no encoding.*save it as UTF-8/,
    ],
    [
      'a spreadsheet by another name',
      () => file('b.csv', Buffer.from('PK\x03\x04x', 'latin1')),
      /is an Excel file/,
    ],
    ['a packed file', () => file('c.csv', Buffer.from([0x1f, 0x8b, 8, 0])), /is compressed/],
    ['a web page', () => file('page.geojson', '<!doctype html>'), /not valid JSON in line 1/],
    [
      'missing columns',
      () => file('columns.csv', 'Betrieb;Farbe\nX;rot\n'),
      /lacks in its header: category\. Found: name, Farbe\.$/,
    ],
    ['an empty file', () => file('empty.csv', ''), /is empty\.$/],
    ['another kind of file', () => file('a.pdf', '%PDF'), /neither GeoJSON .* nor CSV/],
  ])('%s', (_description, make, sentence) => {
    const text = complaint(make());
    expect(text).toMatch(/^UnreadableFile: /);
    expect(text).toMatch(sentence);
    expect(text).not.toContain('\n');
  });

  test('GeoJSON as advisory contacts', () => {
    const path = file('contacts.geojson', '{"type":"FeatureCollection","features":[]}');
    expect(() => readImportFile(path, { type: 'advisory-contact' })).toThrow(/aus CSV importiert/);
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
