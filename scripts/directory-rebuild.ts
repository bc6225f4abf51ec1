import type { Maintenance } from '../src/plugins/directory/server/src/read-model/maintenance';
import { readCommandLine } from './lib/command-line';
import { loadInstallation } from './lib/open-installation';
import { withProgressBar } from './lib/progress-bar';
import { runScript } from './lib/run-script';

readCommandLine({
  help: `
Usage: npm run directory:rebuild

Rebuilds the read model of the directory from what is published: search, map, lists and opening hours. It may run while
Stadtverbund runs: readers see each listing as it was or as it is, and publishing waits for a moment at most. It is never
needed in normal use; npm run directory:verify says whether it would change anything.
`,
});

runScript(async (closing) => {
  const strapi = await loadInstallation(closing, 'warn');
  const maintenance = strapi.plugin('directory').service('maintenance') as unknown as Maintenance;
  const started = performance.now();
  const documents = await withProgressBar('documents', (onProgress) => maintenance.rebuild(onProgress));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`The read model was rebuilt from ${documents} documents in ${seconds} s.`);
});
