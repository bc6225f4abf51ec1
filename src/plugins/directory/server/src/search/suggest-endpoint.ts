import type { Core } from '@strapi/strapi';
import { languageFor, type Language } from '#src/languages/language';
import { listingUrl } from '#src/listing/index';
import type { Endpoint } from '../contract';
import { highlightsIn } from '../domain/excerpt';
import { foldedWords } from '../domain/fold-text';
import { facetTables } from './facet-tables';
import { readPool } from './read-pool';
import { suggestStatement, type SuggestionRow } from './suggest.sql';
import { readQuery } from './read-query';
import { JSON_TYPE } from './search-endpoint';

const MOST = 10;

/** A suggestion as JSON; a completed word is shown after the words typed before it. */
function shapeOf(
  strapi: Core.Strapi,
  row: SuggestionRow,
  typed: string,
  language: Language,
): Record<string, unknown> {
  const { kind, type, slug, document_id: documentId } = row;
  const words = foldedWords(typed);
  const before = kind === 'word' ? typed.slice(0, words.at(-1)?.start ?? 0) : '';
  const text = `${before}${row.text}`;
  return {
    kind,
    text,
    highlights: highlightsIn(
      text,
      words.map(({ word }) => word),
    ),
    ...(slug === null ? {} : { slug }),
    ...(type === null || slug === null
      ? {}
      : { type, url: listingUrl(strapi, { type, slug, documentId: documentId as string }, language) }),
  };
}

/** One of each text: a name shared by three branches is one suggestion. */
const distinct = (rows: readonly SuggestionRow[]): SuggestionRow[] =>
  rows.filter(
    (row, at) =>
      rows.findIndex(
        ({ kind, text }) => kind === row.kind && text.toLowerCase() === row.text.toLowerCase(),
      ) === at,
  );

/** `GET /api/directory/suggest?q=`: suggestions while typing. */
export const suggestEndpoint: Endpoint = {
  path: /^\/api\/directory\/suggest\/?$/,
  async answer(strapi, request, now) {
    const { query } = await readQuery(strapi, request.query, ['q', 'locale'], now);
    const typed = query.q ?? '';
    const words = foldedWords(typed).map(({ word }) => word);
    const rows =
      words.length === 0
        ? []
        : await readPool(strapi).rows<SuggestionRow>(suggestStatement(facetTables(strapi)), [
            query.locale,
            words.join(' '),
            words.at(-1),
            now,
          ]);
    const data = distinct(rows)
      .slice(0, MOST)
      .map((row) => shapeOf(strapi, row, typed, languageFor(query.locale)));
    return {
      status: 200,
      headers: JSON_TYPE,
      body: JSON.stringify({ data, meta: { query: { q: query.q, locale: query.locale } } }),
      expiresAt: null,
      language: query.locale,
    };
  },
};
