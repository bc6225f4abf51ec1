import type { SearchQuery } from '../domain/search-query';
import { filterSql, type SearchedWords } from '../search/search-filter.sql';
import type { Bindings } from '../search/statements';

export interface MapRow {
  found: number;
  /** GeoJSON features, separated by commas */
  features: string | null;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  public_until: Date | null;
}

// About a metre: precise enough for a door, and it keeps the answer small.
const DIGITS = 5;

/**
 * All points as GeoJSON in one text: PostgreSQL writes it faster than Node parses ten thousand rows. Ordered by slug,
 * so that neighbours are similar and the answer compresses better.
 * @param urls by the types that the map shows: where people read a listing, with {slug}
 */
export function mapSql(
  urls: Readonly<Record<string, string>>,
  query: SearchQuery,
  searched: SearchedWords,
  now: Date,
  bind: Bindings,
): string {
  return `with point as materialized (
    select l.document_id, l.type, l.slug, l.name, l.public_until, l.data->'categories'->0->>'slug' as category,
      round(l.longitude::numeric, ${DIGITS}) as longitude, round(l.latitude::numeric, ${DIGITS}) as latitude
    from stadtverbund.listing l
    where l.latitude is not null and l.longitude is not null
      and l.type = any(${bind.add(Object.keys(urls), 'text[]')})
      and ${filterSql(query, searched, now, bind)}
  )
  select count(*)::integer as found,
    string_agg(concat(
      '{"type":"Feature","id":"', document_id, '","geometry":{"type":"Point","coordinates":[',
      trim_scale(longitude), ',', trim_scale(latitude),
      ']},"properties":{"type":"', type, '","slug":"', slug, '","name":', to_json(name),
      ',"category":', coalesce(to_json(category)::text, 'null'),
      ',"url":', to_json(replace(${bind.add(JSON.stringify(urls), 'jsonb')}->>type, '{slug}', slug)), '}}'
    ), ',' order by type, slug) as features,
    min(longitude)::float8 as west, min(latitude)::float8 as south,
    max(longitude)::float8 as east, max(latitude)::float8 as north,
    min(public_until) as public_until
  from point`;
}
