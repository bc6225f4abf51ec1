import type { IncomingHttpHeaders } from 'node:http';
import { DEFAULT_LANGUAGE, negotiated, spoken, type Language } from '../../languages/language';

/** The parts of a request that determine its language; a Koa context has them. */
export interface Asking {
  /** Path and query as sent, since i18n empties `ctx.query` for some requests. */
  readonly originalUrl?: string;
  readonly headers?: Readonly<IncomingHttpHeaders>;
  readonly state?: unknown;
}

interface PanelState {
  readonly user?: { readonly preferedLanguage?: string | null } | null;
}

// Everything else is the admin panel and its requests.
const OUTSIDE = /^\/(api|graphql|docs|uploads|metrics|_health)(\/|\?|$)/;

const localeIn = (url: string): string | null =>
  new URLSearchParams(url.split('?', 2)[1] ?? '').get('locale');

/**
 * The language for answering a request; German if there is no request.
 *
 * Outside: the `locale` asked for, then `Accept-Language`. In the admin panel `locale` is the translation at hand and
 * says nothing of who reads; the panel sends the language that the editor has chosen as `Accept-Language`
 * (src/admin/strapi/patches/fetch.ts), and requests without it are answered in the language of the editor's profile.
 */
export function languageOf(asking: Asking | undefined): Language {
  if (!asking) return DEFAULT_LANGUAGE;
  const { originalUrl = '', headers = {}, state } = asking;
  const wished = negotiated(headers['accept-language']);
  if (OUTSIDE.test(originalUrl)) return spoken(localeIn(originalUrl)) ?? wished ?? DEFAULT_LANGUAGE;
  const { user } = (state ?? {}) as PanelState;
  return wished ?? spoken(user?.preferedLanguage) ?? DEFAULT_LANGUAGE;
}
