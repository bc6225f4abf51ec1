import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';

const read = (...path: string[]): string => readFileSync(join(PROJECT_ROOT, ...path), 'utf8');

const TESTS = readdirSync(join(PROJECT_ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => read('tests', file));

const isAskedFor = (name: string): boolean => TESTS.some((source) => source.includes(`'${name}: `));

// What the patches themselves are made of.
const PARTS = ['index.ts', 'functions-of.ts', 'missing.ts'];

describe.each([['src/platform/strapi/patches'], ['src/admin/strapi/patches']])(
  'the patches in %s',
  (folder) => {
    const patches = readdirSync(join(PROJECT_ROOT, folder)).filter((file) => !PARTS.includes(file));

    it.each(patches)('%s stands in the index, with the file of Strapi that it is about', (file) => {
      const lines = read(folder, 'index.ts').split('\n');
      const at = lines.findIndex((line) => line.includes(`from './${file.slice(0, -'.ts'.length)}'`));
      expect(at).toBeGreaterThan(0);
      const comment = lines.slice(0, at).findLast((line) => line.startsWith('// ')) ?? '';
      const files = [...comment.matchAll(/[@\w-]+\/[\w./-]+\.js/g)].map(([name]) => name);
      expect(files).not.toEqual([]);
      for (const name of files)
        expect([name, existsSync(join(PROJECT_ROOT, 'node_modules', name))]).toEqual([name, true]);
    });

    it.each(patches)('%s has a row in docs/strapi.md', (file) => {
      expect(read('docs', 'strapi.md')).toContain(`| \`${file}\` |`);
    });

    it.each(patches)('%s has a test of its name', (file) => {
      expect(isAskedFor(file.slice(0, -'.ts'.length))).toBe(true);
    });

    it.each(patches)('%s knows Strapi and nothing above it', (file) => {
      const imports = [...read(folder, file).matchAll(/^import (type )?.*?from '([^']+)'/gms)];
      for (const [, isType, from = ''] of imports)
        if (!isType) expect(from).toMatch(/^(\.\.?\/[\w-]+|node:[\w]+|@strapi\/strapi\/admin)$/);
    });
  },
);

it('every file of node_modules that docs/strapi.md names is there', () => {
  const named = [...read('docs', 'strapi.md').matchAll(/`((?:@[\w-]+\/)?[\w-]+\/[\w./-]+\.js)`/g)];
  expect(named.length).toBeGreaterThan(100);
  const missing = named
    .map(([, file = '']) => file)
    .filter((file) => !existsSync(join(PROJECT_ROOT, 'node_modules', file)));
  expect(missing).toEqual([]);
});

it('what docs/strapi.md says is tested in a test of its name is', () => {
  const rows = read('docs', 'strapi.md').matchAll(
    /^\| `([\w-]+)` \|.*strapi(?:\/|-)relied-on\.test\.ts` \|$/gm,
  );
  const names = [...rows].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !isAskedFor(name))).toEqual([]);
});

it('docs/strapi.md counts its places', () => {
  const text = read('docs', 'strapi.md');
  const [, server, panel, relied] =
    /on the server +\| +(\d+)[^]*?in the panel +\| +(\d+)[^]*?relied on +\| +(\d+)/.exec(text) ?? [];
  const rows = (form: RegExp): number => text.match(form)?.length ?? 0;
  expect(rows(/^\| `[\w-]+\.ts` \|/gm)).toBe(Number(server) + Number(panel));
  expect(rows(/^\| `[\w-]+` \|/gm)).toBe(Number(relied));
});
