import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { PROJECT_ROOT } from '../project';

// Outside dist/, which Strapi's watch mode empties.
const BUILT = join(PROJECT_ROOT, 'build', 'my-business');
const LIST = join(BUILT, 'files.json');
const SOURCES = join(PROJECT_ROOT, 'src', 'plugins', 'self-service', 'web');

const LICENCES = `/*! With React (https://react.dev, MIT, (c) Meta Platforms), React Aria (https://react-aria.adobe.com, Apache-2.0, (c) Adobe) and Leaflet (https://leafletjs.com, BSD-2-Clause, (c) 2010-2023 Volodymyr Agafonkin, (c) 2010-2011 CloudMade). */`;

const SCRIPT: BuildOptions = {
  format: 'esm',
  // What is not wanted at once, such as the map, is loaded when it is.
  splitting: true,
  jsx: 'automatic',
  tsconfig: join(PROJECT_ROOT, 'tsconfig.admin.json'),
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: { '@stadtverbund/client': join(PROJECT_ROOT, 'packages', 'client', 'src', 'index.ts') },
  // A part that is loaded later brings its styles itself.
  loader: { '.css': 'text' },
  banner: { js: LICENCES },
};

export const hasMyBusiness = (): boolean => existsSync(LIST);

/**
 * Bundles "Mein Betrieb" for browsers into build/my-business/, under names with a hash of the contents, and lists in
 * files.json what the server has to know; takes a second.
 */
export async function buildMyBusiness(): Promise<void> {
  // A development package: loaded when it is needed.
  const { build } = await import('esbuild');
  const bundled = async (entry: string, options: BuildOptions): Promise<string[]> => {
    const { outputFiles = [] } = await build({
      entryPoints: [join(SOURCES, entry)],
      outdir: BUILT,
      entryNames: '[name].[hash]',
      chunkNames: '[name].[hash]',
      bundle: true,
      minify: true,
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'warning',
      write: false,
      ...options,
    });
    for (const { path, contents } of outputFiles) writeFileSync(path, contents);
    return outputFiles.map(({ path }) => basename(path));
  };
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  // Under one address for good, since browsers ask for it again by themselves; not every one has modules in workers.
  await bundled('worker.ts', { entryNames: '[name]', format: 'iife' });
  const [style] = await bundled('app.css', {});
  const scripts = await bundled('app.tsx', SCRIPT);
  const script = scripts.find((name) => name.startsWith('app.'));
  const further = scripts.filter((name) => name !== script);
  writeFileSync(LIST, JSON.stringify({ script, style, further }));
}
