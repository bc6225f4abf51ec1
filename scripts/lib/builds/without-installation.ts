import { SECRET_NAMES } from '../env-file';

/**
 * The environment for tools that load Strapi's configuration without needing it. The configuration requires secrets and
 * a database; these tools get placeholders, so that no secret can end up in their output.
 */
export function environmentWithoutInstallation(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(SECRET_NAMES.map((name) => [name, 'not-used'])),
    ENV_PATH: '/dev/null',
    DATABASE_URL: 'postgresql://not-used',
    // If it is empty the panel calls the server it came from, so one build works for every address.
    PUBLIC_URL: '',
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
}
