import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, relative } from 'node:path';
import { buildServer } from './lib/builds/server';
import { environmentWithoutInstallation } from './lib/builds/without-installation';
import { CLIENT_TYPES, openApiTypes } from './lib/client/openapi-types';
import { readCommandLine } from './lib/command-line';
import { createThrowawayCluster } from './lib/postgres/throwaway-cluster';
import { PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';
import { listen, loadStrapi } from './lib/strapi-server';
import { prepareEnvironment } from './lib/surroundings';

readCommandLine({
  help: `
Usage: npm run client:types

Writes the types of packages/client from the OpenAPI document of this code, which is started for it on an empty
database that is removed afterwards. Run it when the test of tests/integration/client/types.test.ts says that they are stale.
`,
});

runScript(async (closing) => {
  prepareEnvironment('production');
  await buildServer();
  const cluster = await createThrowawayCluster();
  closing.add(() => cluster.remove());
  Object.assign(process.env, environmentWithoutInstallation(), {
    DATABASE_URL: cluster.url,
    LOG_LEVEL: 'error',
  });
  const strapi = await loadStrapi(closing, { serveAdminPanel: false });
  await listen(strapi, { host: '127.0.0.1', port: 0 });
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/openapi.json`);
  if (!answer.ok) throw new Error(`/api/openapi.json answered ${answer.status}`);
  mkdirSync(dirname(CLIENT_TYPES), { recursive: true });
  writeFileSync(CLIENT_TYPES, await openApiTypes((await answer.json()) as object));
  console.log(`Written: ${relative(PROJECT_ROOT, CLIENT_TYPES)}`);
});
