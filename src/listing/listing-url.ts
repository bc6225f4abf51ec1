import type { Core } from '@strapi/strapi';
import { publicUrl } from '../platform/mail/public-url';
import type { Listing } from './domain/listing';

type Named = Pick<Listing, 'type' | 'slug' | 'documentId'>;

/**
 * Where people read listings, with `{type}` and `{slug}` to be filled in: `LISTING_URL`, such as
 * `https://www.example.de/{type}/{slug}`, or else their addresses in this installation's directory.
 */
export const listingUrlTemplate = (strapi: Core.Strapi): string =>
  process.env.LISTING_URL || publicUrl(strapi, '/api/directory/listings/{type}/{slug}');

/** Where people read a listing. One without a slug is named by its document id. */
export const listingUrl = (strapi: Core.Strapi, { type, slug, documentId }: Named): string =>
  listingUrlTemplate(strapi)
    .replaceAll('{type}', type)
    .replaceAll('{slug}', encodeURIComponent(slug ?? documentId));

/** Where people find all listings of a type: the website of `LISTING_URL`, or else the directory here. */
export function listingsUrl(strapi: Core.Strapi, type: string, locale: string): string {
  const website = process.env.LISTING_URL;
  return website
    ? new URL('/', website).href
    : publicUrl(strapi, '/api/directory/search', { type, sort: 'newest', locale });
}
