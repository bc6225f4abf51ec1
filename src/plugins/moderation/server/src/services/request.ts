import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, resolveLanguage, type Language } from '../../../../../domain/language';

interface RequestState {
  user?: { preferedLanguage?: string | null };
}

interface RequestContext {
  path: string;
  state: RequestState;
  query: Record<string, unknown>;
  get(header: string): string;
}

const current = (strapi: Core.Strapi): RequestContext | undefined => strapi.requestContext.get();

/** The language to answer the running request in; German outside of one. */
export function requestLanguage(strapi: Core.Strapi): Language {
  const ctx = current(strapi);
  if (!ctx) return DEFAULT_LANGUAGE;
  const { locale } = ctx.query;
  return resolveLanguage({
    locale: typeof locale === 'string' ? locale : null,
    acceptLanguage: ctx.get('Accept-Language'),
    preferred: ctx.state.user?.preferedLanguage ?? null,
  });
}

/** True in a request for several documents at once, of the content manager's lists. */
export const isBulkRequest = (strapi: Core.Strapi): boolean =>
  /^\/content-manager\/.*\/actions\/bulk/.test(current(strapi)?.path ?? '');
