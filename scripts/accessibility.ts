import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import prettier from 'prettier';
import { version } from '../package.json';
import { measurePages } from './lib/measure-pages';
import { pagesToMeasure } from './lib/pages-to-measure';
import { buildServer } from './lib/builds/server';
import { environmentWithoutInstallation } from './lib/builds/without-installation';
import { launchChromium, unpackChromium } from './lib/chromium/chromium';
import { readCommandLine } from './lib/command-line';
import { CITY_DATA, cityLoader } from './lib/demo/load-city';
import { freePort } from './lib/postgres/free-port';
import { createThrowawayCluster } from './lib/postgres/throwaway-cluster';
import { PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';
import { listen, loadStrapi } from './lib/strapi-server';
import { prepareEnvironment } from './lib/surroundings';

const { values } = readCommandLine({
  help: `
Usage: npm run accessibility [-- --city NAME]

Opens every page of the software in Chromium, in each language, on a phone and on a desk, checks it with axe-core and
writes public/accessibility.json, which a release carries: the page /barrierefreiheit shows what is in it. The code is
started for it with a demo city in an empty database that is removed afterwards. Ends with 1 if a rule is violated.

  --city NAME   a folder of data/cities (default: dortmund)
`,
  options: { city: { type: 'string' } },
});

const FILE = join(PROJECT_ROOT, 'public', 'accessibility.json');

runScript(async (closing) => {
  prepareEnvironment('production');
  await buildServer();
  await unpackChromium();
  const cluster = await createThrowawayCluster();
  closing.add(() => cluster.remove());
  const address = { host: '127.0.0.1', port: await freePort() };
  const origin = `http://${address.host}:${address.port}`;
  Object.assign(process.env, environmentWithoutInstallation(), {
    DATABASE_URL: cluster.url,
    LOG_LEVEL: 'error',
    PUBLIC_URL: origin,
  });
  const strapi = await loadStrapi(closing, { serveAdminPanel: false });
  const { loadCity } = cityLoader();
  await loadCity(strapi, {
    city: values.city ?? 'dortmund',
    dataDir: CITY_DATA,
    onProgress: () => undefined,
  });
  await listen(strapi, address);
  const browser = await launchChromium();
  closing.add(() => browser.close());
  const pages = await pagesToMeasure(strapi, origin);
  const measuredOn = new Date().toISOString().slice(0, 10);
  const measured = await measurePages(browser, origin, pages, { version, measuredOn }, (name) =>
    console.log(name),
  );
  const options = await prettier.resolveConfig(FILE);
  writeFileSync(FILE, await prettier.format(JSON.stringify(measured), { ...options, parser: 'json' }));
  const { views, rules, violations, incomplete } = measured;
  console.log(
    `${views} views, ${rules} rules: ${violations.length} violated, ${incomplete.length} to be checked by people.`,
  );
  for (const { rule, pages: where } of violations) console.log(`${rule}: ${where.join(', ')}`);
  console.log(`Written: ${relative(PROJECT_ROOT, FILE)}`);
  if (violations.length > 0) process.exitCode = 1;
});
