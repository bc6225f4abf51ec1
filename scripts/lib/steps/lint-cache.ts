import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, filesBelow } from '../builds/content-hash';

// ESLint looks at a file again when the file or ESLint itself has changed. What its rules know of types depends on these as
// well; what other files of ours have changed for a file that stayed, the type checker says.
const TYPES = ['package-lock.json', join('node_modules', '.package-lock.json'), join('types', 'generated')];
const SETTINGS = /^tsconfig.*\.json$/;

/**
 * Where ESLint keeps what it has found: a folder for each set of packages and generated types. Those of others go.
 * @param root of the project
 */
export function lintCache(root: string): string {
  const settings = readdirSync(root).filter((name) => SETTINGS.test(name));
  const files = [...TYPES, ...settings.sort()].flatMap((name) => filesBelow(join(root, name)));
  const name = contentHash(files);
  const folder = join(root, '.cache', 'eslint');
  const others = (existsSync(folder) ? readdirSync(folder) : []).filter((other) => other !== name);
  for (const other of others) rmSync(join(folder, other), { recursive: true });
  // With the slash at its end ESLint takes it for a folder.
  return `${join(folder, name)}/`;
}
