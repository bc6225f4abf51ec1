import type { Context } from 'koa';
import { resolveLanguage, type Language } from '../../domain/language';

/** The language a request asks to be answered in. */
export function requestLanguage(ctx: Pick<Context, 'query' | 'get'>): Language {
  const locale = ctx.query.locale;
  return resolveLanguage({
    locale: typeof locale === 'string' ? locale : undefined,
    acceptLanguage: ctx.get('Accept-Language'),
  });
}
