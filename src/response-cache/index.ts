import type { Core } from '@strapi/strapi';
import { requestRateOf } from '../platform/http/request-rate';
import { addressReader } from './address-reader';
import { AnswerStore } from './answer-store';
import { koaListener, takePlaceOfKoa } from '../platform/strapi/patches';
import { FrontServer } from './front-server';
import { CorsHeaders, standingHeaders } from './koa-headers';
import { Metrics } from './metrics';
import { metricsToken, registerMetricsRoute } from './metrics-route';
import { NextChange } from './next-change';
import { publicTypes } from './public-types';
import { Questions } from './question';
import { Renderer } from './render';
import { VersionReader } from './version-reader';

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

// One per instance, since tests boot several in one process.
const running = new WeakMap<Core.Strapi, { stop(): Promise<void> }>();

/** @throws if CACHE_MAX_BYTES is not a number of bytes */
function maxBytes(): number {
  const bytes = Number(process.env.CACHE_MAX_BYTES ?? DEFAULT_MAX_BYTES);
  if (!Number.isInteger(bytes) || bytes < 0)
    throw new Error('CACHE_MAX_BYTES is the memory of the response cache in bytes; 0 switches it off.');
  return bytes;
}

/** Starts the response cache and, if configured, the metrics (docs/operations.md). */
export async function startCache(strapi: Core.Strapi): Promise<void> {
  const bytes = maxBytes();
  const token = metricsToken(process.env);
  const store = bytes > 0 ? new AnswerStore(bytes) : undefined;
  const reader = store && new VersionReader(process.env.DATABASE_URL ?? '', strapi.log);
  const metrics = token ? new Metrics(strapi, { store, reader }) : undefined;
  if (metrics && token) registerMetricsRoute(strapi, metrics, token);
  if (!store || !reader) return;

  const server = strapi.server.httpServer;
  const koa = koaListener(server);
  const cors = new CorsHeaders(strapi);
  await cors.of('');
  await reader.start();
  const front = new FrontServer({
    koa,
    questions: new Questions({
      types: publicTypes(strapi),
      hasPublicUrl: URL.canParse(strapi.config.get<string>('server.url', '')),
      trustsProxy: strapi.server.app.proxy,
    }),
    reader,
    store,
    renderer: new Renderer(strapi, koa, new NextChange(strapi), await standingHeaders(strapi)),
    cors,
    rate: () => requestRateOf(strapi),
    addressOf: addressReader(strapi),
    log: strapi.log,
    observe: metrics?.observe,
  });
  const putKoaBack = takePlaceOfKoa(server, koa, front.listener);
  running.set(strapi, {
    async stop() {
      putKoaBack();
      await reader.stop();
      store.clear();
    },
  });
}

/** Gives all requests back to Koa and closes the connection. */
export async function stopCache(strapi: Core.Strapi): Promise<void> {
  await running.get(strapi)?.stop();
  running.delete(strapi);
}
