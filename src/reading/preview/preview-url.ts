import type { Core } from '@strapi/strapi';
import { listingTypes } from '../../listing/listing-types';
import { languageFor } from '../../languages/language';
import { listingUrl } from '../../listing/listing-url';
import { permissionChecker } from '../../platform/strapi/content-manager';
import { documentsOf } from '../../platform/strapi/documents';
import { defaultLocale } from '../../platform/strapi/locales';
import { previewToken } from './domain/preview-token';
import { previewKeys } from './preview-keys';

/** What the panel asks for. */
interface Asked {
  readonly documentId?: string;
  readonly locale?: string | null;
  readonly status?: string;
}

/** Whether the editor who asks may read the draft: Strapi's route asks for a sign-in only. */
function mayRead(strapi: Core.Strapi, uid: string, draft: object): boolean {
  const { userAbility } = (strapi.requestContext.get()?.state ?? {}) as { userAbility?: unknown };
  if (!userAbility) return false;
  const { cannot } = permissionChecker(strapi, userAbility, uid);
  return !cannot.read() && !cannot.read(draft);
}

/**
 * Where the city's website shows a document to an editor: the draft by `PREVIEW_URL` with a token, what is published at
 * its own page. The handler of the panel's preview (config/admin.ts).
 * @returns `undefined` for what has no page, or not for this editor: the panel then shows no preview
 */
export async function previewUrl(
  strapi: Core.Strapi,
  uid: string,
  { documentId, locale: asked, status }: Asked,
): Promise<string | undefined> {
  const template = process.env.PREVIEW_URL;
  const type = listingTypes(strapi).public.get(uid);
  if (!template || !type?.drafts || documentId === undefined) return undefined;
  const locale = asked || (await defaultLocale(strapi));
  const draft = await documentsOf(strapi, uid).findOne({ documentId, locale, status: 'draft' });
  if (!draft || !mayRead(strapi, uid, draft)) return undefined;
  const slug = typeof draft['slug'] === 'string' ? draft['slug'] : null;
  if (status === 'published')
    return listingUrl(strapi, { type: type.type, slug, documentId }, languageFor(locale));
  const [key] = previewKeys(strapi);
  const values: Readonly<Record<string, string>> = {
    type: type.type,
    slug: slug ?? documentId,
    documentId,
    locale,
    token: previewToken(key, { type: type.type, documentId, locale }, new Date()),
  };
  return template.replace(/\{(\w+)\}/g, (all, name: string) => encodeURIComponent(values[name] ?? all));
}
