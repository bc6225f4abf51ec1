import type { Core } from '@strapi/strapi';
import { resolveLanguage } from '../../../../domain/language';
import { isOverload, OVERLOAD } from '../../../../platform/http/overload';
import type { DirectoryAnswer, DirectoryRequest } from './contract';
import { ENDPOINTS } from './endpoints';
import { DirectoryRefusal } from './refusal';

/**
 * Answers a request to the directory, refusals included; `null` when the path is not the directory's. Knows nothing of
 * Koa: the front server calls it on a miss of the cache, the routes of the plugin wrap it.
 */
export async function answer(
  strapi: Core.Strapi,
  request: DirectoryRequest,
  now: Date,
): Promise<DirectoryAnswer | null> {
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.path.exec(request.path);
    if (!match) continue;
    try {
      return await endpoint.answer(strapi, request, now, match);
    } catch (error) {
      if (error instanceof DirectoryRefusal) return refused(error, request);
      if (isOverload(error)) return refused(overloaded(error), request);
      throw error;
    }
  }
  return null;
}

function overloaded(cause: Error): DirectoryRefusal {
  const { status, messages, reason } = OVERLOAD;
  return Object.assign(new DirectoryRefusal(status, messages, { reason }), { cause });
}

function refused(refusal: DirectoryRefusal, request: DirectoryRequest): DirectoryAnswer {
  const acceptLanguage = request.headers['accept-language'];
  const language = resolveLanguage({
    locale: request.query.get('locale'),
    acceptLanguage: Array.isArray(acceptLanguage) ? acceptLanguage.join(',') : (acceptLanguage ?? null),
  });
  return {
    status: refusal.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(refusal.status === OVERLOAD.status ? { 'retry-after': String(OVERLOAD.retryAfterSeconds) } : {}),
    },
    body: refusal.body(language),
    expiresAt: null,
    language,
  };
}
