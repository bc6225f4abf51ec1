import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildBrowserFiles } from './lib/builds/browser-files';
import { buildMyBusiness } from './lib/builds/my-business';
import { readCommandLine } from './lib/command-line';
import { readSettings, useDatabase } from './lib/open-installation';
import { PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';
import { addressFromEnvironment, assertPortIsFree } from './lib/strapi-server';
import { prepareEnvironment } from './lib/surroundings';

readCommandLine({
  help: `
Usage: npm run develop

Strapi in watch mode: the server restarts when sources change, the admin panel reloads at once. Uses DATABASE_URL, else
the embedded PostgreSQL, which it shares with the demo.
`,
});

runScript(async (closing) => {
  prepareEnvironment('development');
  readSettings('generate-secrets');
  await assertPortIsFree(addressFromEnvironment());
  await buildBrowserFiles();
  await buildMyBusiness();
  await useDatabase(closing);
  const strapi = join(
    dirname(createRequire(__filename).resolve('@strapi/strapi/package.json')),
    'bin',
    'strapi.js',
  );
  // In a separate session, so that Ctrl-C reaches it once, from here, and PostgreSQL outlives it.
  const child = spawn(process.execPath, [strapi, 'develop', '--no-install-deps'], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
    detached: true,
  });
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code ?? 0));
  });
  closing.add(async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
    await exit;
  });
  process.exitCode = await exit;
});
