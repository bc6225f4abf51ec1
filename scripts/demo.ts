import { buildAll } from './lib/builds/build-all';
import { readCommandLine } from './lib/command-line';
import { ACCOUNTS_FILE, ensureDemoAccounts } from './lib/demo/accounts';
import { CITY_DATA, cityLoader } from './lib/demo/load-city';
import { showProgress } from './lib/demo/progress';
import { readSettings, useDatabase } from './lib/open-installation';
import { runScript } from './lib/run-script';
import { addressFromEnvironment, assertPortIsFree, listen, loadStrapi } from './lib/strapi-server';
import { allowCookiesOverHttp, prepareEnvironment, publicUrl } from './lib/surroundings';

const { values } = readCommandLine({
  help: `
Usage: npm run demo [-- --city NAME]

Builds what is missing, starts PostgreSQL and Strapi, loads a demo city into an empty database and serves it until
Ctrl-C. Data stays in .data/; an interrupted load goes on at the next start.

  --city NAME   a folder of data/cities (default: dortmund, or what the database holds)
  -h, --help    this text

Environment (or .env): PORT (1337), HOST (127.0.0.1), DATABASE_URL (embedded PostgreSQL), LOG_LEVEL (warn).
`,
  options: { city: { type: 'string' } },
});

runScript(async (closing) => {
  prepareEnvironment('production');
  readSettings('generate-secrets');
  // A demo is for this machine only, unless HOST is set.
  const isForThisMachine = !process.env['HOST'];
  process.env['HOST'] ||= '127.0.0.1';
  process.env['LOG_LEVEL'] ??= 'warn';
  allowCookiesOverHttp();
  const address = addressFromEnvironment();
  // Links in answers and mails then begin with the address that is printed below.
  if (isForThisMachine) process.env['PUBLIC_URL'] ||= publicUrl(address);
  await assertPortIsFree(address);
  await buildAll();
  await useDatabase(closing);
  console.log('Starting Strapi …');
  const strapi = await loadStrapi(closing, { serveAdminPanel: true });

  const { loadCity, loadedCity } = cityLoader();
  const city = values.city ?? (await loadedCity(strapi))?.city ?? 'dortmund';
  const progress = showProgress();
  closing.add(() => progress.stop());
  const outcome = await loadCity(strapi, {
    city,
    dataDir: CITY_DATA,
    onProgress: (step) => progress.update(step),
  });
  progress.stop();
  if (outcome === 'loaded') console.log(`The city ${city} is loaded.`);
  const { admin, editor, contributors } = await ensureDemoAccounts(strapi);

  await listen(strapi, address);
  const url = publicUrl(address);
  console.log(`
Stadtverbund is ready (${city}).

  The city        ${url}

  Admin panel     ${url}/admin
  REST            ${url}/api/businesses?locale=de&populate=*
  GraphQL         ${url}/graphql
  API reference   ${url}/docs

  Super admin     ${admin.email}
  Editor          ${editor.email}
  Contributors    ${contributors.map(({ email }) => email).join(', ')}
  Passwords       ${ACCOUNTS_FILE}

Ctrl-C stops it; the data stays.
`);
  return 'serving';
});
