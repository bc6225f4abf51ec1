import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { openRoute } from '#src/platform/http/open-route';
import { serveForever } from '#src/platform/http/lasting-file';

/** The addresses of what "Mein Betrieb" is made of. */
export interface AppFiles {
  readonly script: string;
  readonly style: string;
  /** What the script loads when it is wanted. */
  readonly further: readonly string[];
  /** The service worker. */
  readonly worker: string;
}

// The names change with the contents.
const FOLDER = '/my-business';

type Built = Omit<AppFiles, 'worker'>;

function builtFiles(folder: string): Built {
  const list = join(folder, 'files.json');
  if (!existsSync(list)) throw new Error(`${list} is missing: run "npm run build".`);
  return JSON.parse(readFileSync(list, 'utf8')) as Built;
}

/** Serves the service worker, which browsers compare with the one that they have (Service Workers, 7.2). */
function serveWorker(strapi: Core.Strapi, content: Buffer): string {
  const path = `${FOLDER}/worker.js`;
  const handler = (ctx: Context): void => {
    ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
    // It is not above the pages that it serves.
    ctx.set('Service-Worker-Allowed', '/');
    ctx.type = 'text/javascript; charset=utf-8';
    ctx.body = content;
  };
  strapi.server.routes([openRoute('GET', path, handler)]);
  return path;
}

/**
 * Serves what was bundled from `web` (scripts/lib/builds/my-business.ts). Call in `register()`.
 * @returns where it is
 * @throws if it was not built
 */
export function serveAppFiles(strapi: Core.Strapi): AppFiles {
  const folder = join(strapi.dirs.app.root, 'build', 'my-business');
  const serve = (name: string): string =>
    serveForever(strapi, `${FOLDER}/${name}`, readFileSync(join(folder, name)));
  const { script, style, further } = builtFiles(folder);
  const worker = serveWorker(strapi, readFileSync(join(folder, 'worker.js')));
  return { script: serve(script), style: serve(style), further: further.map(serve), worker };
}
