import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from './lib/command-line';
import { PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';

const { positionals } = readCommandLine({
  help: `
Usage: npm run newest-strapi [-- VERSION]

Puts the newest release of Strapi that is complete (or VERSION) into node_modules, to see what breaks: npm test,
docs/strapi.md. It changes neither package.json nor package-lock.json; "npm ci" goes back.
`,
  allowPositionals: true,
});

interface Package {
  dependencies: Record<string, string>;
}

const npm = (...parameters: string[]): string =>
  execFileSync('npm', parameters, {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The packages that are released together with Strapi, all with the same version. */
function strapiPackages(): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as Package;
  const pinned = dependencies['@strapi/strapi'];
  return Object.keys(dependencies).filter(
    (name) => name.startsWith('@strapi/') && dependencies[name] === pinned,
  );
}

const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

/** The newest release with every package available, since they are published one after another. */
const newest = (packages: readonly string[]): string =>
  packages
    .map((name) => npm('view', name, 'version').trim())
    .sort(byNumber)
    .at(0) as string;

runScript(() => {
  const packages = strapiPackages();
  const version = positionals[0] ?? newest([...packages, '@strapi/core']);
  console.log(`Installing Strapi ${version} …`);
  npm('install', '--no-save', '--no-package-lock', ...packages.map((name) => `${name}@${version}`));
  console.log(`Strapi ${version} is in node_modules. "npm ci" brings the pinned one back.`);
  return Promise.resolve();
});
