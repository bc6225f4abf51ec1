import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';
import { trustedHops } from '../src/platform/http/domain/forwarded';
import { logFormat } from '../src/platform/http/log-format';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  // The address people use, e.g. https://betriebe.example.de; links in mails and feeds are built from it.
  url: env('PUBLIC_URL', ''),
  // What is left of X-Forwarded-* may be believed (src/platform/http/believe-proxies.ts).
  proxy: { koa: trustedHops(env('TRUST_PROXY')) > 0 },
  http: {
    serverOptions: {
      // Slow senders hold a socket: 15 s for the head, two minutes for 10 MB of a picture, looked at every 5 s.
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      connectionsCheckingInterval: 5_000,
      // Longer than proxies keep theirs (nginx: 60 s), so that none is closed under a request.
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
