import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sharp from 'sharp';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import {
  addTypeRoutes,
  changeAdminRoutes,
  closed,
  countListeners,
  hidePackages,
  keepPluginRoutes,
  koaListener,
  onQueryParams,
  onStoring,
  onUnreadableRelation,
  registerExactRoutes,
  routeOf,
  sendEntryEvents,
  showDocumentStatus,
  takePlaceOfKoa,
  onTemplatedMails,
  withoutWeeklyMetrics,
  wrapAccountActions,
  wrapConnections,
  wrapFormActions,
  wrapLookups,
  wrapQueries,
  wrapSessions,
  wrapTransactions,
  type Listener,
  type Work,
} from '#src/platform/strapi/patches/index';
import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  graphql,
  PASSWORD,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { eventually } from '../../support/eventually';
import { statementsDuring } from '../../support/statements';

// Each name begins with the patch that it is about. Where a patch takes a hook, one is handed in here that takes notes.

const BUSINESS = 'api::business.business';
const LIST = `/content-manager/collection-types/${BUSINESS}`;

interface Refused {
  error: { details: { code: string } };
}

let business: Stored;
let owner: string;
let editor: string;

beforeAll(async () => {
  await createCityProfile();
  business = await createBusiness({ name: 'Blumen Muster' });
  owner = (await createAdmin()).token;
  editor = (await createAdmin({ role: 'strapi-editor' })).token;
});

const rename = (name: string): Promise<unknown> =>
  startedApp()
    .strapi.documents(BUSINESS)
    .update({ documentId: business.documentId, locale: 'de', data: { name } });

const routes = (): string[] => {
  const server = startedApp().strapi.server as unknown as { listRoutes(): { path: string }[] };
  return server.listRoutes().map(({ path }) => path);
};

const cookieIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

it('account-actions: what accounts ask for is answered by ours', async () => {
  // Strapi's own confirms, and refuses a link that it does not know.
  const { status } = await request('/api/auth/email-confirmation?confirmation=x');
  expect(status).toBe(302);
  const { body } = await request<Refused>('/api/auth/forgot-password', { body: { email: ' ' } });
  expect(body.error.details.code).toBe('email-shape');
});

it('admin-routes: a route is gone, one has a policy, one a middleware', async () => {
  expect(routes().filter((path) => path.startsWith('/admin/transfer'))).toEqual([]);
  const layout = { method: 'PUT', token: editor, body: { settings: {}, layouts: {} } };
  expect((await request('/content-manager/components/place.address/configuration', layout)).status).toBe(403);
  const wrongKind = `/content-manager/single-types/${BUSINESS}`;
  const { status, body } = await request<Refused>(wrongKind, {
    token: owner,
  });
  expect([status, body.error.details.code]).toEqual([404, 'no-such-action']);
});

it('connections: each one of the pool is lent and given back by us, of a transaction too', async () => {
  const { strapi } = startedApp();
  const notes: string[] = [];
  wrapConnections(strapi, ({ acquireConnection, releaseConnection }, size) => {
    expect(size).toBeGreaterThan(0);
    return {
      acquireConnection() {
        notes.push('lent');
        return acquireConnection();
      },
      releaseConnection(connection) {
        notes.push('given back');
        return releaseConnection(connection);
      },
    };
  });
  // A job may take one at the same moment: then it is tried again.
  const isOneLent = async (work: () => Promise<unknown>): Promise<boolean> => {
    notes.length = 0;
    await work();
    return notes.join() === 'lent,given back';
  };
  await eventually('one is lent to a statement', () =>
    isOneLent(async () => strapi.db.connection.raw('select 1')),
  );
  await eventually('one is lent to a transaction', () =>
    isOneLent(() =>
      strapi.db.transaction(async () => {
        await strapi.db.query(BUSINESS).count();
        await strapi.db.query(BUSINESS).count();
      }),
    ),
  );
});

it('content-api-queries: REST, GraphQL and its relations pass both functions', async () => {
  const notes = new Set<string>();
  wrapQueries(startedApp().strapi, {
    validate: (next) => (query, model, options) => {
      notes.add(`validate ${model.uid}`);
      return next(query, model, options);
    },
    sanitize: (next) => (query, model, options) => {
      notes.add(`sanitize ${model.uid}`);
      return next(query, model, options);
    },
  });
  const both = (...uids: string[]) =>
    uids.flatMap((uid) => [`sanitize api::${uid}.${uid}`, `validate api::${uid}.${uid}`]).sort();
  expect((await request('/api/businesses?filters[name]=Pass')).status).toBe(200);
  expect([...notes].sort()).toEqual(both('business'));
  notes.clear();
  const { body } = await graphql('{ businesses { name categories(sort: "name") { name } } }');
  expect(body.errors).toBeUndefined();
  expect([...notes].sort()).toEqual(both('business', 'category'));
});

it('content-api-routes: plugins bring none that are closed, and a public type has its own', async () => {
  expect(routes().filter((path) => /^\/api\/(upload|email|users-permissions\/roles)/.test(path))).toEqual([]);
  expect(routes()).toEqual(expect.arrayContaining(['/api/businesses', '/api/businesses/:id']));
  const token = await createApiToken({ type: 'full-access' });
  expect((await request('/api/upload/files', { token })).status).toBe(404);
  expect((await request('/api/businesses', { token, body: { data: {} } })).status).toBe(405);
});

it('document-status: lists and forms of the content manager show the state that we say', async () => {
  const prepared: string[] = [];
  showDocumentStatus(startedApp().strapi, {
    prepare(uid, documentIds) {
      prepared.push(...documentIds.map((id) => `${uid} ${id}`));
      return Promise.resolve();
    },
    inList: (documentId, status) => (documentId === business.documentId ? `listed ${status}` : status),
    inForm: (_uid, documentId, status) =>
      Promise.resolve(documentId === business.documentId ? `shown ${status}` : status),
  });
  const list = await request<{ results: { status: string }[] }>(LIST, { token: owner });
  expect(list.body.results.map(({ status }) => status)).toEqual([expect.stringMatching(/^listed /)]);
  expect(prepared).toEqual([`${BUSINESS} ${business.documentId}`]);
  const form = await request<{ data: { status: string } }>(`${LIST}/${business.documentId}`, {
    token: owner,
  });
  expect(form.body.data.status).toMatch(/^shown listed /);
});

describe('events of entries', () => {
  // As Strapi reads the entry for an event: the row by its id with everything that belongs to it, authors too.
  const READS = /"t0"\."created_by_id".* from "businesses" as "t0" where \("t0"\."id" = \$1\) limit/;

  const readsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const statements = await statementsDuring(async () => {
      await work();
      // What follows a commit is not waited for, but asks the database before these do.
      for (let times = 0; times < 3; times += 1) await startedApp().strapi.db.query(BUSINESS).count();
    });
    return statements.filter((sql) => READS.test(sql)).length;
  };

  it('entry-events: an entry is read for an event only where somebody hears it', async () => {
    const { eventHub } = startedApp().strapi;
    expect(await readsDuring(() => rename('Ungehört'))).toBe(0);
    const heard = new Promise<unknown>((resolve) => {
      const stop = eventHub.on('entry.update', ({ entry }: { entry: unknown }) => {
        stop();
        resolve(entry);
        return Promise.resolve();
      });
    });
    expect(await readsDuring(async () => [await rename('Gehört'), await heard])).toBe(1);
    expect(await heard).toMatchObject({ name: 'Gehört', address: { postcode: '44137' } });
  });

  it('event-listeners: every listener to an event is counted, no matter how it was added', () => {
    const { eventHub } = startedApp().strapi;
    const isHeard = countListeners(startedApp().strapi);
    const listener = (): Promise<void> => Promise.resolve();
    const ways: readonly (() => () => void)[] = [
      () => eventHub.on('seam', listener),
      () => eventHub.addListener('seam', listener),
      () => eventHub.subscribe(listener),
      () => {
        eventHub.on('seam', listener);
        return () => eventHub.removeListener('seam', listener);
      },
      () => {
        eventHub.subscribe(listener);
        return () => eventHub.unsubscribe(listener);
      },
    ];
    for (const listen of ways) {
      expect(isHeard('seam')).toBe(false);
      const stop = listen();
      expect(isHeard('seam')).toBe(true);
      stop();
    }
    expect(isHeard('seam')).toBe(false);
  });
});

it('exact-routes: an address minds case, and its route is known before it answers', async () => {
  const { strapi } = startedApp();
  expect((await request('/api/businesses')).status).toBe(200);
  expect((await request('/API/businesses')).status).toBe(404);
  expect(routeOf(strapi, { method: 'GET', path: '/api/businesses/x' })).toBe('GET /api/businesses/:id');
  expect(routeOf(strapi, { method: 'POST', path: '/api/businesses/x' })).toBe('/api/businesses/:id');
  expect(routeOf(strapi, { method: 'GET', path: '/api/Businesses/x' })).toBeUndefined();
});

it('form-actions: what reads a form and what writes one are answered with more', async () => {
  const address = `${LIST}/${business.documentId}`;
  const read = await request<{ meta: { formVersion?: object } }>(address, { token: owner });
  expect(read.body.meta.formVersion).toEqual(expect.any(Object));
  const written = await request<{ meta: { formVersion?: object } }>(address, {
    method: 'PUT',
    token: owner,
    headers: { 'form-version': JSON.stringify(read.body.meta.formVersion) },
    body: { name: 'Aus dem Formular' },
  });
  expect(written.body.meta.formVersion).toEqual(expect.any(Object));
  const single = '/content-manager/single-types/api::city-profile.city-profile';
  const profile = await request<{ meta: { formVersion?: object } }>(single, { token: owner });
  expect(profile.body.meta.formVersion).toEqual(expect.any(Object));
});

it('koa-listener: another server stands in the place of Koa, and gives it back', async () => {
  const { createHTTPServer } = createRequire(__filename)(
    join(PROJECT_ROOT, 'node_modules/@strapi/core/dist/services/server/http-server.js'),
  ) as { createHTTPServer: (strapi: object, koa: object) => Server };
  const answer = (): string => 'Koa';
  const made = createHTTPServer({ config: { get: () => ({}) } }, { callback: () => answer });
  expect(koaListener(made)({} as never, {} as never)).toBe('Koa');

  const { httpServer } = startedApp().strapi.server;
  // Who looks at addresses comes before.
  const app = httpServer.listeners('request').at(-1) as Listener;
  const giveBack = takePlaceOfKoa(httpServer, app, (_request, response) => response.end('ours'));
  expect((await request('/api/businesses')).text).toBe('ours');
  giveBack();
  expect(httpServer.listeners('request').at(-1)).toBe(app);
  expect((await request('/api/businesses')).status).toBe(200);
});

it('lookups: what every request from outside looks up comes from us', async () => {
  const names = new Set<string>();
  wrapLookups(startedApp().strapi, (name, lookup) => {
    names.add(name);
    return lookup();
  });
  await request('/api/businesses?filters[name]=Nachgeschlagen');
  expect([...names].sort()).toEqual(['i18n.locales', 'users-permissions.permission']);
});

it('package-list: editors are told Strapi’s version and no packages', async () => {
  const { body } = await request<{ data: Record<string, unknown> }>('/admin/information', { token: editor });
  expect(body.data.strapiVersion).toMatch(/^5\./);
  expect(body.data.dependencies).toEqual({});
});

it('query-params: every list of the panel hands its query to us, and may be refused', async () => {
  const seen: string[] = [];
  onQueryParams(startedApp().strapi, (query, uid) => {
    seen.push(uid);
    if (query._q === 'nobody') startedApp().strapi.requestContext.get()?.throw(403);
  });
  for (const address of [LIST, '/upload/files', '/admin/users'])
    expect((await request(address, { token: owner })).status).toBe(200);
  expect(seen).toEqual(expect.arrayContaining([BUSINESS, 'plugin::upload.file', 'admin::user']));
  expect((await request(`${LIST}?_q=nobody`, { token: owner })).status).toBe(403);
});

it('relation-fields: a relation that an editor may not read is forbidden, and nothing fails', async () => {
  const relations = startedApp()
    .strapi.plugin('content-manager')
    .controller('relations') as unknown as Record<string, (ctx: object) => Promise<unknown>>;
  const notes: string[] = [];
  const ctx = {
    state: { userAbility: { can: () => false, cannot: () => true } },
    params: { model: BUSINESS, targetField: 'categories' },
    request: { query: {} },
    forbidden: () => void notes.push('noted'),
  };
  await expect(relations.extractAndValidateRequestInfo?.(ctx)).rejects.toMatchObject({
    name: 'ForbiddenError',
  });
  expect(notes).toEqual(['noted']);
  const { status, body } = await request<Refused>(
    '/content-manager/relations/plugin::users-permissions.user/role',
    { token: (await createAdmin({ role: EDITORIAL_ROLE })).token },
  );
  expect([status, body.error.details.code]).toEqual([403, 'forbidden']);
});

it('sessions: the panel and contributors refresh and end them by us', async () => {
  const seen: string[] = [];
  wrapSessions(startedApp().strapi, (sessions, origin) => {
    const noting = <Call extends (...parameters: never[]) => unknown>(name: string, call: Call): Call =>
      ((...parameters: never[]) => {
        seen.push(`${origin} ${name}`);
        return call(...parameters);
      }) as Call;
    return {
      rotateRefreshToken: noting('refreshed', sessions.rotateRefreshToken.bind(sessions)),
      invalidateRefreshToken: noting('ended', sessions.invalidateRefreshToken.bind(sessions)),
      revokeSessionById: noting('revoked', sessions.revokeSessionById.bind(sessions)),
    };
  });
  const admin = await createAdmin();
  const panel = await request<{ data: { token: string } }>('/admin/login', {
    body: { email: admin.email, password: PASSWORD },
  });
  const refreshing = { method: 'POST', headers: { cookie: cookieIn(panel.headers) } };
  expect((await request('/admin/access-token', refreshing)).status).toBe(200);
  const { email } = await createContributor();
  const site = await request('/api/auth/local', { body: { identifier: email, password: PASSWORD } });
  await request('/api/auth/refresh', { method: 'POST', headers: { cookie: cookieIn(site.headers) } });
  expect(seen.filter((note) => note.endsWith('refreshed'))).toEqual([
    'admin refreshed',
    'users-permissions refreshed',
  ]);
  seen.length = 0;
  await request('/admin/logout', { method: 'POST', token: panel.body.data.token });
  expect(seen).toEqual(['admin ended']);
});

it('stored-files: a file and its renditions are known before they are stored', async () => {
  const seen: string[] = [];
  onStoring(startedApp().strapi, ({ hash, ext }) => void seen.push(`${hash}${ext}`));
  const bytes = await sharp({ create: { width: 900, height: 700, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const data = new FormData();
  data.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'laden.png');
  const { status, body } = await request<{ hash: string; ext: string; formats: object }[]>('/upload', {
    token: owner,
    body: data,
  });
  expect(status).toBe(201);
  const [file] = body;
  const { hash, ext, formats } = file ?? { hash: '', ext: '', formats: {} };
  const names = [hash, ...Object.keys(formats).map((format) => `${format}_${hash}`)];
  expect(Object.keys(formats)).not.toEqual([]);
  expect(seen.sort()).toEqual(names.map((name) => `${name}${ext}`).sort());
});

it('transactions: a write opens one at once and through us, and what follows the commit comes by', async () => {
  const { strapi } = startedApp();
  const notes: string[] = [];
  const stop = wrapTransactions(strapi, (open, work) => {
    notes.push('opened');
    if (!work) return open();
    return open((hooks) =>
      work({
        ...hooks,
        onCommit: (hook) =>
          hooks.onCommit(() => {
            notes.push('committed');
            return hook();
          }),
      }),
    );
  });
  const writing = rename('In einer Transaktion');
  expect(notes).toEqual(['opened']);
  await writing;
  const work: Work = ({ onCommit }) => Promise.resolve(onCommit(() => void notes.push('hook')));
  await strapi.db.transaction(work as never);
  expect(notes.slice(-3)).toEqual(['opened', 'committed', 'hook']);
  stop();
  notes.length = 0;
  await rename('Ohne uns');
  expect(notes).toEqual([]);
});

it('validated-documents: a document that must not be walked is refused before any rule walks it', async () => {
  const query =
    '{ businesses { ...A } } fragment A on Business { name ...B } fragment B on Business { ...A }';
  const { status, body } = await graphql(query);
  expect(status).toBe(400);
  expect(body.errors?.map(({ extensions }) => extensions?.error?.details.code)).toEqual([
    'circular-fragment',
  ]);
});

it('templated-mails: what Strapi writes from a template is handed over, with its link', async () => {
  const { strapi } = startedApp();
  const email = strapi.plugin('email').service<Record<string, unknown>>('email');
  const before = email.sendTemplatedEmail;
  const handed: { to: string; data: Record<string, unknown> }[] = [];
  onTemplatedMails(strapi, (mail) => {
    handed.push(mail);
    return Promise.resolve();
  });
  const { email: to } = await createAdmin();
  expect((await request('/admin/forgot-password', { body: { email: to } })).status).toBe(204);
  await eventually('it is handed over', () => handed.length === 1);
  email.sendTemplatedEmail = before;
  expect(handed[0]?.to).toBe(to);
  expect(String(handed[0]?.data.url)).toMatch(/\/auth\/reset-password\?code=\w+$/);
});

it('weekly-metrics: nothing is planned and no setting says when it would be', async () => {
  const { strapi } = startedApp();
  const names = (strapi.cron as unknown as { jobs: { name: string | null }[] }).jobs.map(({ name }) => name);
  expect(names).not.toContain('uploadWeekly');
  expect(await strapi.store({ type: 'plugin', name: 'upload', key: 'metrics' }).get({})).toBeNull();
});

describe('a start ends, and says which patch to look at, where', () => {
  const plugin = (part: object) => ({ plugin: () => part });
  const service = (functions: object) => plugin({ service: () => functions });
  const nothing = { get: () => ({}), has: () => false, add: () => undefined };
  const around = <Same>(same: Same): Same => same;
  type Strapi = never;

  it.each<[patch: string, start: () => unknown]>([
    ['account-actions', () => wrapAccountActions({ controllers: {} }, () => ({}))],
    [
      'admin-routes',
      () => changeAdminRoutes({ admin: { routes: {} }, plugins: {} } as Strapi, [['GET /x', closed]]),
    ],
    ['connections', () => wrapConnections({ db: { connection: { client: {} } } } as Strapi, around)],
    [
      'content-api-queries',
      () => wrapQueries({ contentAPI: {} } as Strapi, { validate: around, sanitize: around }),
    ],
    ['content-api-routes', () => keepPluginRoutes(plugin({ routes: {} }) as Strapi, 'upload', () => true)],
    ['content-api-routes', () => addTypeRoutes({ api: () => undefined } as Strapi, BUSINESS, () => ({}))],
    ['document-status', () => showDocumentStatus(service({ getStatus: () => '' }) as Strapi, {} as never)],
    ['event-listeners', () => countListeners({ eventHub: { on: () => undefined } } as Strapi)],
    ['exact-routes', () => registerExactRoutes({ server: { mount: () => undefined } } as Strapi)],
    ['form-actions', () => wrapFormActions(nothing as Strapi, { read: around, write: around })],
    ['koa-listener', () => koaListener({ listeners: () => [] } as unknown as Server)],
    ['lookups', () => wrapLookups(service({}) as Strapi, () => Promise.resolve())],
    ['package-list', () => hidePackages({ config: { get: () => undefined } } as Strapi)],
    ['query-params', () => onQueryParams(nothing as Strapi, () => undefined)],
    [
      'relation-fields',
      () => onUnreadableRelation(plugin({ controller: () => ({}) }) as Strapi, () => new Error()),
    ],
    ['sessions', () => wrapSessions({ sessionManager: () => ({}) } as Strapi, () => ({}))],
    ['stored-files', () => onStoring(plugin({ provider: {} }) as Strapi, () => undefined)],
    ['transactions', () => wrapTransactions({ db: {} } as Strapi, () => Promise.resolve())],
    ['templated-mails', () => onTemplatedMails(service({}) as Strapi, () => Promise.resolve())],
    ['weekly-metrics', () => withoutWeeklyMetrics(service({}) as Strapi)],
  ])('%s finds nothing to wrap', (patch, start) => {
    expect(start).toThrow(`any more. Check src/platform/strapi/patches/${patch}.ts and docs/strapi.md.`);
  });

  it('entry-events has its module where the pinned release has it', () => {
    expect(() => sendEntryEvents(nothing as Strapi, () => true)).not.toThrow();
  });
});
