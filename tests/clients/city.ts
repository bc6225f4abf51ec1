// A city like that of `npm run demo`, for the clients: Dortmund on an empty database that is removed afterwards. Started by
// run.mjs, which it informs of its address and of what a portal, a website and a business know.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../../scripts/lib/builds/server';
import { appEnvironment } from '../../scripts/bench/app/environment';
import { ensureDemoAccounts } from '../../scripts/lib/demo/accounts';
import { CITY_DATA, cityLoader } from '../../scripts/lib/demo/load-city';
import { freePort } from '../../scripts/lib/postgres/free-port';
import { createThrowawayCluster } from '../../scripts/lib/postgres/throwaway-cluster';
import { runScript } from '../../scripts/lib/run-script';
import { listen, loadStrapi } from '../../scripts/lib/strapi-server';
import { prepareEnvironment } from '../../scripts/lib/surroundings';
import { createApiToken, createBusiness, createPortal } from '../support/index';

runScript(async (closing) => {
  prepareEnvironment('production');
  await buildServer();
  const cluster = await createThrowawayCluster();
  closing.add(() => cluster.remove());
  const mails = mkdtempSync(join(tmpdir(), 'stadtverbund-clients-'));
  closing.add(() => rmSync(mails, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  Object.assign(
    process.env,
    appEnvironment(cluster.url, {
      PUBLIC_URL: url,
      MAIL_DIR: mails,
      FEED_ALLOW_NETWORKS: '127.0.0.0/8',
      FEED_ALLOW_HTTP: 'true',
      // Some clients run on a page of another origin.
      CORS_ORIGINS: '*',
    }),
  );
  const strapi = await loadStrapi(closing, { serveAdminPanel: false });
  await cityLoader().loadCity(strapi, { city: 'dortmund', dataDir: CITY_DATA, onProgress: () => undefined });
  const { contributors } = await ensureDemoAccounts(strapi, join(mails, 'accounts.json'));
  await listen(strapi, { host: '127.0.0.1', port });
  await haveOwnDataExported(url, contributors[0]!);
  // What the support of the tests makes, it makes in this city.
  Object.assign(globalThis, { startedApp: { strapi, url, databaseUrl: cluster.url, mailFolder: mails } });

  const portal = await createPortal({}, process.env['RECEIVER_URL'] ?? null);
  const apiToken = await createApiToken({ type: 'read-only' });
  process.on('message', () => void createBusiness({ name: 'Neu für Portale', syndicationConsent: true }));
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.send?.({
    url,
    apiToken,
    portal: { token: portal.token, secret: portal.secret },
    business: contributors[0],
  });
  return 'serving';
});

/** There is a file to read for who downloads all that is stored about the account. */
async function haveOwnDataExported(url: string, { email, password }: { email: string; password: string }) {
  const asked = await fetch(`${url}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: email, password }),
  });
  const { jwt } = (await asked.json()) as { jwt: string };
  const headers = { authorization: `Bearer ${jwt}` };
  await fetch(`${url}/api/my/account/export`, { method: 'POST', headers });
  for (let tries = 0; tries < 120; tries += 1) {
    const { status } = await fetch(`${url}/api/my/account/export/file`, { headers });
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the copy of all data was not made within half a minute');
}
