import type { Core } from '@strapi/strapi';
import { spoken } from '#src/languages/language';
import type { Listing } from '#src/listing/index';
import { cityTimeZone } from '#src/city/known-city';
import type { Sql } from '#src/platform/sql/sql';
import type { RowContext, Term } from '../domain/listing-row';
import { osmWords, type OsmWords } from './compound-heads';
import { defaultLocale, localeCodes } from '#src/platform/strapi/locales';

/** The names of categories and districts, in all languages. */
const TERMS = `
  select 'category' as kind, slug, locale, name, terms, osm_tags
    from categories where slug = any(:categories)
  union all
  select 'district', slug, locale, name, null, null
    from districts where slug = any(:districts)`;

/** The services that public children (offers) add to their parents. */
const ADDED_SERVICES = `
  select parent_id, array_agg(distinct service order by service) as services
    from stadtverbund.listing, unnest(services) as service
   where parent_id = any(:documents) and (public_until is null or public_until > :now)
   group by parent_id`;

interface TermRow {
  kind: 'category' | 'district';
  slug: string;
  locale: string;
  name: string | null;
  terms: unknown;
  osm_tags: unknown;
}

// Strapi switches pg's JSON parser off.
const stringsIn = (value: unknown): string[] => {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'string') : [];
};

/** OSM tags are written shop/bakery in our data, shop=bakery on the map. */
const synonymsOf = (tags: unknown, { synonyms }: OsmWords): string[] =>
  stringsIn(tags).flatMap((tag) => synonyms.get(tag.replaceAll('=', '/')) ?? []);

function termsOf(rows: readonly TermRow[], osm: OsmWords): Map<string, Term> {
  const terms = new Map<string, Record<string, { name: string; words: string[] }>>();
  for (const { slug, locale, name, terms: words, osm_tags } of rows) {
    const german = spoken(locale) === 'de' ? synonymsOf(osm_tags, osm) : [];
    const own = stringsIn(words);
    const known = terms.get(slug) ?? {};
    known[locale] = { name: name ?? slug, words: [...new Set([...own, ...german])] };
    terms.set(slug, known);
  }
  return terms;
}

/** Everything needed to build the rows of a batch, read in two statements. */
export async function rowContext(
  strapi: Core.Strapi,
  sql: Sql,
  listings: readonly Listing[],
  now: Date,
): Promise<RowContext> {
  const osm = osmWords(strapi);
  const terms = await sql<TermRow>(TERMS, {
    categories: [...new Set(listings.flatMap(({ facts }) => facts.categories))],
    districts: [...new Set(listings.flatMap(({ facts }) => facts.district ?? []))],
  });
  const added = await sql<{ parent_id: string; services: string[] }>(ADDED_SERVICES, {
    documents: listings.map(({ documentId }) => documentId),
    now,
  });
  return {
    timeZone: await cityTimeZone(strapi),
    ...(await localesOf(strapi)),
    categories: termsOf(
      terms.filter(({ kind }) => kind === 'category'),
      osm,
    ),
    districts: termsOf(
      terms.filter(({ kind }) => kind === 'district'),
      osm,
    ),
    addedServices: new Map(added.map(({ parent_id, services }) => [parent_id, services])),
    compoundHeads: osm.heads,
  };
}

/** The locales of the installation, including the default one. */
export async function localesOf(strapi: Core.Strapi): Promise<Pick<RowContext, 'locales' | 'defaultLocale'>> {
  return { locales: (await localeCodes(strapi)).sort(), defaultLocale: await defaultLocale(strapi) };
}
