import { createServer, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import {
  excerptOf,
  highlightsIn,
  SEARCHED_LENGTH,
  SHOWN_LENGTH,
} from '#src/plugins/directory/server/src/domain/excerpt';
import { listenUntilDisconnect } from '../listen-until-disconnect';
import * as sql from './handwritten.sql';

/**
 * What someone would write who needs only these three answers, fast: node:http, a pool, one prepared statement per
 * answer, JSON from PostgreSQL passed on as text. It gives the directory's answers from the same tables, but only in
 * German, without parameter checks, other filters, typo correction, cursors, cache headers or error messages.
 */
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'] ?? '',
  // As many as the directory; more would only queue in PostgreSQL.
  max: 4,
  options: '-c search_path=public -c default_transaction_read_only=on',
});

const MOST_COUNTED = 1000;
interface HitRow {
  type: string;
  slug: string;
  name: string;
  data: string;
  body: string;
  open_now: boolean | null;
  next_change: Date | null;
  total: number;
}

const rowsOf = async <Row extends object>(
  statement: { name: string; text: string },
  values: unknown[],
): Promise<Row[]> => (await pool.query<Row>({ ...statement, values })).rows;

function hitJson(row: HitRow, words: readonly string[]): string {
  const facts = JSON.stringify({
    type: row.type,
    slug: row.slug,
    url: `/api/directory/listings/${row.type}/${row.slug}`,
    distance: null,
    openNow: row.open_now,
    nextChange: row.next_change?.toISOString() ?? null,
    excerpt: excerptOf(row.body, words),
    highlights: { name: highlightsIn(row.name, words) },
  });
  return `${facts.slice(0, -1)},${row.data.slice(1)}`;
}

function page(rows: readonly HitRow[], size: number, words: readonly string[], query: object): string {
  const total = rows[0]?.total ?? 0;
  const hits = rows.slice(0, size).map((row) => hitJson(row, words));
  const pagination = {
    page: 1,
    pageSize: size,
    pageCount: Math.ceil(Math.min(total, MOST_COUNTED) / size),
    total: Math.min(total, MOST_COUNTED),
    totalIsLowerBound: total > MOST_COUNTED,
  };
  return `{"data":[${hits.join(',')}],"meta":${JSON.stringify({ pagination, facets: {}, query })}}`;
}

async function search(parameters: URLSearchParams): Promise<string> {
  const size = Number(parameters.get('pageSize') ?? 25);
  const q = parameters.get('q');
  if (q !== null) {
    const words = q.toLowerCase().split(/\s+/);
    const values = [words, new Date(), size, MOST_COUNTED + 1, SEARCHED_LENGTH];
    return page(await rowsOf<HitRow>(sql.SEARCH, values), size, words, { q, words, sort: 'relevance' });
  }
  const [type, category, district] = ['type', 'category', 'district'].map((name) => parameters.get(name));
  const values = [type, [category], district, new Date(), size, MOST_COUNTED + 1, SHOWN_LENGTH];
  return page(await rowsOf<HitRow>(sql.LIST, values), size, [], { type, category, district, sort: 'name' });
}

async function listing(type: string, slug: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ json: string }>(sql.DETAIL, [type, slug, new Date()]);
  return row && `{"data":${row.json},"meta":{}}`;
}

async function answer(url: string, response: ServerResponse): Promise<void> {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const found = /^\/api\/directory\/listings\/([a-z-]+)\/([a-z0-9-]+)$/.exec(path);
  const body = found
    ? await listing(found[1] ?? '', found[2] ?? '')
    : path === '/api/directory/search'
      ? await search(new URLSearchParams(url.slice(mark + 1)))
      : undefined;
  const bytes = Buffer.from(body ?? '{"data":null}');
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

const server = createServer((request, response) => {
  answer(request.url ?? '', response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500);
    response.end();
  });
});

void listenUntilDisconnect(server, () => pool.end());
