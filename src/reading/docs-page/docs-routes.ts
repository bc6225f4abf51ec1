import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { absolutePath } from 'swagger-ui-dist';
import type { Language } from '../../languages/language';
import { languageOf } from '../../platform/http/language-of';
import { openApiDocument } from '../openapi/build-document';
import { schemaText } from '../graphql/running-schema';
import { graphqlPage, GRAPHQL_JS } from './graphql-page';
import { docsPage, PAGE_CSS, PAGE_JS } from './page';

// Stricter than elsewhere: everything from here, nothing inline. Swagger UI's icons are data: images.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES = { css: 'text/css', js: 'text/javascript', png: 'image/png' } as const;

type Extension = keyof typeof TYPES;

const VENDOR_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The files of the pages, kept in memory. */
const assets = (): ReadonlyMap<string, string | Buffer> =>
  new Map<string, string | Buffer>([
    ...VENDOR_FILES.map((name) => [name, readFileSync(join(absolutePath(), name))] as const),
    ['page.css', PAGE_CSS],
    ['page.js', PAGE_JS],
    ['graphql.js', GRAPHQL_JS],
  ]);

const route = (path: string, handler: (ctx: Context, next: Next) => unknown) => ({
  method: 'GET' as const,
  path,
  handler,
  info: { type: 'content-api' },
  config: { auth: false as const },
});

/** @param page in the language of the request */
const answerPage =
  (page: (language: Language) => string) =>
  (ctx: Context): void => {
    const language = languageOf(ctx);
    ctx.set('Content-Security-Policy', POLICY);
    ctx.set('Content-Language', language);
    ctx.vary('Accept-Language');
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = page(language);
  };

// As Apollo itself decides: everything that it can answer with goes first.
const ANSWERS = ['application/json', 'application/graphql-response+json', 'multipart/mixed', 'text/html'];

/**
 * `GET /graphql` in a browser: a page of ours instead of Apollo's, which asks other hosts. Call in `register()`, so that
 * it comes before the route of the GraphQL plugin.
 */
export function registerGraphqlPage(strapi: Core.Strapi): void {
  const show = answerPage(graphqlPage);
  strapi.server.routes([
    route('/graphql', (ctx, next) => {
      ctx.vary('Accept');
      return ctx.accepts(ANSWERS) === 'text/html' ? show(ctx) : next();
    }),
  ]);
}

/** `GET /docs`, its files, the SDL, and `GET /api/openapi.json`: served from here, so they work without the internet. */
export function registerDocsRoutes(strapi: Core.Strapi): void {
  const files = assets();
  const answerFile = (name: string) => (ctx: Context) => {
    ctx.set('Cache-Control', 'public, max-age=3600');
    ctx.type = TYPES[name.split('.').pop() as Extension];
    ctx.body = files.get(name);
  };
  strapi.server.routes([
    route('/docs', answerPage(docsPage)),
    ...[...files.keys()].map((name) => route(`/docs/${name}`, answerFile(name))),
    route('/api/openapi.json', async (ctx) => {
      ctx.body = await openApiDocument(strapi, ctx);
    }),
    route('/api/schema.graphql', (ctx) => {
      // Browsers show it.
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = schemaText(strapi);
    }),
  ]);
}
