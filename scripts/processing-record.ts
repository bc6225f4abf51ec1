import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { processingRecord } from '../src/platform/personal-data/domain/processing-record';
import { personalDataOf } from '../src/platform/personal-data/registry';
import { buildServer } from './lib/builds/server';
import { environmentWithoutInstallation } from './lib/builds/without-installation';
import { readCommandLine } from './lib/command-line';
import { createThrowawayCluster } from './lib/postgres/throwaway-cluster';
import { PROCESSING_RECORD, PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';
import { loadStrapi } from './lib/strapi-server';
import { prepareEnvironment } from './lib/surroundings';

readCommandLine({
  help: `
Usage: npm run processing-record

Writes docs/verarbeitungsverzeichnis.md (GDPR, Art. 30) from what this code declares of personal data. The code is started
for it on an empty database that is removed afterwards. Run it when the test of
tests/integration/platform/personal-data.test.ts says that the page is stale.
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
  writeFileSync(PROCESSING_RECORD, processingRecord(personalDataOf(strapi)));
  console.log(`Written: ${relative(PROJECT_ROOT, PROCESSING_RECORD)}`);
});
