import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ROOMS from '../../rooms.json';

const ROOT = join(__dirname, '../..');

const hasCode = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => /\.tsx?$/.test(name));

const foldersOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasCode(join(ROOT, folder, entry.name)))
    .map(({ name }) => `${folder}/${name}`);

it('each folder with code has its place among the rooms, and each room is there', () => {
  const folders = [...foldersOf('src'), ...foldersOf('src/plugins')].filter((name) => name !== 'src/plugins');
  expect(folders.filter((folder) => !ROOMS.includes(folder))).toEqual([]);
  expect(ROOMS.filter((room) => !existsSync(join(ROOT, room)))).toEqual([]);
});

it('docs/architecture.md shows them in the order of the rules', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const shown = [...page.matchAll(/^\| `([^`]+?)\/?`/gm)].map(([, name = '']) => name);
  expect(shown.filter((name) => ROOMS.includes(name))).toEqual(ROOMS);
});
