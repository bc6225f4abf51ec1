import { buildAll } from './lib/builds/build-all';
import { readCommandLine } from './lib/command-line';
import { runScript } from './lib/run-script';
import { prepareEnvironment } from './lib/surroundings';

readCommandLine({
  help: `
Usage: npm run build

Compiles the server and builds the admin panel into dist/. What was built for the same sources is reused; the panel's
builds are kept in .cache/admin-build/.
`,
});

runScript(async () => {
  prepareEnvironment('production');
  await buildAll();
  console.log('Built: dist/');
});
