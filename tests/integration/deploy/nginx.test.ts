import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  createPortal,
  startedApp,
} from '../../support';
import { findNginx, startNginx, type Configuration, type Nginx } from '../../support/nginx';
import { deployedConfiguration, deploymentWith, hint, hinted } from '../../support/nginx-hints';
import { isPage, isPublicRoute, routesToAsk } from '../../support/routes';

const nginx = findNginx();
const describeWithNginx = nginx ? describe : describe.skip;

/** What the documentation does not advise: everything may be cached for a minute, unless the answer says otherwise. */
const careless = (): Configuration => ({
  http: 'proxy_cache_path /var/cache/nginx/careless keys_zone=careless:1m;',
  deployment: deploymentWith(
    'proxy_cache careless; proxy_cache_key $host$request_uri; proxy_cache_valid any 1m;',
  ),
});

const PRIVATE_PATHS = [
  '/admin/users/me',
  '/admin/users?pageSize=100',
  '/admin/api-tokens',
  '/portal-feed/portals',
  '/upload/files',
  '/content-manager/collection-types/api::business.business?status=draft',
  '/content-manager/collection-types/plugin::users-permissions.user',
  '/api/users/me',
  '/api/my/businesses',
  '/api/my/claims',
  '/api/auth/sessions',
  '/api/feed/events',
  '/api/feed/snapshot',
  '/api/businesses?populate=*',
  '/api/businesses?populate=*&locale=de&pagination[pageSize]=7',
];

const credentials: Record<string, Record<string, string>> = {};
const privateTexts: string[] = [];

beforeAll(async () => {
  await createCityProfile();
  await createBusiness({ name: 'Laden für alle' });
  await createBusiness({ name: 'Geheimer Entwurf' }, { published: false });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const admin = await createAdmin();
  const contributor = await createContributor();
  const portal = await createPortal();
  const apiToken = await createApiToken({ type: 'full-access' });
  credentials.admin = bearer(admin.token);
  credentials.contributor = bearer(contributor.token);
  credentials.portal = bearer(portal.token);
  credentials.apiToken = bearer(apiToken);
  credentials.cookie = { cookie: `strapi_up_refresh=${contributor.token}; other=1` };
  privateTexts.push(
    'Geheimer Entwurf',
    admin.email,
    contributor.email,
    portal.portal.name,
    'feed@portal.example',
  );
}, 60_000);

interface Seen {
  status: number;
  cache: string | null;
  text: string;
}

async function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const answer = await fetch(url + path, { headers, redirect: 'manual' });
  return { status: answer.status, cache: answer.headers.get('x-cache'), text: await answer.text() };
}

const withNginx = async (
  configuration: Configuration,
  use: (proxy: Nginx) => Promise<void>,
): Promise<void> => {
  const proxy = await startNginx(nginx ?? '', startedApp().url, configuration);
  try {
    await use(proxy);
  } finally {
    await proxy.stop();
  }
};

/**
 * What is requested, and by whom first: addresses known to answer, by everyone; every other route, by an administrator.
 */
const privateQuestions = (): [path: string, callers: Record<string, string>[]][] => [
  ...PRIVATE_PATHS.map((path) => [path, Object.values(credentials)] as [string, Record<string, string>[]]),
  ...routesToAsk()
    .filter((route) => route.method === 'GET' && !isPublicRoute(route))
    .map(({ path }) => [path, [credentials.admin ?? {}]] as [string, Record<string, string>[]]),
];

describeWithNginx.each([
  ['as documented, with every hint', hinted],
  ['that keeps whatever it may', careless],
])('a proxy %s', (_what, configuration) => {
  it('tells nobody what someone else was told', async () => {
    await withNginx(configuration(), async ({ url }) => {
      const leaks: unknown[] = [];
      let told = 0;
      for (const [path, callers] of privateQuestions()) {
        const withKeys = [];
        for (const headers of callers) withKeys.push(await ask(url, path, headers));
        told += withKeys.filter(({ text }) => privateTexts.some((secret) => text.includes(secret))).length;
        const direct = await ask(startedApp().url, path);
        const anonymous = await ask(url, path);
        const leaked = privateTexts.filter((secret) => anonymous.text.includes(secret));
        if (anonymous.status !== direct.status || anonymous.cache === 'HIT' || leaked.length > 0)
          leaks.push({ path, status: [anonymous.status, direct.status], cache: anonymous.cache, leaked });
      }
      expect(leaks).toEqual([]);
      // The callers must have been told something, or this would prove nothing.
      expect(told).toBeGreaterThan(8);
    });
  }, 180_000);
});

describeWithNginx('a proxy as documented', () => {
  it('caches what is public for anonymous requests, and passes on all others', async () => {
    await withNginx(hinted(), async ({ url }) => {
      for (const path of ['/api/businesses', '/api/directory/search?q=laden']) {
        const first = await ask(url, path);
        expect([first.status, first.cache]).toEqual([200, 'MISS']);
        expect(await ask(url, path)).toEqual({ ...first, cache: 'HIT' });
        for (const headers of [credentials.apiToken, credentials.cookie])
          expect((await ask(url, path, headers)).cache).toBe('BYPASS');
      }
      for (const path of ['/api/users/me', '/admin/users/me', '/docs', '/konto/bestaetigt'])
        expect((await ask(url, path)).cache).toBeNull();
    });
  });

  it('logs no query string and no Referer, not even for redirects', async () => {
    await withNginx(hinted(), async (proxy) => {
      const secret = 'GEHEIM0123456789';
      for (const path of [
        `/l/${secret}`,
        `/en/l/${secret}/confirm?x=1`,
        `/api/links/${secret}/send-again`,
        `/y?c=${secret}&next=/l/`,
        `/konto/neues-passwort?code=${secret}`,
        `/x?a=${secret}?b=${secret}`,
      ])
        await ask(proxy.url, path, { referer: `https://betriebe.example.de/?token=${secret}` });
      const deadline = Date.now() + 10_000;
      while (!proxy.logs().includes('GET /x?***') && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(proxy.logs()).toContain('"GET /konto/neues-passwort?*** HTTP/1.1" 200');
      expect(proxy.logs()).toContain('"GET /x?*** HTTP/1.1" 404');
      for (const shown of ['/l/***', '/en/l/***', '/api/links/***'])
        expect(proxy.logs()).toContain(`"GET ${shown} HTTP/1.1" `);
      expect(proxy.logs()).not.toContain(secret);
      // The address of who asks is shortened.
      expect(proxy.logs()).toContain('127.0.0.0 [');
      expect(proxy.logs()).not.toMatch(/^127\.0\.0\.1 /m);
    });
  });

  it('passes on the client address, demands HTTPS, and hides what it is', async () => {
    await withNginx(hinted(), async ({ url }) => {
      const answer = await fetch(`${url}/api/businesses`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(answer.headers.get('server')).toBe('nginx');
    });
  });

  it('keeps floods from the sign-in', async () => {
    await withNginx({ deployment: deployedConfiguration() }, async ({ url }) => {
      const answers = await Promise.all(
        Array.from({ length: 60 }, () => fetch(`${url}/API/auth/local`, { method: 'POST' })),
      );
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      const refused = answers.filter(({ status }, at) => status === 429 && texts[at]?.includes('<html>'));
      expect(refused.length).toBeGreaterThan(10);
    });
  });

  it('lets nobody from elsewhere scrape, nor use the panel if the city restricts it', async () => {
    const deployment = deployedConfiguration()
      .replace(/allow (127\.0\.0\.1|::1);/g, '')
      .replaceAll('# deny all;', 'deny all;');
    const panel = routesToAsk()
      .filter(
        (route) =>
          !route.path.startsWith('/api/') &&
          !isPage(route) &&
          (!isPublicRoute(route) || route.route.startsWith('/admin')),
      )
      .filter(({ path, method }) => method === 'GET' && !['/', '/_health'].includes(path));
    expect(panel.length).toBeGreaterThan(60);
    await withNginx({ deployment: deployment.replace('rate=50r/s', 'rate=1000r/s') }, async ({ url }) => {
      const open: string[] = [];
      for (const { path } of [...panel, { path: '/metrics' }])
        if ((await ask(url, path)).status !== 403) open.push(path);
      expect(open).toEqual([]);
      expect((await ask(url, '/api/businesses')).status).toBe(200);
    });
  });

  it('requires the city’s own sign-in for the panel, and only there', async () => {
    const signIn = createServer((asked, answer) => {
      const isKnown = asked.headers.cookie === 'city=known';
      answer.writeHead(asked.url === '/oauth2/auth' && !isKnown ? 401 : 202).end();
    });
    const port = await new Promise<number>((resolve) =>
      signIn.listen(0, '127.0.0.1', () => resolve((signIn.address() as AddressInfo).port)),
    );
    const { server, panel } = hint('A second factor for the panel');
    expect([server, panel]).not.toContain('');
    const deployment = deploymentWith(server)
      .replaceAll('# deny all;', panel)
      .replaceAll('127.0.0.1:4180', `127.0.0.1:${port}`);
    try {
      await withNginx({ deployment }, async ({ url }) => {
        for (const path of [
          '/admin/',
          '/admin/users/me',
          '/admin/login',
          '/upload/files',
          '/moderation/summary',
        ]) {
          const stranger = await fetch(url + path, { redirect: 'manual' });
          expect([path, stranger.status]).toEqual([path, 302]);
          expect(stranger.headers.get('location')).toMatch(/\/oauth2\/start\?rd=/);
          expect((await ask(url, path, { cookie: 'city=known' })).status).toBe(
            (await ask(startedApp().url, path)).status,
          );
        }
        for (const path of ['/api/businesses', '/api/auth/sessions', '/konto/bestaetigt', '/uploads/x.png'])
          expect((await ask(url, path)).status).not.toBe(302);
        // Only nginx may send these requests to oauth2-proxy.
        expect((await ask(url, '/oauth2/auth')).status).toBe(404);
      });
    } finally {
      signIn.close();
    }
  });
});
