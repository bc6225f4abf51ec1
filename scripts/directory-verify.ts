import type { Maintenance } from '../src/plugins/directory/server/src/read-model/maintenance';
import { readCommandLine } from './lib/command-line';
import { loadInstallation } from './lib/open-installation';
import { withProgressBar } from './lib/progress-bar';
import { runScript } from './lib/run-script';
import { verificationReport } from './lib/verification-report';

const { values } = readCommandLine({
  help: `
Usage: npm run directory:verify [-- --limit N]

Builds every public listing again, compares it with the read model of the directory, and lists what is missing, what is
there and should not be, and what differs, with the difference. Writes nothing, and may run while Stadtverbund runs.

  --limit N   findings of each kind that are printed (default: 20)

The exit code is 0 when both are equal, and 1 otherwise; npm run directory:rebuild puts it right.
`,
  options: { limit: { type: 'string', default: '20' } },
});

runScript(async (closing) => {
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new Error('--limit is a number of findings, 1 or more.');
  const strapi = await loadInstallation(closing, 'warn');
  const maintenance = strapi.plugin('directory').service('maintenance') as unknown as Maintenance;
  const found = await withProgressBar('documents', (onProgress) => maintenance.verify(onProgress));
  console.log(verificationReport(found, limit));
  if (!maintenance.isClean(found)) process.exitCode = 1;
});
