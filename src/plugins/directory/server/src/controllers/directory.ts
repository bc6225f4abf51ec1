import type { Core } from '@strapi/strapi';
import { answer } from '../answer';
import type { PlainRequest } from '#src/response-cache/index';

interface KoaContext {
  method: string;
  path: string;
  querystring: string;
  headers: PlainRequest['headers'];
  status: number;
  body: unknown;
  set(headers: Readonly<Record<string, string>>): void;
  vary(header: string): void;
}

/** Wraps the framework-free answers for requests that come through Koa. */
export const directory = ({ strapi }: { strapi: Core.Strapi }) => ({
  async answer(ctx: KoaContext): Promise<void> {
    const { method, path, querystring, headers } = ctx;
    const request = { method, path, query: new URLSearchParams(querystring), headers };
    const answered = await answer(strapi, request, new Date());
    if (!answered) return;
    ctx.status = answered.status;
    const { vary, ...own } = answered.headers;
    ctx.set({ 'content-language': answered.language, ...own });
    // In addition to what other middlewares have set.
    if (vary) ctx.vary(vary);
    ctx.body = answered.body;
  },
});
