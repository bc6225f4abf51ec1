import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { openRoute } from '#src/platform/http/open-route';

/** The addresses of what "Mein Betrieb" is made of. */
export interface AppFiles {
  readonly script: string;
  readonly style: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

// A year; the names change with the contents.
const FOREVER = 'public, max-age=31536000, immutable';

const FOLDER = '/my-business';

function builtFiles(folder: string): AppFiles {
  const list = join(folder, 'files.json');
  if (!existsSync(list)) throw new Error(`${list} is missing: run "npm run build".`);
  return JSON.parse(readFileSync(list, 'utf8')) as AppFiles;
}

/**
 * Serves what was bundled from `web` (scripts/lib/builds/my-business.ts). Call in `register()`.
 * @returns where it is
 * @throws if it was not built
 */
export function serveAppFiles(strapi: Core.Strapi): AppFiles {
  const folder = join(strapi.dirs.app.root, 'build', 'my-business');
  const serve = (name: string): string => {
    const bytes = readFileSync(join(folder, name));
    const path = `${FOLDER}/${name}`;
    const handler = (ctx: Context): void => {
      ctx.set('Cache-Control', FOREVER);
      ctx.type = TYPES[extname(name)] ?? 'application/octet-stream';
      ctx.body = bytes;
    };
    strapi.server.routes([openRoute('GET', path, handler)]);
    return path;
  };
  const { script, style } = builtFiles(folder);
  return { script: serve(script), style: serve(style) };
}
