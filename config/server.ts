import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';
import { trustedHops } from '../src/platform/http/domain/forwarded';
import { logFormat } from '../src/platform/http/log-format';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  // The public address, e.g. https://betriebe.example.de; links in mails and feeds are built from it.
  url: env('PUBLIC_URL', ''),
  // The remaining X-Forwarded-* headers can be trusted (src/platform/http/believe-proxies.ts).
  proxy: { koa: trustedHops(env('TRUST_PROXY')) > 0 },
  http: {
    serverOptions: {
      // Limits for slow senders, who occupy a socket: 15 s for the headers, two minutes for a picture of 10 MB, checked
      // every 5 s.
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      connectionsCheckingInterval: 5_000,
      // Longer than a proxy keeps its connections (nginx: 60 s), so that none is closed during a request.
      keepAliveTimeout: 65_000,
    },
  },
  app: { keys: requiredSecret('APP_KEYS').split(',') },
  logger: {
    updates: { enabled: false },
    startup: { enabled: env.bool('STARTUP_LOG', false) },
    config: { level: env('LOG_LEVEL', 'http'), format: logFormat() },
  },
  webhooks: { populateRelations: false },
});

export default config;
