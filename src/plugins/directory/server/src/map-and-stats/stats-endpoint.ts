import type { Endpoint } from '../contract';
import { earliest, nextMinute } from '../search/expires-at';
import { facetTables } from '../search/facet-tables';
import { askAggregate } from './ask-aggregate';
import { statsSql, type StatsRow } from './stats.sql';

function body({ found, types, categories, districts, campaigns, goals }: StatsRow): string {
  const sums = `${campaigns.slice(0, -1)}, "goals":${goals}}`;
  return `{"data":{"total":${found},"types":${types},"categories":${categories},"districts":${districts},"campaigns":${sums}}}`;
}

/** `GET /api/directory/stats`: totals by type, category and district, and the sums of campaigns, in minor units. */
export const statsEndpoint: Endpoint = {
  path: /^\/api\/directory\/stats\/?$/,
  async answer(strapi, request, now) {
    const tables = facetTables(strapi);
    const { query, row, isTimed } = await askAggregate<StatsRow>(strapi, request.query, now, {
      purpose: 'stats',
      sql: (...asked) => statsSql(tables, ...asked),
    });
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: body(row),
      expiresAt: earliest([row.next_change, isTimed ? nextMinute(now) : null], now),
      language: query.locale,
    };
  },
};
