import { randomBytes } from 'node:crypto';
import { SECRET_NAMES } from '../../lib/env-file';

const secret = (): string => randomBytes(24).toString('base64url');

/** The environment of a measured Strapi: as in production, with nothing from the developer's .env or shell. */
export function appEnvironment(databaseUrl: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    ...(TMPDIR ? { TMPDIR } : {}),
    ENV_PATH: '/dev/null',
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    ...Object.fromEntries(SECRET_NAMES.map((name) => [name, secret()])),
    COOKIE_SECURE: 'false',
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'de',
    STRAPI_TELEMETRY_DISABLED: 'true',
    LOG_LEVEL: 'error',
    // One client sends thousands of requests per second, and we measure answers, not refusals.
    RATE_LIMIT_PER_MINUTE: '0',
    ...more,
  };
}
