import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
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

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
} as const;

// A year, as long as caches may keep anything (RFC 9111 has no limit; browsers cap it there).
const FOREVER = 'public, max-age=31536000, immutable';

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
      ctx.type = TYPES.js;
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

interface File {
  readonly name: string;
  readonly extension: keyof typeof TYPES;
  readonly bytes: Buffer;
  /** What is added for what is asked for. */
  readonly ending?: (query: URLSearchParams) => string;
}

/** @returns the address, which changes with the content: browsers never ask for it again */
function serveForever(strapi: Core.Strapi, { name, extension, bytes, ending }: File): string {
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const path = `/pages/${name}.${version}.${extension}`;
  const handler = (ctx: Context): void => {
    ctx.set('Cache-Control', FOREVER);
    ctx.type = TYPES[extension];
    const end = ending?.(new URLSearchParams(ctx.querystring)) ?? '';
    ctx.body = end === '' ? bytes : Buffer.concat([bytes, Buffer.from(end)]);
  };
  strapi.server.routes([openRoute('GET', path, handler)]);
  return path;
}

const coloursAsked = (query: URLSearchParams): string => cityTokens(coloursIn(query));

// German and English, and the letters of names from Turkey, Poland and others, fetched where a page has some.
const SCRIPTS = ['latin', 'latin-ext'] as const;

/** Serves the font of the pages with its licence. @returns the rules of the style sheet that bring it */
function serveFont(strapi: Core.Strapi): string {
  const licence = require.resolve('@fontsource-variable/source-sans-3/LICENSE');
  const folder = dirname(licence);
  const characters = JSON.parse(readAsset(join(folder, 'unicode.json')).toString()) as Record<string, string>;
  const files = SCRIPTS.map((script) => ({
    url: serveForever(strapi, {
      name: `font-${script}`,
      extension: 'woff2',
      bytes: readAsset(join(folder, 'files', `source-sans-3-${script}-wght-normal.woff2`)),
    }),
    characters: characters[script] ?? '',
  }));
  const text = { name: 'font-licence', extension: 'txt', bytes: readAsset(licence) } as const;
  return fontFaces(files, serveForever(strapi, text));
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
    serveForever(strapi, {
      name,
      extension: 'js',
      bytes: readAsset(join(root, 'build', 'pages', `${name}.js`)),
    });
  const css = Buffer.concat([
    Buffer.from(serveFont(strapi)),
    readAsset(join(root, 'src', 'plugins', 'pages', 'web', 'pages.css')),
  ]);
  const assets = {
    css: serveForever(strapi, { name: 'pages', extension: 'css', bytes: css, ending: coloursAsked }),
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
