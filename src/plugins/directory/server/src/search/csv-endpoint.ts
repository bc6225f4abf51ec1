import type { Core } from '@strapi/strapi';
import { stringify } from 'csv-stringify/sync';
import { languageFor } from '#src/languages/language';
import { listingUrl } from '#src/listing/index';
import type { Sliced } from '#src/opening-hours/domain/slices';
import { inTurns } from '#src/opening-hours/turn';
import type { Endpoint } from '../contract';
import { CSV_COLUMNS, csvRow } from '../domain/csv-row';
import { FILTER_PARAMETERS } from '../domain/search-query';
import { search, type Found } from './search';
import { expiresAt } from './expires-at';
import { readQuery } from './read-query';

// Half a megabyte compressed; the Link header leads to the rest.
const MOST_ROWS = 10_000;

// Some 20 µs each; other work gets its turn after so many.
const ROWS_A_SLICE = 500;

const FORMAT = {
  columns: [...CSV_COLUMNS],
  // RFC 4180
  record_delimiter: 'windows',
  // A cell that begins with = + - @ or a tab would be evaluated as a formula, so an apostrophe is put before it.
  escape_formulas: true,
} as const;

function* tableOf(strapi: Core.Strapi, { hits, query }: Found): Sliced<string> {
  const language = languageFor(query.locale);
  // Spreadsheets need the byte order mark to recognise UTF-8.
  const parts = [stringify([], { ...FORMAT, header: true, bom: true })];
  for (let start = 0; start < hits.length; start += ROWS_A_SLICE) {
    const rows = hits.slice(start, start + ROWS_A_SLICE).map((row) => {
      const { type, slug, name, distance, open_now: openNow } = row;
      const url = listingUrl(strapi, { type, slug, documentId: row.document_id as string }, language);
      const metres = distance === null ? null : Math.round(distance);
      const data = JSON.parse(row.data) as Record<string, unknown>;
      return csvRow({ type, slug, name, url, data, openNow, distance: metres });
    });
    parts.push(stringify(rows, FORMAT));
    yield;
  }
  return parts.join('');
}

function linkToRest(parameters: URLSearchParams, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const next = new URLSearchParams(parameters);
  next.set('cursor', cursor);
  return { link: `</api/directory/listings.csv?${next.toString()}>; rel="next"` };
}

/** `GET /api/directory/listings.csv`: the hits of a search as a table. */
export const csvEndpoint: Endpoint = {
  path: /^\/api\/directory\/(?:listings|search)\.csv$/,
  async answer(strapi, request, now) {
    const allowed = [...FILTER_PARAMETERS, 'sort', 'cursor'] as const;
    const { query, city } = await readQuery(strapi, request.query, allowed, now);
    const found = await search(strapi, { ...query, pageSize: MOST_ROWS }, city, now);
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="listings.csv"',
        ...linkToRest(request.query, found.nextCursor),
      },
      body: await inTurns(tableOf(strapi, found)),
      expiresAt: expiresAt(found, now),
      language: query.locale,
    };
  },
};
