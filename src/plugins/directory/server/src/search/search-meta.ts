import { CATALOGUES } from '#src/languages/index';
import { languageFor, type Language } from '#src/languages/language';
import type { SearchQuery } from '../domain/search-query';
import type { ServedPlace } from '../domain/served-place';
import { serviceName } from '../domain/service-words';
import type { Found } from './search';

interface FacetValue {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

interface Pagination {
  readonly page?: number;
  readonly pageSize: number;
  readonly pageCount: number;
  readonly total: number;
  /** Whether there are more than `total`; they were not counted. */
  readonly totalIsLowerBound: boolean;
  readonly nextCursor: string | null;
}

function paginationOf({ query, total, isLowerBound, nextCursor }: Found): Pagination {
  return {
    ...(query.cursor === null ? { page: query.page } : {}),
    pageSize: query.pageSize,
    pageCount: Math.ceil(total / query.pageSize),
    total,
    totalIsLowerBound: isLowerBound,
    nextCursor,
  };
}

/** Facets whose values are words of ours; the others have names in the database. */
const WORDS: Readonly<Record<string, (value: string, language: Language) => string | undefined>> = {
  service: serviceName,
  audience: (value, language) => CATALOGUES[language].fields.values[value],
};

/** The counts of facets, with display names. */
export function facetsOf({ facets, query }: Found): Record<string, FacetValue[]> {
  if (facets === null) return {};
  const counted = JSON.parse(facets) as Record<string, [string, string | null, number][]>;
  const named = (facet: string, [value, name, count]: [string, string | null, number]): FacetValue => ({
    value,
    name: WORDS[facet]?.(value, languageFor(query.locale)) ?? name ?? value,
    count,
  });
  return Object.fromEntries(
    Object.entries(counted).map(([facet, values]) => [facet, values.map((value) => named(facet, value))]),
  );
}

const filled = <Value>(values: readonly Value[]): readonly Value[] | undefined =>
  values.length > 0 ? values : undefined;

/** What is known of the place, with the district of its point. */
const servedIn = ({ point, postcodes, districts }: ServedPlace) => ({
  location: point ?? undefined,
  postcode: filled(postcodes),
  district: filled(districts),
});

/** The requested filters, normalised; without those that were not given. */
const filtersOf = (query: SearchQuery) => ({
  locale: query.locale,
  q: query.q ?? undefined,
  type: filled(query.types),
  category: filled(query.categories),
  district: filled(query.districts),
  postcode: filled(query.postcodes),
  service: filled(query.services),
  audience: filled(query.audiences),
  serves: query.serves ? servedIn(query.serves) : undefined,
  openAt: query.open?.from.toISOString(),
  near: query.near ?? undefined,
  radius: query.radius ?? undefined,
  bbox: query.bbox ?? undefined,
  validFrom: query.valid?.from.toISOString(),
  validTo: query.valid?.to.toISOString(),
  sort: query.sort,
});

/** What was asked, how it was understood, and what was searched for instead. */
const queryOf = ({ query, phrase, searched, corrections }: Found) => ({
  ...filtersOf(query),
  ...(phrase
    ? {
        words: searched.words,
        understood: phrase.understood,
        corrected: filled(corrections),
        relaxed: searched.relaxed ? true : undefined,
      }
    : {}),
});

/** `meta` of an answer to a search. */
export const searchMeta = (found: Found) => ({
  pagination: paginationOf(found),
  facets: facetsOf(found),
  query: queryOf(found),
});
