import type { Core } from '@strapi/strapi';
import { parseUrl } from '../../domain/parse-url';
import { languageFor } from '../../languages/language';
import { publicUrl } from '../../platform/mail/public-url';
import { pageAddress } from '../../platform/pages/pages';

/** The name of the page that shows a draft. */
export const PREVIEW_PAGE = 'preview';

/**
 * The origin of the panel if it is another than that of the pages: `url` in config/admin.ts. That one may show the preview
 * in a frame, too.
 */
export function foreignPanel(strapi: Core.Strapi): string | undefined {
  const [panel, own] = ['admin.url', 'server.url'].map((name) =>
    parseUrl(strapi.config.get<string>(name, '')),
  );
  return panel && panel.origin !== own?.origin ? panel.origin : undefined;
}

interface Previewed {
  readonly type: string;
  readonly documentId: string;
  readonly locale: string;
  readonly token: string;
  readonly status: 'draft' | 'published';
}

/**
 * The address of our own preview. Without a host where it can be: the panel may be open under another than `PUBLIC_URL`,
 * and lets only its own into its frame.
 */
export function ownPreviewUrl(
  strapi: Core.Strapi,
  { type, documentId, locale, token, status }: Previewed,
): string {
  const path = pageAddress(strapi, PREVIEW_PAGE, languageFor(locale), { type, documentId });
  const query = { token, ...(status === 'published' ? { status } : {}) };
  if (foreignPanel(strapi)) return publicUrl(strapi, path, query);
  return `${path}?${new URLSearchParams(query).toString()}`;
}
