import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { exclusively } from '../exclusively';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../project';
import { contentHash, filesBelow } from './content-hash';

const STAMP = join(STRAPI_DIRECTORIES.distDir, '.sources');

/**
 * Compiles config/ and src/ into dist/ unless that was done for exactly these sources. What has lost its source is
 * removed, since Strapi would go on loading it.
 *
 * @returns whether something was compiled
 * @throws with the compiler's messages when there is a type error; dist/ is then left as it was
 */
export function buildServer(): Promise<boolean> {
  return exclusively(`build ${PROJECT_ROOT}`, () => {
    const hash = contentHash(serverSources());
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
    compile();
    removeWithoutSource();
    writeFileSync(STAMP, hash);
    return true;
  });
}

function serverSources(): string[] {
  const isAdmin = /^src\/(plugins\/[^/]+\/)?admin\//;
  return ['config', 'src', 'types', 'tsconfig.json', 'package-lock.json']
    .flatMap((name) => filesBelow(join(PROJECT_ROOT, name)))
    .filter((file) => !isAdmin.test(relative(PROJECT_ROOT, file)));
}

function compile(): void {
  // tsc believes its own .tsbuildinfo even when the files it stands for are gone.
  if (!existsSync(STAMP)) rmSync(join(STRAPI_DIRECTORIES.distDir, '.tsbuildinfo'), { force: true });
  const tsc = createRequire(__filename).resolve('typescript/bin/tsc');
  const result = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`The server does not compile:\n${result.stdout}${result.stderr}`);
}

function removeWithoutSource(): void {
  for (const file of ['config', 'src'].flatMap((name) =>
    filesBelow(join(STRAPI_DIRECTORIES.distDir, name)),
  )) {
    const source = join(PROJECT_ROOT, relative(STRAPI_DIRECTORIES.distDir, file));
    if (!existsSync(source) && !existsSync(source.replace(/\.js$/, '.ts'))) rmSync(file);
  }
}
