import { randomBytes } from 'node:crypto';

/** The database that every suite gets a copy of. */
export const TEMPLATE_DATABASE = 'template_stadtverbund';

const SECRETS = ['API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'];

const secret = (): string => randomBytes(24).toString('base64url');

/** The environment of a test run: nothing of the developer's .env or shell reaches it. */
export function testEnvironmentVariables(): Record<string, string> {
  return {
    ENV_PATH: '/dev/null',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    APP_KEYS: [secret(), secret()].join(','),
    ...Object.fromEntries(SECRETS.map((name) => [name, secret()])),
    ADMIN_RATE_LIMIT: 'false',
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'de',
    STRAPI_TELEMETRY_DISABLED: 'true',
    LOG_LEVEL: 'error',
    STARTUP_LOG: 'false',
  };
}

/** The same cluster, another database. */
export function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}
