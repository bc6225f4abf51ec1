/** @jest-environment-options {"extraApi": "tests/fixtures/step-api", "env": {"EXTRA_STEP": "{\"noting\":{\"before\":\"outside\"}}"}} */
import { join } from 'node:path';
import type { AdvisoryContactRecord } from '#src/import/domain/record';
import { runImport } from '#src/import/run-import';
import type { Origin } from '#src/writing/origin';
import { writeAs } from '#src/writing/origin';
import {
  contributorActor,
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  moderation,
  request,
  startedApp,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

const BUSINESS = 'api::business.business';
const DISTRICT = 'api::district.district';

interface Permission {
  action: string;
  subject: string | null;
  properties?: object;
  conditions?: string[];
}

interface Tokens {
  create(attributes: object, owner: object): Promise<{ accessKey: string }>;
}

let editor: AdminAccount;
let superAdmin: AdminAccount;
let contributor: ContributorAccount;
let own: string;
let others: string;
let apiToken: string;
const adminTokens = new Map<AdminAccount, string>();

/** A token of an admin user with the permissions of their role. */
async function adminTokenOf(account: AdminAccount): Promise<string> {
  const { strapi } = startedApp();
  const owner = (await strapi.db
    .query('admin::user')
    .findOne({ where: { id: account.id }, populate: ['roles', 'roles.permissions'] })) as {
    roles: { permissions: Permission[] }[];
  };
  const adminPermissions = owner.roles
    .flatMap(({ permissions }) => permissions)
    .filter(({ subject }) => subject === BUSINESS || subject === DISTRICT)
    .map(({ action, subject, properties, conditions }) => ({ action, subject, properties, conditions }));
  const tokens = strapi.service('admin::api-token-admin') as unknown as Tokens;
  const attributes = { kind: 'admin', name: `Token of ${account.id}`, description: '', lifespan: null };
  const { accessKey } = await tokens.create({ ...attributes, adminPermissions }, owner);
  return accessKey;
}

const seen = (): (Origin & { uid: string; action: string })[] => startedApp().strapi.get('test.origins');

/** The origin of the first write in some work. */
async function originDuring(work: () => Promise<unknown>): Promise<Origin | undefined> {
  seen().length = 0;
  await work();
  const [first] = seen();
  if (!first) return undefined;
  const { kind, id, name, isSuperAdmin } = first;
  return { kind, id, name, isSuperAdmin };
}

const inPanel = async (token: string | undefined): Promise<void> => {
  const path = `/content-manager/collection-types/${BUSINESS}/${own}`;
  const answer = await request(path, { method: 'PUT', body: { summary: `Neu ${Math.random()}` }, token });
  expect(answer.status).toBe(200);
};

const newDistrict = { uid: DISTRICT, action: 'create', params: { data: { name: 'Von außen' } } };

/** Through a content route that is open by mistake. */
const fromOutside = async (path: string, token?: string, params: object = {}): Promise<void> => {
  const body = { ...newDistrict, params: { ...newDistrict.params, ...params } };
  const answer = await request(path, { body, token });
  expect(answer.status).toBe(403);
};

const districts = async (): Promise<number> => startedApp().strapi.db.query(DISTRICT).count();

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: 'redaktion' });
  superAdmin = await createAdmin();
  for (const account of [editor, superAdmin]) adminTokens.set(account, await adminTokenOf(account));
  contributor = await createContributor();
  apiToken = await createApiToken({ type: 'full-access' });
  own = (await createBusiness()).documentId;
  others = (await createBusiness()).documentId;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: own, user: contributor.id, role: 'owner', since: new Date().toISOString() },
    });
});

const ADVICE: AdvisoryContactRecord = {
  type: 'advisory-contact',
  source: { system: 'probe', externalId: '1' },
  kind: 'hotline',
  title: { de: 'Beratung' },
  topics: [],
  phones: [{ number: '+49231123456' }],
  hours: [],
};

const NOBODY = { id: null, name: null, isSuperAdmin: false };

describe('where a write comes from', () => {
  const TABLE: [string, () => Promise<unknown>, () => Partial<Origin>][] = [
    [
      'an editor in the panel',
      () => inPanel(editor.token),
      () => ({ kind: 'editor', id: editor.id, name: 'Erika Muster', isSuperAdmin: false }),
    ],
    [
      'a super admin in the panel',
      () => inPanel(superAdmin.token),
      () => ({ kind: 'editor', id: superAdmin.id, isSuperAdmin: true }),
    ],
    [
      'an admin token: its owner, an editor',
      () => inPanel(adminTokens.get(editor)),
      () => ({ kind: 'editor', id: editor.id, name: 'Erika Muster', isSuperAdmin: false }),
    ],
    [
      'an admin token of a super admin: its owner, and no super admin',
      () => inPanel(adminTokens.get(superAdmin)),
      () => ({ kind: 'editor', id: superAdmin.id, isSuperAdmin: false }),
    ],
    [
      'a contributor by self-service',
      async () => {
        const body = { summary: `Selbst ${Math.random()}` };
        const { token } = contributor;
        const answer = await request(`/api/my/businesses/${own}`, {
          method: 'PUT',
          body: { data: body },
          token,
        });
        expect(answer.status).toBe(200);
      },
      () => ({ kind: 'contributor', id: contributor.id, name: contributor.username, isSuperAdmin: false }),
    ],
    [
      'a contributor by a route for content',
      () => fromOutside('/api/extra-step/signed-in', contributor.token),
      () => ({ kind: 'outside', ...NOBODY }),
    ],
    [
      'an API token with full access',
      () => fromOutside('/api/extra-step/signed-in', apiToken),
      () => ({ kind: 'outside', ...NOBODY }),
    ],
    ['nobody', () => fromOutside('/api/extra-step'), () => ({ kind: 'outside', ...NOBODY })],
    [
      'somebody who says to be another',
      () =>
        fromOutside('/api/extra-step?origin=editor&actor=super-admin', undefined, {
          actor: 'super-admin',
          origin: { kind: 'editor', id: 1, isSuperAdmin: true },
        }),
      () => ({ kind: 'outside', ...NOBODY }),
    ],
    [
      'code',
      () =>
        startedApp()
          .strapi.documents(BUSINESS)
          .update({ documentId: own, data: { summary: 'Code' } }),
      () => ({ kind: 'system', ...NOBODY }),
    ],
    [
      'code that says to be an import',
      () => {
        const { strapi } = startedApp();
        return writeAs(strapi, 'import', () =>
          strapi.documents(BUSINESS).update({ documentId: own, data: { summary: 'Import' } }),
        );
      },
      () => ({ kind: 'import', ...NOBODY }),
    ],
    [
      'an import',
      () =>
        runImport(startedApp().strapi, 'advisory-contact', [{ ok: true, record: ADVICE, notes: [] }], {
          dataDir: join(__dirname, '../../../data'),
        }),
      () => ({ kind: 'import', ...NOBODY }),
    ],
    [
      'moderation, for a contributor',
      () =>
        moderation().recordEdit({
          uid: BUSINESS,
          actor: contributorActor(7),
          write: () =>
            startedApp()
              .strapi.documents(BUSINESS)
              .create({ data: { name: 'Für andere' } }) as Promise<{
              documentId: string;
            }>,
        }),
      () => ({ kind: 'contributor', id: 7, name: 'betrieb7', isSuperAdmin: false }),
    ],
  ];

  it.each(TABLE)('%s', async (_who, write, expected) => {
    const before = await districts();
    expect(await originDuring(write)).toMatchObject(expected());
    expect(await districts()).toBe(before);
  });

  it('is set for the work and what it awaits, and for nothing else', async () => {
    const { strapi } = startedApp();
    const update = () => strapi.documents(BUSINESS).update({ documentId: own, data: { summary: 'x' } });
    const origins: (string | undefined)[] = [];
    const note = async () => origins.push((await originDuring(update))?.kind);
    await writeAs(strapi, 'import', async () => {
      await note();
      await writeAs(strapi, { kind: 'editor', id: 1, name: 'Erika' }, note);
      await note();
    });
    await note();
    expect(origins).toEqual(['import', 'editor', 'import', 'system']);
  });
});

describe('what nobody may claim about themselves', () => {
  const inRequestOf = async <T>(account: ContributorAccount, work: () => Promise<T>): Promise<T> => {
    const request = {
      state: {
        auth: { strategy: { name: 'users-permissions' } },
        user: { id: account.id, username: account.username },
        route: { info: { type: 'content-api', pluginName: 'self-service' } },
      },
      query: {},
      originalUrl: '/',
      get: () => '',
    };
    let result: T | undefined;
    await startedApp().strapi.requestContext.run(request as never, async () => {
      result = await work();
    });
    return result as T;
  };

  it.each([['system'], ['import'], [{ kind: 'editor' as const, id: 1, name: 'Erika' }]] as const)(
    'a contributor’s request cannot write other businesses, whatever origin its code sets: %j',
    async (origin) => {
      const { strapi } = startedApp();
      const documents = strapi.documents(BUSINESS);
      const change = (documentId: string) =>
        inRequestOf(contributor, () =>
          writeAs(strapi, origin, () => documents.update({ documentId, data: { summary: 'Fremd' } })),
        );
      await expect(change(others)).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(change(own)).resolves.toMatchObject({ summary: 'Fremd' });
    },
  );

  it('neither an editor’s nor a super admin’s token can delete what the public has seen', async () => {
    for (const account of [editor, superAdmin]) {
      const { documentId } = (await startedApp()
        .strapi.documents(DISTRICT)
        .create({ data: { name: `Ort ${account.id}` } })) as { documentId: string };
      const path = `/content-manager/collection-types/${DISTRICT}/${documentId}`;
      const answer = await request(path, { method: 'DELETE', token: adminTokens.get(account) });
      expect(answer.status).toBe(403);
      expect(await startedApp().strapi.documents(DISTRICT).findOne({ documentId })).not.toBeNull();
    }
  });
});
