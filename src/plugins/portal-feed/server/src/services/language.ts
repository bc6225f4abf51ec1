import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, resolveLanguage, type Language } from '../../../../../domain/language';

interface RequestContext {
  state: { user?: { preferedLanguage?: string | null } };
  query: Record<string, unknown>;
  get(header: string): string;
}

/** The language to answer the running request in; German outside of one. */
export function requestLanguage(strapi: Core.Strapi): Language {
  const ctx = strapi.requestContext.get() as RequestContext | undefined;
  if (!ctx) return DEFAULT_LANGUAGE;
  const { locale } = ctx.query;
  return resolveLanguage({
    locale: typeof locale === 'string' ? locale : null,
    acceptLanguage: ctx.get('Accept-Language'),
    preferred: ctx.state.user?.preferedLanguage ?? null,
  });
}
