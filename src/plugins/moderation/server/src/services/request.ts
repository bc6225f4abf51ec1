import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, resolveLanguage, type Language } from '../../../../../domain/language';
import type { Actor } from '../contract';

interface RequestState {
  auth?: { strategy?: { name?: string } };
  user?: {
    id: number;
    username?: string | null;
    firstname?: string | null;
    lastname?: string | null;
    email?: string;
    preferedLanguage?: string | null;
  };
  route?: { info?: { type?: string } };
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

/** The name of an admin user for the log. */
export const editorName = (user: NonNullable<RequestState['user']>): string =>
  [user.firstname, user.lastname].filter(Boolean).join(' ') || user.username || user.email || String(user.id);

/**
 * Who is behind a call of the document service: an editor in the admin panel, somebody on the content API, or code
 * (import, demo, a job).
 */
export function actorOfRequest(strapi: Core.Strapi): Actor {
  const ctx = current(strapi);
  if (!ctx) return { kind: 'system', id: null, name: null };
  const { auth, user, route } = ctx.state;
  const onAdminSide = route?.info?.type === 'admin' || auth?.strategy?.name === 'admin';
  if (onAdminSide && user) return { kind: 'editor', id: user.id, name: editorName(user) };
  if (onAdminSide) return { kind: 'system', id: null, name: 'admin token' };
  return { kind: 'contributor', id: user?.id ?? null, name: user?.username ?? null };
}

/** True in a request for several documents at once, of the content manager's lists. */
export const isBulkRequest = (strapi: Core.Strapi): boolean =>
  /^\/content-manager\/.*\/actions\/bulk/.test(current(strapi)?.path ?? '');
