import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCity } from '#src/demo/load-city';
import { request, startedApp } from '../../support';

/** A query that a citizen may type, and what it should find. */
interface ListedQuery {
  readonly q: string;
  /** The names of the first hits in order; empty if nothing should be found */
  readonly top?: readonly string[];
  /** How the text must be understood, if the hits depend on the time */
  readonly understood?: string;
  readonly corrected?: boolean;
  readonly relaxed?: boolean;
}

interface Answer {
  data: { name: string }[];
  meta: { query: { understood: { as: string }[]; corrected?: unknown[]; relaxed?: boolean } };
}

const DATA = join(__dirname, '../../../data');

/** The queries for a city; each was tried and its hits reviewed. */
export const queriesOf = (city: string): ListedQuery[] =>
  JSON.parse(readFileSync(join(__dirname, `queries-${city}.json`), 'utf8')) as ListedQuery[];

export const loadWhole = (city: string): Promise<unknown> =>
  loadCity(startedApp().strapi, { city, dataDir: DATA });

/** What a query finds, in the form of the list entries. */
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
