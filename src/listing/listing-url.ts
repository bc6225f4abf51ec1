import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, languageFor, type Language } from '../languages/language';
import { pathIn } from '../languages/path-in';
import { publicUrl } from '../platform/mail/public-url';
import type { Listing } from './domain/listing';
import type { ListingType } from './domain/listing-type';
import { listingTypes, typeNamed } from './listing-types';

type Named = Pick<Listing, 'type' | 'slug' | 'documentId'>;

/** The path below which the pages of a type are, in a language; `undefined` if its documents have none. */
export const listingsPath = ({ page }: Pick<ListingType, 'page'>, language: Language): string | undefined =>
  page && pathIn(language, `/${page[language]}`);

/**
 * Where people read listings of a type, with `{slug}` to be filled in: `LISTING_URL`, such as
 * `https://www.example.de/{type}/{slug}`, or else their pages here, or the directory's answers where they have none.
 */
export function listingUrlTemplate(
  strapi: Core.Strapi,
  type: string,
  language: Language = DEFAULT_LANGUAGE,
): string {
  if (process.env.LISTING_URL) return process.env.LISTING_URL.replaceAll('{type}', type);
  const known = typeNamed(listingTypes(strapi).directory, type);
  const pages = known && listingsPath(known, language);
  return publicUrl(strapi, pages ? `${pages}/{slug}` : `/api/directory/listings/${type}/{slug}`);
}

/**
 * Where people read a listing. One without a slug is named by its document id.
 * @param language of the reader, if it is known
 */
export const listingUrl = (
  strapi: Core.Strapi,
  { type, slug, documentId }: Named,
  language?: Language,
): string =>
  listingUrlTemplate(strapi, type, language).replaceAll('{slug}', encodeURIComponent(slug ?? documentId));

/** Where people find all listings of a type: the website of `LISTING_URL`, or else its page here, or the directory. */
export function listingsUrl(strapi: Core.Strapi, type: string, locale: string): string {
  const website = process.env.LISTING_URL;
  if (website) return new URL('/', website).href;
  const known = typeNamed(listingTypes(strapi).directory, type);
  const pages = known && listingsPath(known, languageFor(locale));
  return pages
    ? publicUrl(strapi, pages)
    : publicUrl(strapi, '/api/directory/search', { type, sort: 'newest', locale });
}
