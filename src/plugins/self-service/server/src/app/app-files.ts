import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { serveForever } from '#src/platform/http/lasting-file';

/** The addresses of what "Mein Betrieb" is made of. */
export interface AppFiles {
  readonly script: string;
  readonly style: string;
}

// The names change with the contents.
const FOLDER = '/my-business';

interface Built extends AppFiles {
  /** What the script loads when it is wanted. */
  readonly further: readonly string[];
}

function builtFiles(folder: string): Built {
  const list = join(folder, 'files.json');
  if (!existsSync(list)) throw new Error(`${list} is missing: run "npm run build".`);
  return JSON.parse(readFileSync(list, 'utf8')) as Built;
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
  for (const name of further) serve(name);
  return { script: serve(script), style: serve(style) };
}
