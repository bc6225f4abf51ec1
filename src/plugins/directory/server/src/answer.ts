import type { Core } from '@strapi/strapi';
import { isOverload, overloaded } from '#src/platform/http/overload';
import { languageOf } from '#src/platform/http/language-of';
import { Refusal } from '#src/platform/refusals/refusal';
import type { PlainAnswer, PlainRequest } from '#src/response-cache/index';
import { ENDPOINTS } from './endpoints';

/**
 * Answers a request to the directory, including refusals; `null` if the path is not the directory's. Independent of
 * Koa: the front server calls it on a cache miss, the plugin's routes wrap it.
 */
export async function answer(
  strapi: Core.Strapi,
  request: PlainRequest,
  now: Date,
): Promise<PlainAnswer | null> {
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.path.exec(request.path);
    if (!match) continue;
    try {
      return await endpoint.answer(strapi, request, now, match);
    } catch (error) {
      if (error instanceof Refusal) return answered(error, request);
      if (isOverload(error)) return answered(overloaded(error), request);
      throw error;
    }
  }
  return null;
}

function answered(refusal: Refusal, request: PlainRequest): PlainAnswer {
  const language = languageOf({
    originalUrl: `${request.path}?${request.query.toString()}`,
    headers: request.headers,
  });
  return {
    status: refusal.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(refusal.retryAfter === undefined ? {} : { 'retry-after': String(refusal.retryAfter) }),
    },
    body: JSON.stringify(refusal.body(language)),
    expiresAt: null,
    language,
  };
}
