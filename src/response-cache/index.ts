/*
 * Answers to the public from memory, below Koa (docs/adr/0026). It knows none of those it answers for: they register their
 * addresses (public-addresses.ts), and their fast path if they have one. The way of a request: front-server.ts.
 */
import type { Core } from '@strapi/strapi';
import { parseUrl } from '../domain/parse-url';
import { requestRateOf } from '../platform/http/request-rate';
import type { VersionReader } from '../platform/version';
import { addressReader } from './address-reader';
import { AnswerStore } from './answer-store';
import { koaListener, takePlaceOfKoa } from '../platform/strapi/patches';
import { FrontServer } from './front-server';
import { CorsHeaders, standingHeaders } from './koa-headers';
import { watchCache } from './metrics';
import { NextChange } from './next-change';
import { publicAddressIn } from './public-addresses';
import { Questions } from './question';
import { Renderer } from './render';

export type { PlainAnswer, PlainRequest, PublicAddresses, Traits } from './domain/public-address';
export { noteExpiry } from './expiry-header';
export { addPublicAddresses, publicAddressIn } from './public-addresses';

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

// Kept by instance: tests boot several in one process.
const running = new WeakMap<Core.Strapi, { stop(): void }>();

/** @throws if CACHE_MAX_BYTES is not a number of bytes */
function maxBytes(): number {
  const bytes = Number(process.env.CACHE_MAX_BYTES ?? DEFAULT_MAX_BYTES);
  if (!Number.isInteger(bytes) || bytes < 0)
    throw new Error('CACHE_MAX_BYTES is the memory of the response cache in bytes; 0 switches it off.');
  return bytes;
}

/** Starts the response cache (docs/operations.md); to be called when all public addresses are registered. */
export async function startCache(strapi: Core.Strapi, reader: VersionReader): Promise<void> {
  const bytes = maxBytes();
  const store = bytes > 0 ? new AnswerStore(bytes) : undefined;
  const observe = watchCache(strapi, store, reader);
  if (!store) return;

  const server = strapi.server.httpServer;
  const koa = koaListener(server);
  const cors = new CorsHeaders(strapi);
  await cors.of('');
  const front = new FrontServer({
    koa,
    questions: new Questions({
      addressOf: (path) => publicAddressIn(strapi, path),
      hasPublicUrl: parseUrl(strapi.config.get<string>('server.url', '')) !== undefined,
      trustsProxy: strapi.server.app.proxy,
      variesByOrigin: cors.isVaried,
    }),
    reader,
    store,
    renderer: new Renderer(koa, new NextChange(strapi), await standingHeaders(strapi)),
    cors,
    rate: () => requestRateOf(strapi),
    addressOf: addressReader(strapi),
    log: strapi.log,
    observe,
  });
  const putKoaBack = takePlaceOfKoa(server, koa, front.listener);
  running.set(strapi, {
    stop() {
      putKoaBack();
      store.clear();
    },
  });
}

/** Hands all requests back to Koa. */
export function stopCache(strapi: Core.Strapi): void {
  running.get(strapi)?.stop();
  running.delete(strapi);
}
