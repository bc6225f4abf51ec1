import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project';

// Outside dist/, which Strapi's watch mode empties.
const BUILT = join(PROJECT_ROOT, 'build', 'pages');
const SOURCES = join(PROJECT_ROOT, 'src', 'plugins', 'pages', 'web');

// One for all pages, and what a map takes, which is loaded when one is in view.
const NAMES = ['pages', 'map'] as const;

const LICENCES = `/*! With Leaflet (https://leafletjs.com, BSD-2-Clause, (c) 2010-2023 Volodymyr Agafonkin, (c) 2010-2011 CloudMade), supercluster and kdbush (https://github.com/mapbox/supercluster, ISC, (c) Mapbox, Volodymyr Agafonkin). */`;

export const hasBrowserFiles = (): boolean => NAMES.every((name) => existsSync(join(BUILT, `${name}.js`)));

/** Bundles the scripts of the city's pages for browsers into build/pages/; takes a tenth of a second. */
export async function buildBrowserFiles(): Promise<void> {
  // A development package: loaded when it is needed.
  const { build } = await import('esbuild');
  await build({
    entryPoints: NAMES.map((name) => join(SOURCES, `${name}.ts`)),
    outdir: BUILT,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(PROJECT_ROOT, 'tsconfig.admin.json'),
    charset: 'utf8',
    loader: { '.css': 'text' },
    legalComments: 'none',
    banner: { js: LICENCES },
    logLevel: 'warning',
  });
}
