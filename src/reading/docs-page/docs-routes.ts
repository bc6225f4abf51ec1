import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { absolutePath } from 'swagger-ui-dist';
import { languageOf } from '../../platform/http/language-of';
import { openApiDocument } from '../openapi/build-document';
import { docsPage, PAGE_CSS, PAGE_JS } from './page';

// Stricter than elsewhere: everything from here, nothing inline. Swagger UI's icons are data: images.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES = { css: 'text/css', js: 'text/javascript', png: 'image/png' } as const;

type Extension = keyof typeof TYPES;

const VENDOR_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The five files of the page, kept in memory. */
const assets = (): ReadonlyMap<string, string | Buffer> =>
  new Map<string, string | Buffer>([
    ...VENDOR_FILES.map((name) => [name, readFileSync(join(absolutePath(), name))] as const),
    ['page.css', PAGE_CSS],
    ['page.js', PAGE_JS],
  ]);

const route = (path: string, handler: (ctx: Context) => void) => ({
  method: 'GET' as const,
  path,
  handler,
  info: { type: 'content-api' },
  config: { auth: false as const },
});

const answerPage = (ctx: Context): void => {
  const language = languageOf(ctx);
  ctx.set('Content-Security-Policy', POLICY);
  ctx.set('Content-Language', language);
  ctx.vary('Accept-Language');
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = docsPage(language);
};

/** `GET /docs`, its files, and `GET /api/openapi.json`: served from here, so they work without the internet. */
export function registerDocsRoutes(strapi: Core.Strapi): void {
  const files = assets();
  const answerFile = (name: string) => (ctx: Context) => {
    ctx.set('Cache-Control', 'public, max-age=3600');
    ctx.type = TYPES[name.split('.').pop() as Extension];
    ctx.body = files.get(name);
  };
  strapi.server.routes([
    route('/docs', answerPage),
    ...[...files.keys()].map((name) => route(`/docs/${name}`, answerFile(name))),
    route('/api/openapi.json', (ctx) => {
      ctx.body = openApiDocument(strapi, ctx);
    }),
  ]);
}
