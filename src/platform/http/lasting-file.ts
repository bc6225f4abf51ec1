import { extname } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { openRoute } from './open-route';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

// A year, as long as caches may keep anything (RFC 9111 has no limit; browsers cap it there).
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves a file that browsers never ask for again. Call in `register()`.
 * @param path changes with the content, and ends like the file
 * @param content bytes, or what is to be sent for a query
 * @returns the path
 */
export function serveForever(
  strapi: Core.Strapi,
  path: string,
  content: Buffer | ((query: URLSearchParams) => Buffer),
): string {
  const handler = (ctx: Context): void => {
    ctx.set('Cache-Control', FOREVER);
    ctx.type = TYPES[extname(path)] ?? 'application/octet-stream';
    ctx.body = typeof content === 'function' ? content(new URLSearchParams(ctx.querystring)) : content;
  };
  strapi.server.routes([openRoute('GET', path, handler)]);
  return path;
}
