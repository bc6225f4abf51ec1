import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';
import { logFormat } from '../src/http/log-format';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  // The address people use, e.g. https://betriebe.example.de; links in mails and feeds are built from it.
  url: env('PUBLIC_URL', ''),
  // Behind a TLS-terminating reverse proxy set TRUST_PROXY=true, so that X-Forwarded-* is believed.
  proxy: { koa: env.bool('TRUST_PROXY', false) },
  app: { keys: requiredSecret('APP_KEYS').split(',') },
  logger: {
    updates: { enabled: false },
    startup: { enabled: env.bool('STARTUP_LOG', false) },
    config: { level: env('LOG_LEVEL', 'http'), format: logFormat() },
  },
  webhooks: { populateRelations: false },
});

export default config;
