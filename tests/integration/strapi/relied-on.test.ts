import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { parse, visit } from 'graphql';
import { PROJECT_ROOT } from '#scripts/lib/project';
import type { Work } from '#src/platform/strapi/patches/index';
import { addressReader } from '#src/response-cache/address-reader';
import { inTransaction, onTransactionConnection } from '#src/platform/sql/sql';
import { createAdmin, createBusiness, createCategory, request, startedApp } from '../../support';
import { onDatabase } from '../../support/test-cluster';
import { PANEL_ROUTES } from '../../authorisation/panel-routes';

// What we call or read of Strapi though it is not part of its public API, and no other test asks for by itself. Each name
// begins with the row of docs/strapi.md. Each test makes what it needs by itself, so that only those of the row that has
// changed are red.

const BUSINESS = 'api::business.business';
const CATEGORY = 'api::category.category';

const sourceOf = (file: string): string =>
  readFileSync(join(PROJECT_ROOT, 'node_modules/@strapi', file), 'utf8');

interface Attribute {
  type: string;
  target?: string;
  columnName?: string;
  unstable_virtual?: boolean;
  joinTable?: { name: string; joinColumn?: { name: string }; inverseJoinColumn?: { name: string } };
}

const metadataOf = (uid: string) =>
  startedApp().strapi.db.metadata.get(uid) as unknown as {
    tableName: string;
    attributes: Record<string, Attribute>;
  };

const schemas = () =>
  Object.values(
    startedApp().strapi.contentTypes as unknown as Record<
      string,
      { uid: string; attributes: Record<string, Attribute> }
    >,
  ).filter(({ uid }) => uid.startsWith('api::'));

describe('transactions', () => {
  it('hooks-after-commit: what is said with onCommit is done after the commit, and not after a rollback', async () => {
    const { strapi } = startedApp();
    const notes: string[] = [];
    const transaction = (work: Work): Promise<unknown> => strapi.db.transaction(work as never);
    await transaction(async ({ onCommit }) => {
      onCommit(() => void notes.push('after'));
      await transaction((inner) => Promise.resolve(inner.onCommit(() => void notes.push('inner'))));
      notes.push('before');
    });
    expect(notes).toEqual(['before', 'after', 'inner']);
    const failing = transaction(({ onCommit }) => {
      onCommit(() => void notes.push('never'));
      return Promise.reject(new Error('rolled back'));
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(notes).not.toContain('never');
  });

  it('transaction-connection: a library that speaks pg works in the transaction of Strapi', async () => {
    const { strapi } = startedApp();
    await inTransaction(strapi, async (sql) => {
      const id = 'select txid_current() as id, pg_backend_pid() as pid';
      const [ours] = await sql(id);
      const theirs = await onTransactionConnection(strapi, (connection) => connection.query(id, []));
      expect(theirs.rows).toEqual([ours]);
    });
  });
});

describe('how documents are stored', () => {
  it('row-writer: scalars and components of one row are written by two private functions', async () => {
    const { strapi } = startedApp();
    const business = await createBusiness({ phone: '0231 123456' });
    const service = strapi.documents(BUSINESS) as unknown as {
      updateComponents(entry: object, data: object): Promise<Record<string, unknown>>;
      omitComponentData(data: object): object;
    };
    const data = { name: 'Andere', address: { street: 'Markt', postcode: '44137', place: 'Dortmund' } };
    expect(service.omitComponentData(data)).toEqual({ name: 'Andere' });
    const written = await service.updateComponents({ id: business.id }, data);
    expect(Object.keys(written)).toEqual(['address']);
    const row: unknown = await strapi.db.query(BUSINESS).update({
      where: { id: business.id },
      data: { ...service.omitComponentData(data), ...written },
      populate: ['address'],
    });
    expect(row).toMatchObject({ name: 'Andere', address: { street: 'Markt' } });
  });

  it('row-writer: relations are turned into ids, and one that is not there is left out', async () => {
    const { documentId, id } = await createCategory();
    const utils = startedApp().strapi.documents.utils as unknown as {
      transformData(data: object, options: object): Promise<{ categories: unknown }>;
    };
    const options = { uid: BUSINESS, status: 'draft', locale: 'de', allowMissingId: true };
    const { categories } = await utils.transformData({ categories: [documentId, 'missing'] }, options);
    expect(JSON.stringify(categories)).toContain(String(id));
    expect(JSON.stringify(categories)).not.toContain('missing');
  });

  it('link-tables: a relation lives in a table of its own, whose columns the metadata tells', async () => {
    const { strapi } = startedApp();
    const relations = schemas().flatMap(({ uid, attributes }) =>
      Object.entries(attributes)
        .filter(
          ([, { type, target, unstable_virtual: isVirtual }]) => type === 'relation' && target && !isVirtual,
        )
        .filter(([name]) => !['createdBy', 'updatedBy'].includes(name))
        .map(([name]) => [uid, name, metadataOf(uid).attributes[name]?.joinTable] as const),
    );
    expect(relations.length).toBeGreaterThan(5);
    for (const [uid, name, table] of relations) {
      const columns = [table?.joinColumn?.name, table?.inverseJoinColumn?.name];
      const rows: unknown = await strapi.db.connection
        .select('*')
        .from(table?.name ?? '')
        .limit(0)
        .columnInfo();
      expect([uid, name, Object.keys(rows as object)]).toEqual([uid, name, expect.arrayContaining(columns)]);
    }
  });

  it('link-tables: a category points to the one above it', async () => {
    const above = await createCategory();
    const below = await createCategory({ parent: above.documentId });
    const { joinTable } = metadataOf(CATEGORY).attributes.parent ?? {};
    const [link] = (await onDatabase(
      startedApp().databaseUrl,
      `select l."${joinTable?.inverseJoinColumn?.name}" as parent from "${joinTable?.name}" l
       join "${metadataOf(CATEGORY).tableName}" c on c.id = l."${joinTable?.joinColumn?.name}"
       where c.document_id = '${below.documentId}' limit 1`,
    )) as { parent: number }[];
    const parents: unknown = await startedApp()
      .strapi.db.query(CATEGORY)
      .findMany({ where: { documentId: above.documentId }, select: ['id'] });
    expect(parents).toContainEqual({ id: link?.parent });
  });

  it('columns: every table of content has the columns that our SQL names', async () => {
    for (const { uid } of schemas()) {
      const { tableName, attributes } = metadataOf(uid);
      const columns = (await onDatabase(
        startedApp().databaseUrl,
        `select column_name as name from information_schema.columns where table_name = '${tableName}'`,
      )) as { name: string }[];
      const names = columns.map(({ name }) => name);
      expect([uid, names]).toEqual([
        uid,
        expect.arrayContaining(['id', 'document_id', 'locale', 'published_at', 'created_at', 'updated_at']),
      ]);
      const stored = Object.values(attributes).flatMap(({ columnName }) => columnName ?? []);
      expect([uid, names]).toEqual([uid, expect.arrayContaining(stored)]);
    }
  });
});

describe('requests', () => {
  const asked = (headers: Record<string, string>): IncomingMessage => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: '192.0.2.1' });
    return Object.assign(new IncomingMessage(socket), { headers, url: '/api/businesses', method: 'GET' });
  };

  it.each([
    ['no proxy that is believed', false, 0],
    ['proxies that are believed', true, 0],
    ['one proxy', true, 1],
    ['two proxies', true, 2],
  ])('client-address: with %s an address is counted as Koa counts it', (_how, proxy, maxIpsCount) => {
    const app = Object.create(startedApp().strapi.server.app, {
      proxy: { value: proxy },
      maxIpsCount: { value: maxIpsCount },
    }) as { createContext(request: IncomingMessage, response: ServerResponse): { ip: string } };
    const read = addressReader({ server: { app } } as never);
    for (const forwarded of [
      undefined,
      '',
      '198.51.100.7',
      '198.51.100.7, 203.0.113.9',
      ' 2001:db8::1 , 198.51.100.7,203.0.113.9',
    ]) {
      const request = asked(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });
      const { ip } = app.createContext(request, new ServerResponse(request));
      expect([forwarded, read(request)]).toEqual([forwarded, ip]);
    }
  });

  it('panel-language: the panel’s user has a language, and i18n empties the query but not the address', async () => {
    const { token } = await createAdmin({ language: 'en' });
    const me = await request<{ data: { preferedLanguage: string } }>('/admin/users/me', { token });
    expect(me.body.data.preferedLanguage).toBe('en');
    expect(sourceOf('i18n/dist/server/controllers/validate-locale-creation.js')).toMatch(
      /ctx\.request\.query = \{\}/,
    );
  });
});

describe('services', () => {
  it('signed-files: nested files are signed by the function that Strapi’s own resolvers call', async () => {
    const files = startedApp()
      .strapi.plugin('upload')
      .service<{ signFileUrls(file: object): Promise<object> }>('file');
    const file = { name: 'Laden', url: '/uploads/laden.png', provider: 'local' };
    expect(await files.signFileUrls(file)).toMatchObject(file);
    expect(sourceOf('plugin-graphql/dist/server/services/builders/resolvers/association.js')).toContain(
      "const { signFileUrls } = strapi.plugin('upload').service('file');",
    );
  });

  it('first-language: it is what a variable says before the plugin is loaded', () => {
    const constants = join(PROJECT_ROOT, 'node_modules/@strapi/i18n/dist/server/constants/index.js');
    const ask = `console.log(JSON.stringify(require(${JSON.stringify(constants)}).DEFAULT_LOCALE))`;
    const told = execFileSync(process.execPath, ['-e', ask], {
      env: { ...process.env, STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'de' },
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toMatchObject({ code: 'de' });
  });

  it('mailed-editors: an editor has roles, and a role has permissions with actions', async () => {
    const { id } = await createAdmin();
    const user = (await startedApp()
      .strapi.db.query('admin::user')
      .findOne({
        where: { id, isActive: true },
        populate: { roles: { populate: { permissions: true } } },
      })) as {
      email: string;
      blocked: boolean;
      roles: { code: string; permissions: { action: string }[] }[];
    };
    expect([user.email.includes('@'), user.blocked]).toEqual([true, false]);
    expect(user.roles.map(({ code }) => code)).toEqual(['strapi-super-admin']);
    const actions = user.roles.flatMap(({ permissions }) => permissions.map(({ action }) => action));
    expect(actions).toContain('plugin::moderation.review');
  });

  it('first-super-admin: the role is found, and whether anybody has it', async () => {
    await createAdmin();
    const roles = startedApp().strapi.service('admin::role') as unknown as {
      getSuperAdmin(): Promise<{ id: number; code: string }>;
    };
    const users = startedApp().strapi.service('admin::user') as unknown as {
      exists(where: object): Promise<boolean>;
      create: unknown;
    };
    const role = await roles.getSuperAdmin();
    expect(role.code).toBe('strapi-super-admin');
    expect(await users.exists({ roles: { id: role.id } })).toBe(true);
    expect(await users.exists({ roles: { id: 0 } })).toBe(false);
    expect(users.create).toEqual(expect.any(Function));
  });
});

describe('what an upgrade brings in silence', () => {
  interface Route {
    method: string;
    path: string;
    config?: { auth?: unknown };
  }
  interface Router {
    type?: string;
    prefix?: string;
    routes: Route[];
  }
  interface Module {
    routes: Record<string, Router | ((context: object) => Router)>;
  }

  const OURS = ['moderation', 'portal-feed', 'directory', 'self-service', 'pages'];

  const panelRoutes = (): string[] => {
    const { strapi } = startedApp();
    const { admin, plugins } = strapi as unknown as Record<'admin', Module> & {
      plugins: Record<string, Module>;
    };
    return Object.entries({ ...plugins, admin })
      .filter(([name]) => !OURS.includes(name))
      .flatMap(([name, { routes }]) =>
        Object.values(routes)
          .map((router) => (typeof router === 'function' ? router({ strapi }) : router))
          .filter(({ type = 'admin' }) => type === 'admin')
          .flatMap(({ prefix = `/${name}`, routes: own }) =>
            own.map(
              ({ method, path, config }) =>
                `${method} ${prefix}${path}${config?.auth === false ? ' (open)' : ''}`,
            ),
          ),
      )
      .sort();
  };

  const lookedAt = (isThatKind: (route: string) => boolean): void => {
    const routes = panelRoutes().filter(isThatKind);
    const known = PANEL_ROUTES.filter(isThatKind);
    expect({
      added: routes.filter((route) => !known.includes(route)),
      gone: known.filter((route) => !routes.includes(route)),
    }).toEqual({ added: [], gone: [] });
  };

  const isOpen = (route: string): boolean => route.endsWith('(open)');

  it('closed-routes: the panel has no route that nobody has looked at', () => {
    lookedAt((route) => !isOpen(route));
  });

  it('sign-in-routes: the panel has no route without an account that nobody has looked at', () => {
    lookedAt(isOpen);
  });

  it('graphql-arguments: fields take no argument that nobody has looked at', async () => {
    const names = new Set<string>();
    visit(parse((await request('/api/schema.graphql')).text), {
      FieldDefinition({ name: field, arguments: found = [] }) {
        // Ours.
        if (field.value !== 'directorySearch') for (const { name } of found) names.add(name.value);
      },
    });
    // Those that lead to drafts are not shown: src/reading/graphql/domain/readable-schema.ts.
    expect([...names].sort()).toEqual(['documentId', 'filters', 'locale', 'pagination', 'sort']);
  });
});
