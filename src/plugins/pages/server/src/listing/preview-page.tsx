import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { languageFor, type Language } from '#src/languages/language';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
import { Paragraphs } from '#src/platform/pages/elements';
import type { Asked, Page, PageView } from '#src/platform/pages/page';
import { draftShown, listingShown } from '#src/plugins/directory/server/src/contract';
import { openedPreview } from '#src/reading/preview/opened-preview';
import { PREVIEW_PAGE } from '#src/reading/preview/own-preview';
import { listingView } from './listing-page';

interface Previewed {
  readonly type: DirectoryType;
  readonly documentId: string;
  readonly locale: string;
}

/** The one draft that the token in the address was made for, if that is the one that the address names. */
async function previewedIn(
  { strapi, language, params, query }: Asked,
  now: Date,
): Promise<Previewed | undefined> {
  const token = await openedPreview(strapi, query.get('token') ?? '', now);
  if (!token || token.type !== params.type || token.documentId !== params.documentId) return undefined;
  const type = typeOf(strapi, token.type);
  return type && languageFor(token.locale) === language ? { ...token, type } : undefined;
}

function typeOf(strapi: Core.Strapi, name: string): DirectoryType | undefined {
  const type = typeNamed(listingTypes(strapi).directory, name);
  return type?.page && type;
}

/** A page without anything of the draft. It is in the panel's frame like the draft, so it is no refusal. */
function instead(language: Language, why: 'gone' | 'notPublic' | 'over'): PageView {
  const { title, text } = CATALOGUES[language].cityPages.preview[why];
  return {
    title,
    status: why === 'over' ? 401 : 404,
    inOneLanguage: true,
    body: <Paragraphs text={text} />,
  };
}

async function show(asked: Asked): Promise<PageView> {
  const { strapi, language, query } = asked;
  const now = new Date();
  const previewed = await previewedIn(asked, now);
  if (!previewed) return instead(language, 'over');
  const { type, documentId } = previewed;
  const isPublic = query.get('status') === 'published';
  const shown = isPublic
    ? await listingShown(strapi, { type: type.type, slug: documentId }, language, now)
    : await draftShown(strapi, { ...previewed, uid: type.uid, type: type.type }, language, now);
  if (!shown) return instead(language, isPublic ? 'notPublic' : 'gone');
  const words = CATALOGUES[language].cityPages.preview;
  const { title, jsonLd: _forMachines, ...view } = await listingView(asked, type, shown);
  return {
    ...view,
    title: title || words.unnamed,
    inOneLanguage: true,
    notice: isPublic ? words.published : words.draft,
  };
}

/** A draft as its page will be, for the editor who opens the panel's preview and for its contributors (docs/adr/0084). */
export const previewPage: Page = {
  name: PREVIEW_PAGE,
  paths: { de: '/vorschau/:type/:documentId', en: '/en/preview/:type/:documentId' },
  reach: 'private',
  isInPanel: true,
  show,
};
