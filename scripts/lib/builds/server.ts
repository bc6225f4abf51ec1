import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { exclusively } from '../exclusively';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../project';
import { contentHash, filesBelow } from './content-hash';
import { runTool } from './run-tool';

const STAMP = join(STRAPI_DIRECTORIES.distDir, '.sources');

/** Only one process of a checkout writes to dist/ at a time. */
export const BUILD_LOCK = `build ${PROJECT_ROOT}`;

/**
 * Compiles config/ and src/ into dist/ unless that was done for exactly these sources. What has lost its source is
 * removed, since Strapi would go on loading it.
 *
 * @param onWork called when there is something to compile
 * @throws with the compiler's messages when there is a type error; dist/ is then left as it was
 */
export function buildServer(onWork?: () => void): Promise<void> {
  return exclusively(BUILD_LOCK, async () => {
    const hash = contentHash(serverSources());
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
    onWork?.();
    await compile();
    removeWithoutSource();
    writeFileSync(STAMP, hash);
  });
}

function serverSources(): string[] {
  const isAdmin = /^src\/(plugins\/[^/]+\/)?admin\//;
  return ['config', 'src', 'types', 'tsconfig.json', 'package-lock.json']
    .flatMap((name) => filesBelow(join(PROJECT_ROOT, name)))
    .filter((file) => !isAdmin.test(relative(PROJECT_ROOT, file)));
}

async function compile(): Promise<void> {
  // tsc believes its own .tsbuildinfo even when the files it stands for are gone.
  if (!existsSync(STAMP)) rmSync(join(STRAPI_DIRECTORIES.distDir, '.tsbuildinfo'), { force: true });
  try {
    await runTool(createRequire(__filename).resolve('typescript/bin/tsc'), ['-p', 'tsconfig.json']);
  } catch (cause) {
    throw new Error(`The server does not compile:\n${(cause as Error).message}`, { cause });
  }
}

function removeWithoutSource(): void {
  for (const file of ['config', 'src'].flatMap((name) =>
    filesBelow(join(STRAPI_DIRECTORIES.distDir, name)),
  )) {
    const source = join(PROJECT_ROOT, relative(STRAPI_DIRECTORIES.distDir, file));
    if (!existsSync(source) && !existsSync(source.replace(/\.js$/, '.ts'))) rmSync(file);
  }
}
