import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintCache } from '#scripts/lib/steps/lint-cache';

let root: string;

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lint-cache-'));
  for (const name of ['package-lock.json', 'tsconfig.json', 'types/generated/types.d.ts']) write(name, '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

it.each([
  'package-lock.json',
  'node_modules/.package-lock.json',
  'tsconfig.admin.json',
  'types/generated/types.d.ts',
])('what ESLint has found is not asked for once %s is another', (name) => {
  const before = lintCache(root);
  write(join(before, 'kept').slice(root.length), '');
  expect(lintCache(root)).toBe(before);
  expect(existsSync(join(before, 'kept'))).toBe(true);
  write(name, '{"changed": true}');
  expect(lintCache(root)).not.toBe(before);
  expect(existsSync(before)).toBe(false);
});

it('a source leaves it as it is: ESLint sees that itself', () => {
  const before = lintCache(root);
  write('src/index.ts', 'export {};');
  expect(lintCache(root)).toBe(before);
});
