import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { serveForever } from '#src/platform/http/lasting-file';
import { openRoute } from '#src/platform/http/open-route';
import { cityTokens, coloursIn } from './domain/colours';
import { fontFaces } from './domain/font-faces';

/** The addresses of the files that pages refer to. */
export interface Assets {
  readonly css: string;
  readonly js: string;
  /** What a map takes, loaded when one is in view. */
  readonly map: string;
}

// What a browser needs of ALTCHA to solve a challenge, as the package has it; they import each other by these names.
const SOLVER = ['pow.js', 'helpers.js', 'types.js', 'algorithms/web/pbkdf2.js'];
// An hour: the addresses stay when the package changes.
const A_WHILE = 'public, max-age=3600';

/** Serves the modules with which forms without an account solve their challenge. */
function serveSolver(strapi: Core.Strapi): void {
  // Beside the CommonJS files, to which `require` leads.
  const folder = join(dirname(require.resolve('altcha-lib')), '..', '..', 'esm', 'v2');
  for (const file of SOLVER) {
    const bytes = readFileSync(join(folder, file));
    const handler = (ctx: Context): void => {
      ctx.set('Cache-Control', A_WHILE);
      ctx.type = 'text/javascript; charset=utf-8';
      ctx.body = bytes;
    };
    strapi.server.routes([openRoute('GET', `/pages/altcha/${file}`, handler)]);
  }
}

function readAsset(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`${file} cannot be read: run "npm run build".`, { cause });
  }
}

/** The address of a file, which changes with its content. */
function addressOf(name: string, extension: string, bytes: Buffer): string {
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return `/pages/${name}.${version}.${extension}`;
}

const serveBytes = (strapi: Core.Strapi, name: string, extension: string, bytes: Buffer): string =>
  serveForever(strapi, addressOf(name, extension, bytes), bytes);

/** Serves the style sheet, which has the colours that are asked for at its end. */
const serveStyle = (strapi: Core.Strapi, css: Buffer): string =>
  serveForever(strapi, addressOf('pages', 'css', css), (query) =>
    Buffer.concat([css, Buffer.from(cityTokens(coloursIn(query)))]),
  );

// German and English, and the letters of names from Turkey, Poland and others, fetched where a page has some.
const SCRIPTS = ['latin', 'latin-ext'] as const;

/** Serves the font of the pages with its licence. @returns the rules of the style sheet that bring it */
function serveFont(strapi: Core.Strapi): string {
  const licence = require.resolve('@fontsource-variable/source-sans-3/LICENSE');
  const folder = dirname(licence);
  const characters = JSON.parse(readAsset(join(folder, 'unicode.json')).toString()) as Record<string, string>;
  const files = SCRIPTS.map((script) => ({
    url: serveBytes(
      strapi,
      `font-${script}`,
      'woff2',
      readAsset(join(folder, 'files', `source-sans-3-${script}-wght-normal.woff2`)),
    ),
    characters: characters[script] ?? '',
  }));
  return fontFaces(files, serveBytes(strapi, 'font-licence', 'txt', readAsset(licence)));
}

// Kept by instance: tests boot several in one process.
const served = new WeakMap<Core.Strapi, Assets>();

/**
 * Serves the style sheet and the scripts of all pages. Their addresses change with their content, so browsers need not ask
 * for them again; that of the style sheet has the city's colours in its query. Call in `register()`.
 */
export function serveAssets(strapi: Core.Strapi): Assets {
  serveSolver(strapi);
  const { root } = strapi.dirs.app;
  // Bundled when the rest is compiled (scripts/lib/builds/browser-files.ts).
  const script = (name: string): string =>
    serveBytes(strapi, name, 'js', readAsset(join(root, 'build', 'pages', `${name}.js`)));
  const css = Buffer.concat([
    Buffer.from(serveFont(strapi)),
    readAsset(join(root, 'src', 'plugins', 'pages', 'web', 'pages.css')),
  ]);
  const assets = {
    css: serveStyle(strapi, css),
    js: script('pages'),
    map: script('map'),
  };
  served.set(strapi, assets);
  return assets;
}

/** The addresses of the files once they are served. */
export function assetsOf(strapi: Core.Strapi): Assets {
  const assets = served.get(strapi);
  if (!assets) throw new Error('The files of pages are not served yet.');
  return assets;
}
