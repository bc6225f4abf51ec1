import type { Core } from '@strapi/strapi';
import type { PublicType } from '../../listing/domain/listing-type';
import { listingTypes } from '../../listing/listing-types';
import { languageFor } from '../../languages/language';
import { listingUrl } from '../../listing/listing-url';
import { permissionChecker } from '../../platform/strapi/content-manager';
import { documentsOf } from '../../platform/strapi/documents';
import { defaultLocale } from '../../platform/strapi/locales';
import { previewToken } from './domain/preview-token';
import { ownPreviewUrl } from './own-preview';
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

/** A draft that an editor may read. */
interface Found {
  readonly type: PublicType;
  readonly documentId: string;
  readonly slug: string | null;
  readonly locale: string;
  readonly status: 'draft' | 'published';
}

/** Where the city's website shows it: the draft by `PREVIEW_URL` with the token, what is published at its own page. */
function websiteUrl(strapi: Core.Strapi, template: string, found: Found, token: () => string): string {
  const { documentId, slug, locale, status } = found;
  const { type } = found.type;
  if (status === 'published') return listingUrl(strapi, { type, slug, documentId }, languageFor(locale));
  const values: Readonly<Record<string, string>> = {
    type,
    slug: slug ?? documentId,
    documentId,
    locale,
    token: token(),
  };
  return template.replace(/\{(\w+)\}/g, (all, name: string) => encodeURIComponent(values[name] ?? all));
}

async function found(
  strapi: Core.Strapi,
  uid: string,
  { documentId, locale: asked, status }: Asked,
): Promise<Found | undefined> {
  const type = listingTypes(strapi).public.get(uid);
  if (!type?.drafts || documentId === undefined) return undefined;
  const locale = asked || (await defaultLocale(strapi));
  const draft = await documentsOf(strapi, uid).findOne({ documentId, locale, status: 'draft' });
  if (!draft || !mayRead(strapi, uid, draft)) return undefined;
  const slug = typeof draft['slug'] === 'string' ? draft['slug'] : null;
  return { type, documentId, slug, locale, status: status === 'published' ? status : 'draft' };
}

/**
 * Where an editor sees a document as its readers would: on the city's website if there is a `PREVIEW_URL`, or else on our
 * own page. The handler of the panel's preview (config/admin.ts).
 * @returns `undefined` for what has no page, or not for this editor: the panel then shows no preview
 */
export async function previewUrl(
  strapi: Core.Strapi,
  uid: string,
  asked: Asked,
): Promise<string | undefined> {
  const shown = await found(strapi, uid, asked);
  if (!shown) return undefined;
  const template = process.env.PREVIEW_URL;
  const { documentId, locale, status } = shown;
  const { type, page } = shown.type;
  const [key] = previewKeys(strapi);
  const token = (): string => previewToken(key, { type, documentId, locale }, new Date());
  if (template) return websiteUrl(strapi, template, shown, token);
  return page && ownPreviewUrl(strapi, { type, documentId, locale, status, token: token() });
}
