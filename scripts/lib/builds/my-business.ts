import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { PROJECT_ROOT } from '../project';

// Outside dist/, which Strapi's watch mode empties.
const BUILT = join(PROJECT_ROOT, 'build', 'my-business');
const LIST = join(BUILT, 'files.json');
const SOURCES = join(PROJECT_ROOT, 'src', 'plugins', 'self-service', 'web');

const LICENCES = `/*! With React (https://react.dev, MIT, (c) Meta Platforms) and React Aria (https://react-aria.adobe.com, Apache-2.0, (c) Adobe). */`;

export const hasMyBusiness = (): boolean => existsSync(LIST);

/**
 * Bundles "Mein Betrieb" for browsers into build/my-business/, under names with a hash of the contents, and lists in
 * files.json what the server has to know; takes a second.
 */
export async function buildMyBusiness(): Promise<void> {
  // A development package: loaded when it is needed.
  const { build } = await import('esbuild');
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [join(SOURCES, 'app.tsx'), join(SOURCES, 'app.css')],
    outdir: BUILT,
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { '@stadtverbund/client': join(PROJECT_ROOT, 'packages', 'client', 'src', 'index.ts') },
    legalComments: 'none',
    banner: { js: LICENCES },
    logLevel: 'warning',
    write: false,
  });
  for (const { path, contents } of outputFiles) writeFileSync(path, contents);
  const named = (extension: string): string | undefined =>
    outputFiles.map(({ path }) => basename(path)).find((name) => extname(name) === extension);
  writeFileSync(LIST, JSON.stringify({ script: named('.js'), style: named('.css') }));
}
