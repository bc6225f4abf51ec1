import { randomBytes } from 'node:crypto';
import { SECRET_NAMES } from '../../scripts/lib/env-file';

/** The database of which every suite gets a copy. */
export const TEMPLATE_DATABASE = 'template_stadtverbund';

const secret = (): string => randomBytes(24).toString('base64url');

/** The environment of a test run, with nothing from the developer's .env or shell. */
export function testEnvironmentVariables(): Record<string, string> {
  return {
    ENV_PATH: '/dev/null',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    ...Object.fromEntries(SECRET_NAMES.map((name) => [name, secret()])),
    ADMIN_RATE_LIMIT: 'false',
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'de',
    STRAPI_TELEMETRY_DISABLED: 'true',
    LOG_LEVEL: 'error',
    // Property tests send more requests than a site; the suite about the limit sets its own.
    RATE_LIMIT_PER_MINUTE: '0',
    STARTUP_LOG: 'false',
  };
}
