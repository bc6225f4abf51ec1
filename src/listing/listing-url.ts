import type { Core } from '@strapi/strapi';
import { publicUrl } from '../platform/mail/public-url';
import type { Listing } from './domain/listing';

type Named = Pick<Listing, 'type' | 'slug' | 'documentId'>;

/**
 * Where people read a listing: `LISTING_URL` with `{type}` and `{slug}` filled in, such as
 * `https://www.example.de/{type}/{slug}`, or else its page in this installation's directory. A listing without a slug
 * is named by its document id.
 */
export function listingUrl(strapi: Core.Strapi, { type, slug, documentId }: Named): string {
  const template = process.env.LISTING_URL;
  const name = slug ?? documentId;
  if (!template) return publicUrl(strapi, `/api/directory/listings/${type}/${encodeURIComponent(name)}`);
  return template.replaceAll('{type}', type).replaceAll('{slug}', encodeURIComponent(name));
}
