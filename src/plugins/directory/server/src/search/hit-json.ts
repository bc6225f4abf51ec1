import type { Core } from '@strapi/strapi';
import { languageFor, type Language } from '#src/languages/language';
import { listingUrl } from '#src/listing/index';
import { excerptOf, highlightsIn } from '../domain/excerpt';
import type { Found } from './search';
import type { HitRow } from './search.sql';
import { derivedOfRows } from './derived-of-rows';

type Facts = Readonly<Record<string, unknown>>;

/** Who reads a hit, and what they have searched for. */
interface Reader {
  readonly words: readonly string[];
  readonly language: Language;
}

/** What a hit shows in addition to the data stored in the read model. */
function hitFacts(strapi: Core.Strapi, row: HitRow, { words, language }: Reader, derived: Facts): Facts {
  const { type, slug } = row;
  const documentId = row.document_id as string;
  return {
    documentId,
    type,
    slug,
    url: listingUrl(strapi, { type, slug, documentId }, language),
    // No position is known more precisely than a tenth of a metre.
    distance: row.distance === null ? null : Math.round(row.distance * 10) / 10,
    openNow: row.open_now,
    nextChange: row.next_change?.toISOString() ?? null,
    excerpt: row.body === null ? null : excerptOf(row.body, words),
    highlights: { name: highlightsIn(row.name, words) },
    ...derived,
  };
}

/** The facts of all hits, in order. A hit shows a derived field if `directory.show` includes everything it needs. */
async function factsOfHits(
  strapi: Core.Strapi,
  { hits, searched, query }: Found,
  now: Date,
): Promise<Facts[]> {
  const words = [...searched.words, ...(searched.perhaps?.words ?? [])];
  const language = languageFor(query.locale);
  const derived = await derivedOfRows(strapi, hits, now, {
    shown: ({ data }) => JSON.parse(data) as Facts,
    locale: query.locale,
    onlyShown: true,
  });
  return hits.map((row, at) => hitFacts(strapi, row, { words, language }, derived[at] ?? {}));
}

/** The hits of a search. */
export async function hitsOf(strapi: Core.Strapi, found: Found, now: Date): Promise<Facts[]> {
  const facts = await factsOfHits(strapi, found, now);
  return found.hits.map(({ data }, at) => ({ ...(JSON.parse(data) as Facts), ...facts[at] }));
}

/** The same as JSON. Data from the read model is already JSON text and is not parsed. */
export async function hitsJson(strapi: Core.Strapi, found: Found, now: Date): Promise<string[]> {
  const facts = await factsOfHits(strapi, found, now);
  return found.hits.map(({ data }, at) => {
    const text = JSON.stringify(facts[at]);
    return data === '{}' ? text : `${text.slice(0, -1)},${data.slice(1)}`;
  });
}
