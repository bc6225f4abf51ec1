import type { Core } from '@strapi/strapi';
import { resolveLanguage, type Language } from '../domain/language';

/**
 * Who is behind a write: an editor or a super admin in the admin panel, a contributor (or anything else that comes
 * over the content API), or code without a request (import, jobs), which is trusted like an editor.
 */
export type Actor = 'super-admin' | 'editor' | 'contributor' | 'code';

interface RequestState {
  auth?: { strategy?: { name?: string } };
  user?: { roles?: { code?: string }[]; preferedLanguage?: string | null };
}

interface RequestContext {
  state: RequestState;
  query: Record<string, unknown>;
  get(header: string): string;
}

const SUPER_ADMIN = 'strapi-super-admin';

const request = (strapi: Core.Strapi): RequestContext | undefined => strapi.requestContext.get();

export function actorOf(strapi: Core.Strapi): Actor {
  const context = request(strapi);
  if (!context) return 'code';
  const { auth, user } = context.state;
  if (auth?.strategy?.name !== 'admin') return 'contributor';
  return user?.roles?.some(({ code }) => code === SUPER_ADMIN) ? 'super-admin' : 'editor';
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The language to answer the present request in; German where there is none. */
export function languageOf(strapi: Core.Strapi): Language {
  const context = request(strapi);
  if (!context) return resolveLanguage({});
  return resolveLanguage({
    locale: text(context.query.locale),
    acceptLanguage: context.get('Accept-Language'),
    preferred: context.state.user?.preferedLanguage,
  });
}
