import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { openRoute } from '#src/platform/http/open-route';
import { cityTokens, coloursIn } from './domain/colours';

/** The addresses of the files that pages refer to. */
export interface Assets {
  readonly css: string;
  readonly js: string;
  /** What a map takes, loaded when one is in view. */
  readonly map: string;
}

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

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

// Kept by instance: tests boot several in one process.
const served = new WeakMap<Core.Strapi, Assets>();

/**
 * Serves the style sheet and the scripts of all pages. Their addresses change with their content, so browsers need not ask
 * for them again; that of the style sheet has the city's colours in its query. Call in `register()`.
 */
export function serveAssets(strapi: Core.Strapi): Assets {
  serveSolver(strapi);
  const { root } = strapi.dirs.app;
  const serve = (folder: string, name: string, extension: keyof typeof TYPES): string => {
    const bytes = readAsset(join(folder, `${name}.${extension}`));
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const path = `/pages/${name}.${version}.${extension}`;
    const handler = (ctx: Context): void => {
      ctx.set('Cache-Control', FOREVER);
      ctx.type = TYPES[extension];
      const tokens = extension === 'css' ? cityTokens(coloursIn(new URLSearchParams(ctx.querystring))) : '';
      ctx.body = tokens === '' ? bytes : Buffer.concat([bytes, Buffer.from(tokens)]);
    };
    strapi.server.routes([openRoute('GET', path, handler)]);
    return path;
  };
  // Bundled when the rest is compiled (scripts/lib/builds/browser-files.ts).
  const built = join(root, 'build', 'pages');
  const assets = {
    css: serve(join(root, 'src', 'plugins', 'pages', 'web'), 'pages', 'css'),
    js: serve(built, 'pages', 'js'),
    map: serve(built, 'map', 'js'),
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
