import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import type { QueryResultRow } from 'pg';
import { understand } from '../domain/phrase';
import { FILTER_PARAMETERS, type SearchQuery } from '../domain/search-query';
import { readQuery } from '../search/read-query';
import { readPool } from '../search/read-pool';
import { NO_WORDS, type SearchedWords } from '../search/search-filter.sql';
import { otherSpelling } from '../search/spelling';
import { Bindings, namedStatement } from '../search/statements';

/** A question about everything a query finds, not just a page of it. */
export interface AggregateQuestion {
  /** Part of the statement's name. */
  readonly purpose: string;
  /** One statement with one row. */
  readonly sql: (query: SearchQuery, searched: SearchedWords, now: Date, bind: Bindings) => string;
}

export interface AggregateAnswer<Row> {
  readonly query: SearchQuery;
  readonly row: Row;
  /** Whether the answer changes with the minute. */
  readonly isTimed: boolean;
}

/**
 * Asks about everything that the filters of a request find, by the same rules as the search: if the words as typed find
 * nothing, other spellings are tried.
 * @throws Refusal naming the wrong parameter
 */
export async function askAggregate<Row extends QueryResultRow & { found: number }>(
  strapi: Core.Strapi,
  parameters: URLSearchParams,
  now: Date,
  { purpose, sql }: AggregateQuestion,
): Promise<AggregateAnswer<Row>> {
  const { query, city } = await readQuery(strapi, parameters, FILTER_PARAMETERS, now);
  const phrase =
    query.q === null ? null : understand(query.q, { ...city, now, language: languageFor(query.locale) });
  const ask = async (searched: SearchedWords): Promise<Row> => {
    const bind = new Bindings();
    const text = sql(query, searched, now, bind);
    const [row] = await readPool(strapi).rows<Row>(namedStatement(purpose, text), bind.values);
    if (!row) throw new Error(`The statement ${purpose} has no row.`);
    return row;
  };
  const typed: SearchedWords = phrase ?? NO_WORDS;
  const isTimed = query.openNow || query.validNow || Boolean(phrase?.open ?? phrase?.perhaps);
  const row = await ask(typed);
  if (row.found > 0 || typed.words.length === 0) return { query, row, isTimed };
  const other = await otherSpelling(readPool(strapi), query.locale, typed.words);
  if (!other) return { query, row, isTimed };
  return { query, row: await ask({ ...typed, words: other.words, unfinished: false }), isTimed };
}
