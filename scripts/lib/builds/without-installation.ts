import { SECRET_NAMES } from '../env-file';

/**
 * The environment for tools that read Strapi's configuration and need nothing of it. The configuration demands secrets
 * and a database; these tools get placeholders, so that no secret can end up in what they write.
 */
export function environmentWithoutInstallation(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(SECRET_NAMES.map((name) => [name, 'not-used'])),
    ENV_PATH: '/dev/null',
    DATABASE_URL: 'postgresql://not-used',
    // Without it the panel calls the server it came from, and one build serves every address.
    PUBLIC_URL: '',
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
}
