import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCity } from '#src/demo/load-city';
import { request, startedApp } from '../../support';

/** A query that a citizen may type, and what it is to find. */
interface ListedQuery {
  readonly q: string;
  /** The names of the first hits, in their order; none: nothing is found */
  readonly top?: readonly string[];
  /** What the text has to be taken for, where the hits depend on the hour */
  readonly understood?: string;
  readonly corrected?: boolean;
  readonly relaxed?: boolean;
}

interface Answer {
  data: { name: string }[];
  meta: { query: { understood: { as: string }[]; corrected?: unknown[]; relaxed?: boolean } };
}

const DATA = join(__dirname, '../../../data');

/** The queries of a city; each was tried and its list read. */
export const queriesOf = (city: string): ListedQuery[] =>
  JSON.parse(readFileSync(join(__dirname, `queries-${city}.json`), 'utf8')) as ListedQuery[];

export const loadWhole = (city: string): Promise<unknown> =>
  loadCity(startedApp().strapi, { city, dataDir: DATA });

/** What a query finds, in the form of the list. */
export async function asked({ q, understood, top }: ListedQuery): Promise<ListedQuery> {
  const { body } = await request<Answer>(`/api/directory/search?q=${encodeURIComponent(q)}`);
  const { query } = body.meta;
  if (understood !== undefined)
    return { q, understood: query.understood.find(({ as }) => as === understood)?.as ?? 'nothing' };
  return {
    q,
    top: body.data.slice(0, Math.max(3, top?.length ?? 0)).map(({ name }) => name),
    ...(query.corrected ? { corrected: true } : {}),
    ...(query.relaxed ? { relaxed: true } : {}),
  };
}
