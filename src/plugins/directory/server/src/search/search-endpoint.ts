import type { Core } from '@strapi/strapi';
import type { PlainAnswer } from '#src/response-cache/index';
import type { Endpoint } from '../contract';
import { SEARCH_PARAMETERS } from '../domain/search-query';
import { search, type Found } from './search';
import { expiresAt } from './expires-at';
import { hitsJson } from './hit-json';
import { readQuery } from './read-query';
import { searchMeta } from './search-meta';

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

async function answerOf(strapi: Core.Strapi, found: Found, now: Date): Promise<PlainAnswer> {
  const hits = await hitsJson(strapi, found, now);
  return {
    status: 200,
    headers: JSON_TYPE,
    body: `{"data":[${hits.join(',')}],"meta":${JSON.stringify(searchMeta(found))}}`,
    expiresAt: expiresAt(found, now),
    language: found.query.locale,
  };
}

/** `GET /api/directory/search` */
export const searchEndpoint: Endpoint = {
  path: /^\/api\/directory\/search\/?$/,
  async answer(strapi, request, now) {
    const { query, city } = await readQuery(strapi, request.query, SEARCH_PARAMETERS, now);
    return answerOf(strapi, await search(strapi, query, city, now), now);
  },
};
