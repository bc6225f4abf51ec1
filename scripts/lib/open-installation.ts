import type { Core } from '@strapi/strapi';
import { takeServedAddress } from '../../src/platform/http/served-address';
import { buildServer } from './builds/server';
import { generateMissingSecrets, loadEnvFile, missingSecrets } from './env-file';
import { openDatabase, type OpenDatabase } from './postgres/embedded-postgres';
import { ensureDatabaseExists } from './postgres/given-database';
import type { Closing } from './run-script';
import { loadStrapi } from './strapi-server';
import { prepareEnvironment } from './surroundings';

/**
 * Reads .env. With the embedded database, missing secrets are generated and added to it, since both are in this
 * checkout. With an external database, missing secrets are an error, because generated ones might get lost or differ
 * between instances.
 */
export function readSettings(mode: 'generate-secrets' | 'demand-secrets'): void {
  loadEnvFile();
  if (mode === 'generate-secrets' || !process.env['DATABASE_URL']) {
    if (generateMissingSecrets().length > 0) console.log('Secrets were generated into .env');
    loadEnvFile();
    return;
  }
  const missing = missingSecrets();
  if (missing.length > 0) {
    throw new Error(
      `Not set: ${missing.join(', ')}. Set them in the environment or in .env; .env.example says how.`,
    );
  }
}

/** Opens the database until the script ends, and sets DATABASE_URL for Strapi. */
export async function useDatabase(closing: Closing): Promise<OpenDatabase> {
  const opening = openDatabase();
  closing.add(async () => {
    // If it could not be opened there is nothing to leave; the reason is reported below.
    const database = await opening.catch(() => undefined);
    await database?.leave();
  });
  const database = await opening;
  if (!database.embedded) await ensureDatabaseExists(database.url);
  process.env['DATABASE_URL'] = database.url;
  return database;
}

/**
 * The installation as its commands see it: compiled, with its settings and its database, and without HTTP; until the
 * script ends.
 *
 * @param logLevel what of Strapi's log is shown where LOG_LEVEL says nothing
 */
export async function loadInstallation(closing: Closing, logLevel: 'error' | 'warn'): Promise<Core.Strapi> {
  prepareEnvironment('production');
  process.env['LOG_LEVEL'] ??= logLevel;
  readSettings('demand-secrets');
  await buildServer();
  await useDatabase(closing);
  const strapi = await loadStrapi(closing, { serveAdminPanel: false });
  await takeServedAddress(strapi);
  return strapi;
}
