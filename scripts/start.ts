import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasAdminPanel } from './lib/builds/admin-panel';
import { readCommandLine } from './lib/command-line';
import { readSettings, useDatabase } from './lib/open-installation';
import { STRAPI_DIRECTORIES } from './lib/project';
import { runScript } from './lib/run-script';
import { addressFromEnvironment, assertPortIsFree, listen, loadStrapi } from './lib/strapi-server';
import { prepareEnvironment, publicUrl } from './lib/surroundings';

readCommandLine({
  help: `
Usage: npm start

Serves a real installation in production mode until SIGTERM or Ctrl-C. Run "npm run build" before, and
"npm run create-admin" once.

Environment (or .env, see .env.example): the secrets, DATABASE_URL, PUBLIC_URL, HOST (0.0.0.0), PORT (1337).
Without DATABASE_URL it uses the embedded PostgreSQL in .data/ and generates missing secrets into .env.
`,
});

runScript(async (closing) => {
  prepareEnvironment('production');
  readSettings('demand-secrets');
  if (!hasAdminPanel() || !existsSync(join(STRAPI_DIRECTORIES.distDir, 'src', 'index.js'))) {
    throw new Error('Nothing is built yet: run "npm run build", then start again.');
  }
  const address = addressFromEnvironment();
  await assertPortIsFree(address);
  await useDatabase(closing);
  const strapi = await loadStrapi(closing, { serveAdminPanel: true });
  await listen(strapi, address);
  console.log(`Stadtverbund is ready: ${publicUrl(address)}/admin`);
  return 'serving';
});
