import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { requestLanguage } from '../../../../../http/request-language';
import { errorBodyOf, refused } from '../refused';

const UPLOADS = '/api/my/uploads';
const TOO_LARGE = 413;

/**
 * The body parser stops at 10 MB (config/middlewares.ts) before any route is reached, and says "FileTooBig"; here it
 * says what to do. To be called in `register`, so that it stands outside of the parser.
 */
export function explainLargeUploads(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (ctx.path !== UPLOADS || ctx.status !== TOO_LARGE) return;
    const refusal = refused('too-many-bytes', ['files'], { found: 'files' });
    ctx.body = errorBodyOf(refusal, requestLanguage(ctx)).body;
    ctx.status = TOO_LARGE;
  });
}
