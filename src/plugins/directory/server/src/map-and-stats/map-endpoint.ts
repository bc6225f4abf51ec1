import { languageFor } from '#src/languages/language';
import { listingUrlTemplate } from '#src/listing/listing-url';
import { listingTypes } from '#src/listing/listing-types';
import type { Endpoint } from '../contract';
import { earliest, nextMinute } from '../search/expires-at';
import { askAggregate } from './ask-aggregate';
import { mapSql, type MapRow } from './map.sql';

/** A FeatureCollection (RFC 7946); without features it has no bounding box. */
function collection({ features, west, south, east, north }: MapRow): string {
  const bbox = features === null ? '' : `"bbox":${JSON.stringify([west, south, east, north])},`;
  return `{"type":"FeatureCollection",${bbox}"features":[${features ?? ''}]}`;
}

/** `GET /api/directory/map.geojson`: every point that the search filters find, in one answer. */
export const mapEndpoint: Endpoint = {
  path: /^\/api\/directory\/map\.geojson\/?$/,
  async answer(strapi, request, now) {
    const types = [...listingTypes(strapi).directory.values()]
      .filter(({ directory }) => directory.map)
      .map(({ type }) => type);
    const { query, row, isTimed } = await askAggregate<MapRow>(strapi, request.query, now, {
      purpose: 'map',
      sql: (asked, ...more) => {
        const language = languageFor(asked.locale);
        const urls = Object.fromEntries(
          types.map((type) => [type, listingUrlTemplate(strapi, type, language)]),
        );
        return mapSql(urls, asked, ...more);
      },
    });
    return {
      status: 200,
      headers: { 'content-type': 'application/geo+json; charset=utf-8' },
      body: collection(row),
      expiresAt: earliest([row.public_until, isTimed ? nextMinute(now) : null], now),
      language: query.locale,
    };
  },
};
