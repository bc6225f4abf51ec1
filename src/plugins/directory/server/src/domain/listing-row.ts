import { languageFor } from '#src/languages/language';
import { endOfDay, startOfDay } from '#src/domain/period';
import type { Entry, Listing } from '#src/listing/domain/listing';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import { serviceAreaOf } from '#src/listing/domain/service-area';
import { compoundParts, joinedCompounds } from './compound-parts';
import { bodyOf } from './excerpt';
import { foldedWords } from './fold-text';
import { plainWords, valuesAt } from './plain-words';
import { servedTokens } from './served-place';
import { serviceWords } from './service-words';
import { shownEntry, shownInHit, shownNames } from './shown-entry';
import { isObject } from '#src/domain/is-object';

/** What the row builder needs of a content type. */
export type RowType = Pick<DirectoryType, 'name' | 'business' | 'period' | 'directory'>;

/** A category or district by locale. */
export type Term = Readonly<Record<string, { readonly name: string; readonly words: readonly string[] }>>;

/** What a row needs besides its listing. */
export interface RowContext {
  readonly timeZone: string;
  /** Every locale of the installation; there is a row for each. */
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  readonly categories: ReadonlyMap<string, Term>;
  readonly districts: ReadonlyMap<string, Term>;
  /** The services that children (offers) of a document add. */
  readonly addedServices: ReadonlyMap<string, readonly string[]>;
  /** Folded words in which German compounds end. */
  readonly compoundHeads: ReadonlySet<string>;
}

/** A row of stadtverbund.listing by its columns, without those computed by the database. */
export interface ListingRow {
  readonly document_id: string;
  readonly locale: string;
  readonly language: string;
  readonly uid: string;
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly parent_id: string | null;
  /** The document whose hours apply: itself if it has any, otherwise its business. */
  readonly hours_of: string;
  readonly categories: readonly string[];
  readonly district: string | null;
  readonly postcode: string | null;
  readonly services: readonly string[];
  readonly audiences: readonly string[];
  /** Districts and postcodes that it serves, as `servedTokens` names them. */
  readonly serves: readonly string[];
  /** Metres around its position within which it serves. */
  readonly serves_within: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly keywords: string;
  readonly body: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly public_until: string | null;
  readonly first_published_at: string | null;
}

// Document ids are 24 random characters; 12 of them are enough to identify a listing.
const SHORT_KEY = 12;

/** The name of a listing in addresses: its slug, or a short key if its type has none. */
export const listingSlug = ({ slug, documentId }: Pick<Listing, 'slug' | 'documentId'>): string =>
  slug ?? documentId.slice(0, SHORT_KEY);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const entryOf = (value: unknown): Entry => (isObject(value) ? value : {});

/** The words of a term in a locale, or else in the default one. */
const inLocale = (term: Term | undefined, locale: string, { defaultLocale }: RowContext) =>
  term?.[locale] ?? term?.[defaultLocale] ?? Object.values(term ?? {})[0];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The given moment, or the moment of a given day. @param ofDay `null` if it has none */
function momentOf(value: unknown, ofDay: (day: string) => Date | null): string | null {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string' || value === '') return null;
  return (DAY.test(value) ? ofDay(value) : new Date(value))?.toISOString() ?? null;
}

/** What a listing offers: the services with hours, its own kind of service, and those its children add. */
function servicesOf(listing: Listing, main: Entry, { directory }: RowType, context: RowContext): string[] {
  const withHours = directory.hours ? valuesAt(main, `${directory.hours}.service`) : [];
  const own = directory.service ? [main[directory.service]] : [];
  const added = context.addedServices.get(listing.documentId) ?? [];
  return [...new Set([...withHours, ...own, ...added].map(text).filter(Boolean))].sort();
}

/** Whom it is meant for: rows of `audiences`, where its type has them. */
const audiencesOf = (main: Entry): string[] =>
  [...new Set(valuesAt(main, 'audiences.audience').map(text).filter(Boolean))].sort();

function addressWords(entry: Entry): string {
  const { street, houseNumber, postcode, place } = entryOf(entry['address']);
  return [street, houseNumber, postcode, place].map(text).filter(Boolean).join(' ');
}

interface Parts {
  readonly listing: Listing;
  readonly entry: Entry;
  readonly parent: Entry | undefined;
  readonly locale: string;
  readonly services: readonly string[];
}

function keywordsOf(parts: Parts, type: RowType, context: RowContext): string {
  const { listing, entry, parent, locale, services } = parts;
  const own = new Set(valuesAt(parent ?? entry, 'categories.slug'));
  const wordsOfCategories = (isOwn: boolean): string[] =>
    listing.facts.categories
      .filter((slug) => own.has(slug) === isOwn)
      .flatMap((slug) => {
        const term = inLocale(context.categories.get(slug), locale, context);
        return term ? [term.name, ...term.words] : [];
      });
  const categories = wordsOfCategories(true);
  const district = listing.facts.district
    ? inLocale(context.districts.get(listing.facts.district), locale, context)?.name
    : undefined;
  const named = type.directory.keywords.flatMap((path) => valuesAt(entry, path)).map(text);
  const address = entryOf((parent ?? entry)['address']);
  const compounds = [text(entry[type.name]), text(address['street']), ...categories].map((part) => {
    const folded = foldedWords(part);
    const whole = folded.map(({ word }) => word);
    return [...compoundParts(whole, context.compoundHeads), ...joinedCompounds(part, folded)];
  });
  const words = [
    ...categories,
    ...(parent ? [text(parent['name'])] : []),
    ...(district ? [district] : []),
    ...services.flatMap((service) => serviceWords(service, languageFor(locale))),
    ...named,
    ...new Set(compounds.flat()),
  ];
  // Words after the form feed are found too, but rank last (stadtverbund.search_vector).
  return [words, wordsOfCategories(false)].map((part) => part.filter(Boolean).join('\n')).join('\f');
}

function hitOf(parts: Parts, type: RowType, context: RowContext): Record<string, unknown> {
  const { listing, entry, parent, locale, services } = parts;
  const { facts } = listing;
  const term = (terms: ReadonlyMap<string, Term>, slug: string) => ({
    slug,
    name: inLocale(terms.get(slug), locale, context)?.name ?? slug,
  });
  const own = valuesAt(entryOf(parent ?? entry), 'categories.slug')
    .map(text)
    .filter(Boolean);
  return {
    name: text(entry[type.name]),
    ...(parent ? shownInHit(parent, ['address']) : {}),
    ...shownNames(shownInHit(entry, type.directory.show)),
    categories: own.map((slug) => term(context.categories, slug)),
    district: facts.district ? term(context.districts, facts.district) : null,
    location: facts.point,
    services,
    ...(parent && type.business
      ? { [type.business]: { name: text(parent['name']), slug: text(parent['slug']) } }
      : {}),
  };
}

/**
 * The rows of a listing, one for each locale of the installation; a missing locale shows the default one. Categories
 * include those above its own, though a hit shows only its own.
 */
export function listingRows(listing: Listing, type: RowType, context: RowContext): ListingRow[] {
  const fallback = listing.locales.includes(context.defaultLocale)
    ? context.defaultLocale
    : (listing.locales[0] ?? context.defaultLocale);
  const main = listing.entries[fallback] ?? {};
  const services = servicesOf(listing, main, type, context);
  const hasHours = hoursByService(listing, type, context.defaultLocale).size > 0;
  const { timeZone } = context;
  const { period } = type;
  const from = period?.from ? momentOf(main[period.from], (day) => startOfDay(timeZone, day)) : null;
  const until = period?.through ? momentOf(main[period.through], (day) => endOfDay(timeZone, day)) : null;
  const { facts } = listing;
  return context.locales.map((locale) => {
    const language = listing.entries[locale] ? locale : fallback;
    const entry = listing.entries[language] ?? {};
    const related = type.business ? entry[type.business] : undefined;
    const parent = isObject(related) ? related : undefined;
    const parts: Parts = { listing, entry, parent, locale, services };
    // Offers and campaigns are where their business serves.
    const area = serviceAreaOf(parent ?? entry);
    const texts = type.directory.texts.map((name) => plainWords(entry[name]));
    return {
      document_id: listing.documentId,
      locale,
      language,
      uid: listing.uid,
      type: listing.type,
      slug: listingSlug(listing),
      name: text(entry[type.name]),
      parent_id: parent ? text(parent['documentId']) : null,
      hours_of: parent && !hasHours ? text(parent['documentId']) : listing.documentId,
      categories: facts.categories,
      district: facts.district,
      postcode: facts.postcode,
      services,
      audiences: audiencesOf(main),
      serves: servedTokens(area),
      serves_within: area.radiusKm === null ? null : area.radiusKm * 1000,
      latitude: facts.point?.latitude ?? null,
      longitude: facts.point?.longitude ?? null,
      keywords: keywordsOf(parts, type, context),
      body: bodyOf(texts.filter(Boolean).join('\n'), addressWords(parent ?? entry)),
      data: hitOf(parts, type, context),
      detail: shownEntry(entry),
      valid_from: from,
      valid_until: until,
      public_until: listing.publicUntil?.toISOString() ?? null,
      first_published_at: listing.firstPublishedAt?.toISOString() ?? null,
    };
  });
}

/** A listing's opening hours by service, in the order of the entries. */
export function hoursByService(
  listing: Listing,
  { directory: { hours } }: RowType,
  defaultLocale: string,
): ReadonlyMap<string, { rule: string; validFrom?: string; validThrough?: string }[]> {
  const services = new Map<string, { rule: string; validFrom?: string; validThrough?: string }[]>();
  if (!hours) return services;
  const main = listing.entries[defaultLocale] ?? listing.entries[listing.locales[0] ?? ''] ?? {};
  for (const entry of valuesAt(main, hours).filter(isObject)) {
    const service = text(entry['service']);
    const dates = {
      ...(entry['validFrom'] ? { validFrom: text(entry['validFrom']) } : {}),
      ...(entry['validThrough'] ? { validThrough: text(entry['validThrough']) } : {}),
    };
    const known = services.get(service) ?? [];
    services.set(service, [...known, { rule: text(entry['rule']), ...dates }]);
  }
  return services;
}
