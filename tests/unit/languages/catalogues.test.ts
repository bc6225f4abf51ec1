import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import type { Code } from '#src/languages/catalogue';
import { statusOf } from '#src/platform/refusals/status';

const root = join(__dirname, '../../..');
const { de } = CATALOGUES;
const CODES = Object.keys(de.refusals) as Code[];

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

const gaps = (text: string) => [...new Set(text.match(/\{\w+(:state|:unit)?\}/g))].sort();

describe.each(LANGUAGES.filter((language) => language !== 'de'))('%s', (language) => {
  test.each(CODES)('%s has the same placeholders as German', (code) => {
    // Strapi's own sentences are English.
    expect(gaps(CATALOGUES[language].refusals[code])).toEqual(gaps(de.refusals[code]));
  });
});

test('no code is in two files, where one would hide the other', () => {
  const folder = join(root, 'src/languages/de/refusals');
  const keys = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/^ {2}'?([a-z0-9-]+)'?:/gm)].map(([, key]) => key);
  });
  expect(keys.sort()).toEqual([...CODES].sort());
});

test('docs/api.md lists every code, under its status', () => {
  const [, list = ''] = readFileSync(join(root, 'docs/api.md'), 'utf8').split('## Codes of refusals');
  const listed = list
    .split(/^- (?=\d{3}:)/m)
    .slice(1)
    .flatMap((part) =>
      [...part.matchAll(/`([a-z-]+)`/g)].map(([, code]) => `${part.slice(0, 3)} ${code ?? ''}`),
    );
  expect(listed.sort()).toEqual(CODES.map((code) => `${statusOf(code)} ${code}`).sort());
});

test('every code is used somewhere', () => {
  const code = sources(join(root, 'src'))
    .filter((name) => !/[/\\](languages|admin)[/\\]|platform[/\\]refusals[/\\]status/.test(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  expect(CODES.filter((one) => !code.includes(`'${one}'`))).toEqual([]);
});
