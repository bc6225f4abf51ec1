import type { Core } from '@strapi/strapi';
import { SEARCH_PARAMETERS } from '../domain/search-query';
import { expiresAt } from '../search/expires-at';
import { hitsOf } from '../search/hit-json';
import { readQuery } from '../search/read-query';
import { searchMeta } from '../search/search-meta';
import { search } from './search';

/** What a search answers, for callers inside the application. */
export interface SearchAnswer {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly meta: ReturnType<typeof searchMeta>;
  /** When it changes with time alone */
  readonly expiresAt: Date | null;
}

/** The directory's search for other parts of the application: `strapi.plugin('directory').service('search')`. */
export const searchService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Searches as `GET /api/directory/search` does.
   * @param parameters as in the query string
   * @throws Refusal naming the wrong parameter
   */
  async run(parameters: URLSearchParams, now: Date): Promise<SearchAnswer> {
    const { query, city } = await readQuery(strapi, parameters, SEARCH_PARAMETERS, now);
    const found = await search(strapi, query, city, now);
    const data = await hitsOf(strapi, found, now);
    return { data, meta: searchMeta(found), expiresAt: expiresAt(found, now) };
  },
});
