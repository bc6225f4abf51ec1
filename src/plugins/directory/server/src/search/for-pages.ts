import type { Core } from '@strapi/strapi';
import { contentLocales } from '#src/platform/strapi/content-locales';
import { cityTimeZone } from '#src/city/known-city';
import type { Language } from '#src/languages/language';
import { lookUp } from '#src/languages/look-up';
import { SEARCH_PARAMETERS } from '../domain/search-query';
import { ALL_LISTINGS, type AddressRow } from './all-listings.sql';
import { detailExpiresAt, detailFacts } from './detail-json';
import { earliest, expiresAt } from './expires-at';
import { hitsOf } from './hit-json';
import { hoursInWords, stateSaid, tomorrowIn, type ServiceInWords } from './hours-in-words';
import { jsonLd } from './json-ld';
import { draftSource, publicSource, type ListingSource, type NamedDraft } from './listing-source';
import { readPool } from './read-pool';
import { readQuery } from './read-query';
import { search } from './search';
import { searchMeta } from './search-meta';
import { hasVcard } from './vcard';

type Facts = Readonly<Record<string, unknown>>;

/** A listing as its page shows it. */
export interface ListingShown {
  readonly type: string;
  readonly uid: string;
  readonly documentId: string;
  readonly slug: string;
  readonly name: string;
  /** The locale of its texts, which may be another than the reader's. */
  readonly locale: string;
  /** As `GET /api/directory/listings/:type/:slug` answers. */
  readonly facts: Facts;
  readonly hours: readonly ServiceInWords[];
  /** None of a draft, which is for nobody's machine. */
  readonly jsonLd?: string;
  readonly hasVcard: boolean;
  /** When it changes with time alone. */
  readonly expiresAt: Date | null;
}

/** A hit as a list shows it. */
export interface HitShown {
  readonly facts: Facts;
  /** "Heute bis 18 Uhr geöffnet"; `null` where it has no hours. */
  readonly state: string | null;
}

export interface SearchShown {
  readonly hits: readonly HitShown[];
  readonly meta: ReturnType<typeof searchMeta>;
  /** When it changes with time alone. */
  readonly expiresAt: Date | null;
}

/** The locale of content for readers of a language. */
async function localeFor(strapi: Core.Strapi, language: Language): Promise<string> {
  const { codes, main } = await contentLocales(strapi);
  return lookUp(language, codes) ?? main;
}

type Named = Pick<ListingShown, 'type' | 'slug'>;

async function shownFrom(
  strapi: Core.Strapi,
  source: ListingSource,
  { type, slug }: Named,
  { language, now }: { readonly language: Language; readonly now: Date },
): Promise<ListingShown | undefined> {
  const [row] = await source.detail([type, slug, source.locale, now]);
  if (!row) return undefined;
  const { isPublic } = source;
  const [facts, hours, linked, timeZone] = await Promise.all([
    detailFacts(strapi, row, now, language),
    hoursInWords(strapi, row, source, { now, language }),
    isPublic ? jsonLd(strapi, row, now, language) : undefined,
    cityTimeZone(strapi),
  ]);
  return {
    type: row.type,
    uid: row.uid,
    documentId: row.document_id,
    slug: row.slug,
    name: row.name,
    locale: row.language,
    facts: facts.data,
    hours,
    ...(linked === undefined ? {} : { jsonLd: linked }),
    hasVcard: isPublic && hasVcard(row),
    expiresAt: earliest([detailExpiresAt(row, now), tomorrowIn(timeZone, now)], now),
  };
}

/**
 * A public listing with everything that its page shows.
 * @param slug or short key, or document id
 * @returns `undefined` if there is none
 */
export async function listingShown(
  strapi: Core.Strapi,
  named: Named,
  language: Language,
  now: Date,
): Promise<ListingShown | undefined> {
  const source = publicSource(strapi, await localeFor(strapi, language));
  return shownFrom(strapi, source, named, { language, now });
}

/**
 * A draft with everything that its page would show, worked out as for the public. Whether the reader may see it is the
 * caller's to know.
 * @returns `undefined` if there is no such draft
 */
export async function draftShown(
  strapi: Core.Strapi,
  draft: NamedDraft & Pick<ListingShown, 'type'>,
  language: Language,
  now: Date,
): Promise<ListingShown | undefined> {
  const source = await draftSource(strapi, draft, now);
  if (!source) return undefined;
  return shownFrom(strapi, source, { type: draft.type, slug: draft.documentId }, { language, now });
}

/**
 * Searches as `GET /api/directory/search` does, for a page.
 * @param parameters as in its query, without the locale
 * @throws Refusal naming the wrong parameter
 */
export async function searchShown(
  strapi: Core.Strapi,
  parameters: URLSearchParams,
  language: Language,
  now: Date,
): Promise<SearchShown> {
  const asked = new URLSearchParams(parameters);
  asked.set('locale', await localeFor(strapi, language));
  const { query, city } = await readQuery(strapi, asked, SEARCH_PARAMETERS, now);
  const found = await search(strapi, query, city, now);
  const facts = await hitsOf(strapi, found, now);
  const { timeZone } = city;
  const hits = facts.map((one, at): HitShown => {
    const row = found.hits[at];
    if (!row || (row.open_now === null && row.changes_at === null)) return { facts: one, state: null };
    const { open_now: openNow, next_change: nextChange } = row;
    return { facts: one, state: stateSaid({ openNow, nextChange }, { timeZone, now, language }) };
  });
  return {
    hits,
    meta: searchMeta(found),
    // "Today" and "tomorrow" are others at midnight.
    expiresAt: earliest([expiresAt(found, now), tomorrowIn(timeZone, now)], now),
  };
}

/**
 * Type and slug of every public listing, in one order.
 * @param most how many at the most
 */
export const allListings = async (
  strapi: Core.Strapi,
  now: Date,
  most: number,
): Promise<readonly AddressRow[]> => {
  const { main } = await contentLocales(strapi);
  return readPool(strapi).rows<AddressRow>(ALL_LISTINGS, [main, now, most]);
};
