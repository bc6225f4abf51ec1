import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { exclusively } from '../exclusively';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../project';
import { buildBrowserFiles, hasBrowserFiles } from './browser-files';
import { contentHash, filesBelow } from './content-hash';
import { buildMyBusiness, hasMyBusiness } from './my-business';
import { runTool } from './run-tool';

const STAMP = join(STRAPI_DIRECTORIES.distDir, '.sources');

/** Only one process of a checkout writes to dist/ at a time. */
export const BUILD_LOCK = `build ${PROJECT_ROOT}`;

/**
 * Compiles config/, src/ and what a production start needs of scripts/ into dist/, and bundles what pages run in browsers, unless that was done for exactly
 * these sources. Files whose source is gone are removed, since Strapi would still load them.
 *
 * @param onWork called if there is something to compile
 * @throws with the compiler's messages on a type error; dist/ is then unchanged
 */
export function buildServer(onWork?: () => void): Promise<void> {
  return exclusively(BUILD_LOCK, async () => {
    const hash = contentHash(serverSources());
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && hasBrowserFiles() && hasMyBusiness())
      return;
    onWork?.();
    await compile();
    await buildBrowserFiles();
    await buildMyBusiness();
    removeWithoutSource();
    writeFileSync(STAMP, hash);
  });
}

function serverSources(): string[] {
  const isNotCompiled = /^(src\/(plugins\/[^/]+\/)?admin\/|scripts\/bench)/;
  return ['config', 'src', 'packages/client/src', 'scripts', 'types', 'tsconfig.json', 'package-lock.json']
    .flatMap((name) => filesBelow(join(PROJECT_ROOT, name)))
    .filter((file) => !isNotCompiled.test(relative(PROJECT_ROOT, file)));
}

async function compile(): Promise<void> {
  // tsc trusts its .tsbuildinfo even if the files it describes are gone.
  if (!existsSync(STAMP)) rmSync(join(STRAPI_DIRECTORIES.distDir, '.tsbuildinfo'), { force: true });
  try {
    await runTool(compiler(), ['-p', 'tsconfig.json']);
  } catch (cause) {
    throw new Error(`The server does not compile:\n${(cause as Error).message}`, { cause });
  }
}

function compiler(): string {
  try {
    return createRequire(__filename).resolve('typescript/bin/tsc');
  } catch (cause) {
    throw new Error(
      'typescript is missing: run "npm ci" with the development packages, then "npm run build".',
      {
        cause,
      },
    );
  }
}

// Beside what is compiled they would hide the package.json in which `#src/` is written (docs/adr/0059).
const NOT_COMPILED = /^src\/plugins\/[^/]+\/package\.json$/;

function removeWithoutSource(): void {
  for (const file of ['config', 'src', 'scripts'].flatMap((name) =>
    filesBelow(join(STRAPI_DIRECTORIES.distDir, name)),
  )) {
    const name = relative(STRAPI_DIRECTORIES.distDir, file);
    const source = join(PROJECT_ROOT, name);
    const hasSource = [source, ...['.ts', '.tsx'].map((end) => source.replace(/\.js$/, end))].some(
      existsSync,
    );
    if (!hasSource || NOT_COMPILED.test(name)) rmSync(file);
  }
}
