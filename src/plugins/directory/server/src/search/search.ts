import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import { isDataException } from '#src/platform/http/data-exception';
import { refusedParameter } from '#src/platform/refusals/refusal';
import { readCursor, writeCursor, type Cursor } from '../domain/cursor';
import { understand, type Phrase } from '../domain/phrase';
import { fingerprintText, type SearchQuery } from '../domain/search-query';
import type { Correction } from '../domain/spelling';
import type { City } from './city';
import { facetTables } from './facet-tables';
import { readPool } from './read-pool';
import { NO_WORDS, type SearchedWords } from './search-filter.sql';
import { COUNTED, searchStatement, type HitRow, type PageStart } from './search.sql';
import { otherSpelling } from './spelling';

/** What a search found, before it is formatted. */
export interface Found {
  readonly query: SearchQuery;
  readonly phrase: Phrase | null;
  readonly searched: SearchedWords;
  readonly corrections: readonly Correction[];
  readonly hits: readonly HitRow[];
  readonly total: number;
  readonly isLowerBound: boolean;
  readonly nextCursor: string | null;
  /** JSON, or null if none were requested */
  readonly facets: string | null;
  /** When the next listing stops being public with time alone */
  readonly publicUntil: Date | null;
}

const refuseCursor = (): never => {
  throw refusedParameter('cursor-other-search', 'cursor');
};

async function pageOf(
  strapi: Core.Strapi,
  query: SearchQuery,
  searched: SearchedWords,
  start: PageStart,
  now: Date,
): Promise<HitRow[]> {
  const { statement, values } = searchStatement(query, searched, start, facetTables(strapi), now);
  try {
    return await readPool(strapi).rows<HitRow>(statement, values);
  } catch (error) {
    // Everything else has been checked before; only a made-up cursor can contain an impossible moment.
    if ('after' in start && isDataException(error)) return refuseCursor();
    throw error;
  }
}

const totalOf = (rows: readonly HitRow[]): number => rows[0]?.total ?? 0;

/** Later pages use the words with which page 1 found something. */
const continued = (searched: SearchedWords, cursor: Cursor | null): SearchedWords =>
  cursor && (cursor.words !== null || cursor.relaxed)
    ? { ...searched, words: cursor.words ?? searched.words, unfinished: false, relaxed: cursor.relaxed }
    : searched;

interface Asked {
  searched: SearchedWords;
  rows: HitRow[];
  corrections: readonly Correction[];
}

/** Asks again if the words as typed find nothing: with other spellings, then for any of the words. */
async function askAgain(
  strapi: Core.Strapi,
  query: SearchQuery,
  searched: SearchedWords,
  now: Date,
): Promise<Asked | null> {
  if (searched.words.length === 0) return null;
  const again = async (words: readonly string[], relaxed: boolean): Promise<Asked | null> => {
    const other = { ...searched, words, unfinished: false, relaxed };
    const rows = await pageOf(strapi, query, other, startOf(query, null), now);
    return totalOf(rows) > 0 ? { searched: other, rows, corrections: [] } : null;
  };
  const spelling = await otherSpelling(readPool(strapi), query.locale, searched.words);
  const corrections = spelling?.corrections ?? [];
  const corrected = spelling ? await again(spelling.words, false) : null;
  if (corrected) return { ...corrected, corrections };
  const asTyped = await again(searched.words, true);
  if (asTyped || !spelling) return asTyped;
  const last = await again(spelling.words, true);
  return last && { ...last, corrections };
}

const startOf = (query: SearchQuery, cursor: Cursor | null): PageStart =>
  cursor ? { after: cursor.key } : { offset: (query.page - 1) * query.pageSize };

const cursorAfter = (
  query: SearchQuery,
  { searched, corrections }: Asked,
  cursor: Cursor | null,
  row: HitRow,
) => {
  const { name, document_id: id, score, chord, published } = row;
  const words = corrections.length > 0 ? searched.words : (cursor?.words ?? null);
  const relaxed = searched.relaxed ?? false;
  return writeCursor(
    { key: { name, id: id as string, score, chord, published }, words, relaxed },
    fingerprintText(query),
  );
};

/** Searches the read model with one statement, and two more only if the words as typed find nothing. */
export async function search(strapi: Core.Strapi, query: SearchQuery, city: City, now: Date): Promise<Found> {
  const cursor = query.cursor === null ? null : readCursor(query.cursor, fingerprintText(query));
  if (query.cursor !== null && !cursor) return refuseCursor();
  const phrase =
    query.q === null ? null : understand(query.q, { ...city, now, language: languageFor(query.locale) });
  const typed = phrase ?? NO_WORDS;
  const searched = continued(typed, cursor);
  const first: Asked = {
    searched,
    rows: await pageOf(strapi, query, searched, startOf(query, cursor), now),
    corrections: [],
  };
  const isEmpty = totalOf(first.rows) === 0 && !cursor;
  const asked = (isEmpty ? await askAgain(strapi, query, searched, now) : null) ?? first;
  const rows = asked.rows.filter(({ document_id }) => document_id !== null);
  const hits = rows.slice(0, query.pageSize);
  const counted = totalOf(asked.rows);
  const last = hits.at(-1);
  return {
    query,
    phrase,
    searched: asked.searched,
    corrections: asked.corrections,
    hits,
    total: Math.min(counted, COUNTED),
    isLowerBound: counted > COUNTED,
    nextCursor: rows.length > hits.length && last ? cursorAfter(query, asked, cursor, last) : null,
    facets: asked.rows[0]?.facets ?? null,
    publicUntil: asked.rows[0]?.public_until ?? null,
  };
}
