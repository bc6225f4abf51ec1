import type { Core } from '@strapi/strapi';
import { resolveLanguage, type Language } from '../domain/language';

interface RequestState {
  auth?: { strategy?: { name?: string } };
  user?: { preferedLanguage?: string | null };
}

interface RequestContext {
  state: RequestState;
  originalUrl: string;
  get(header: string): string;
}

const request = (strapi: Core.Strapi): RequestContext | undefined => strapi.requestContext.get();

const isAdmin = (context: RequestContext): boolean => context.state.auth?.strategy?.name === 'admin';

// i18n empties `ctx.query` of the content manager's create.
const localeIn = ({ originalUrl }: RequestContext): string | null =>
  new URL(originalUrl, 'http://localhost').searchParams.get('locale');

/** The language to answer the present request in; German where there is none. */
export function languageOf(strapi: Core.Strapi): Language {
  const context = request(strapi);
  if (!context) return resolveLanguage({});
  const acceptLanguage = context.get('Accept-Language');
  // In the admin panel `locale` names the translation that is edited, not the editor's language.
  return isAdmin(context)
    ? resolveLanguage({
        acceptLanguage,
        preferred: context.state.user?.preferedLanguage,
        contentLocale: localeIn(context),
      })
    : resolveLanguage({ locale: localeIn(context), acceptLanguage });
}
