import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '#src/city/known-city';
import { LANGUAGES, spoken, type Language } from '#src/languages/language';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import { publicOrigin } from '#src/platform/http/public-origin';
import type { Asked, Moved, Page, PageView } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { listingShown, type ListingShown } from '#src/plugins/directory/server/src/contract';
import { pageMap } from '../map/page-map';
import { missing } from './gone';
import { ListingBody } from './listing-body';
import { kindOf } from './kind-of';
import { Mark } from './mark';
import { fileOf } from './picture';
import { many, one, text, type Entry } from './read-facts';
import { dayOf } from './words-of-facts';

/** The name of the pages of a type, for links to them. */
export const listingPageName = (type: string): string => `listing-${type}`;

const leadOf = (facts: Entry): string | undefined => text(facts, 'summary') ?? text(facts, 'teaser');

/** What a listing says of itself, for who finds it elsewhere. */
const descriptionOf = (facts: Entry): string | undefined =>
  leadOf(facts) ?? text(facts, 'description') ?? text(facts, 'story');

const pictureOf = (facts: Entry): string | undefined =>
  fileOf(one(facts, 'image')) ?? fileOf(many(facts, 'photos')[0]) ?? fileOf(one(facts, 'logo'));

const textLanguage = ({ locale }: ListingShown, language: Language): Language | undefined => {
  const own = spoken(locale);
  return own === language ? undefined : own;
};

async function show(asked: Asked, type: DirectoryType): Promise<PageView | Moved> {
  const { strapi, language, params } = asked;
  const { slug = '' } = params;
  const now = new Date();
  const shown = await listingShown(strapi, { type: type.type, slug }, language, now);
  if (!shown) throw await missing(strapi, type, slug, now);
  const name = listingPageName(type.type);
  // By its document id, or by the slug of another.
  const address = pageAddress(strapi, name, language, { slug: shown.slug });
  if (slug !== shown.slug) return { movedTo: address };
  return listingView(asked, type, shown);
}

/** The page of a listing, public or not. */
export async function listingView(
  { strapi, language, ctx }: Asked,
  type: DirectoryType,
  shown: ListingShown,
): Promise<PageView> {
  const address = pageAddress(strapi, listingPageName(type.type), language, { slug: shown.slug });
  const origin = publicOrigin(strapi, ctx);
  const { facts } = shown;
  const lead = leadOf(facts);
  const description = descriptionOf(facts);
  const picture = pictureOf(facts);
  const other = textLanguage(shown, language);
  const published = text(facts, 'publishedOn');
  const timeZone = await cityTimeZone(strapi);
  return {
    title: shown.name,
    kind: [kindOf(type.type, facts, language), published && dayOf(published, timeZone, language)]
      .filter(Boolean)
      .join(' · '),
    ...(type.isBusiness ? { mark: <Mark {...{ facts, language }} shows="logo" /> } : {}),
    ...(lead === undefined ? {} : { lead }),
    ...(description === undefined ? {} : { description }),
    ...(other === undefined ? {} : { textLanguage: other }),
    expiresAt: shown.expiresAt,
    sharing: {
      picture: picture && new URL(picture, origin).href,
      type: 'publishedOn' in facts ? 'article' : 'website',
    },
    ...(shown.jsonLd === undefined ? {} : { jsonLd: shown.jsonLd }),
    hasMap: one(facts, 'location') !== undefined,
    body: (
      <ListingBody
        shown={shown}
        reader={{ strapi, language, timeZone, textLanguage: other }}
        url={`${origin}${address}`}
        ground={await pageMap(strapi)}
      />
    ),
  };
}

/** The pages of the listings of each type that has addresses for them. */
export const listingPages = (strapi: Core.Strapi): Page[] =>
  [...listingTypes(strapi).directory.values()]
    .filter(({ page }) => page !== undefined)
    .map((type) => ({
      name: listingPageName(type.type),
      paths: Object.fromEntries(
        LANGUAGES.map((language) => [language, `${listingsPath(type, language) ?? ''}/:slug`]),
      ) as Record<Language, string>,
      reach: 'public',
      show: (asked) => show(asked, type),
    }));
