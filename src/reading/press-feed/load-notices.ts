import type { Core } from '@strapi/strapi';
import { publicFilters } from '../../domain/public-rule';
import { publicRule } from '../../listing/listing-types';
import { cityTimeZone } from '../../city/known-city';
import type { Notice } from './domain/press-feed';
import { documentsOf } from '../../platform/strapi/documents';

// Readers poll; older ones are in the REST list.
const NEWEST = 50;

/** The newest public press notices that exist in a locale, and the city's name and time zone. */
export async function loadNotices(
  strapi: Core.Strapi,
  locale: string,
  now: Date,
): Promise<{ notices: Notice[]; city: string; timeZone: string }> {
  const uid = 'api::press-notice.press-notice';
  const timeZone = await cityTimeZone(strapi);
  const [notices, profile] = await Promise.all([
    documentsOf<Notice>(strapi, uid).findMany({
      status: 'published',
      locale,
      filters: publicFilters(publicRule(strapi, uid), now, timeZone),
      sort: [{ publishedOn: 'desc' }, { slug: 'asc' }],
      limit: NEWEST,
      populate: { topics: true, attachments: true },
    }),
    strapi.documents('api::city-profile.city-profile').findFirst({ status: 'published', fields: ['name'] }),
  ]);
  return { notices, city: profile?.name ?? 'Stadtverbund', timeZone };
}
