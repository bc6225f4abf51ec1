import type { PortalsService } from '#src/plugins/portal-feed/server/src/contract';
import { createAdmin, graphql, request, startedApp } from '../../support';

const portals = (): PortalsService =>
  startedApp().strapi.plugin('portal-feed').service('portals') as unknown as PortalsService;

const draft = { name: 'Nachbarstadt', contactEmail: 'feed@portal.example', url: null, filter: {} as never };

const stored = (documentId: string): Promise<Record<string, unknown>> =>
  startedApp().strapi.db.query('plugin::portal-feed.portal').findOne({ where: { documentId } });

const problemsOf = async (
  attempt: Promise<unknown>,
): Promise<{ path: (string | number)[]; message: string }[]> => {
  const error = (await attempt.catch((thrown: unknown) => thrown)) as {
    name: string;
    details: { errors: { path: (string | number)[]; message: string }[] };
  };
  expect(error.name).toBe('ValidationError');
  return error.details.errors;
};

it('shows secret and token once, and stores neither in the clear', async () => {
  const { portal, secret, token } = await portals().create(draft);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(token.length).toBeGreaterThan(40);
  const row = JSON.stringify(await stored(portal.documentId));
  expect(row).not.toContain(secret.slice(6));
  expect(row).not.toContain(token);
  expect(JSON.stringify(await portals().findOne(portal.documentId))).not.toMatch(/whsec|tokenHash|secret"/);
});

it('fills in what a filter leaves out', async () => {
  const { portal } = await portals().create({
    ...draft,
    filter: { types: ['business', 'business'] } as never,
  });
  expect(portal.filter).toEqual({
    types: ['business'],
    categories: [],
    districts: [],
    postcodes: [],
    boundingBox: null,
    locales: [],
  });
});

it.each([
  ['an empty name', { name: ' ' }, 'name', /^Name: /],
  ['an e-mail address that is none', { contactEmail: 'x' }, 'contactEmail', /^E-Mail der Ansprechperson: /],
  ['plain HTTP', { url: 'http://portal.example/' }, 'url', /^Zieladresse: .*https/],
  ['credentials in the address', { url: 'https://a:b@portal.example/' }, 'url', /^Zieladresse: Zugangsdaten/],
  ['what is no address', { url: 'portal' }, 'url', /^Zieladresse: Das ist keine Webadresse/],
  ['an unknown type', { filter: { types: ['shop'] } }, 'filter.types.0', /Arten.*„shop“.*business/],
  ['a postcode of four digits', { filter: { postcodes: ['4413'] } }, 'filter.postcodes.0', /Postleitzahlen/],
  ['an unknown language', { filter: { locales: ['xx'] } }, 'filter.locales.0', /Sprachen.*de, en/],
  [
    'a box upside down',
    { filter: { boundingBox: { south: 52, west: 7, north: 51, east: 8 } } },
    'filter.boundingBox.north',
    /Norden muss größer/,
  ],
  ['an unknown field', { state: 'disabled' }, 'state', /state/],
])('refuses %s, naming the field', async (_what, change, path, message) => {
  const [problem] = await problemsOf(portals().create({ ...draft, ...change }));
  expect(problem).toEqual({
    path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    message: expect.stringMatching(message) as string,
    code: expect.stringMatching(/^[a-z-]+$/) as string,
  });
});

it('keeps the previous secret for 24 h, encrypted', async () => {
  const { portal, secret } = await portals().create(draft);
  const rotated = await portals().rotateSecret(portal.documentId);
  expect(rotated?.secret).not.toBe(secret);
  const until = new Date(rotated?.portal.previousSecretUntil ?? 0).getTime();
  expect(until - Date.now()).toBeGreaterThan(86_390_000);
  expect(until - Date.now()).toBeLessThanOrEqual(86_400_000);
  const row = await stored(portal.documentId);
  expect(row.previousSecret).toMatch(/^v1:/);
  expect(row.secret).toMatch(/^v1:/);
});

it('creates a new token that replaces the old one', async () => {
  const { portal, token } = await portals().create(draft);
  const before = await stored(portal.documentId);
  const rotated = await portals().rotateToken(portal.documentId);
  expect(rotated?.token).not.toBe(token);
  expect((await stored(portal.documentId)).tokenHash).not.toBe(before.tokenHash);
});

it('pauses and resumes, and says since when', async () => {
  const { portal } = await portals().create(draft);
  expect(portal).toMatchObject({ state: 'active', stateReason: null });
  const paused = await portals().pause(portal.documentId);
  expect(paused).toMatchObject({ state: 'paused', stateReason: null });
  expect(Date.now() - new Date(paused?.stateSince ?? 0).getTime()).toBeLessThan(10_000);
  expect(await portals().resume(portal.documentId)).toMatchObject({ state: 'active' });
});

it('changes the version of a filter only if the filter differs', async () => {
  const { portal } = await portals().create({ ...draft, filter: { types: ['business', 'offer'] } as never });
  await portals().update(portal.documentId, { filter: { types: ['offer', 'business'] } }, 'snapshot');
  expect(await stored(portal.documentId)).toMatchObject({ filterVersion: 1, resumesFrom: 1 });
  await portals().update(portal.documentId, { filter: { types: ['offer'] } }, 'resend');
  expect(await stored(portal.documentId)).toMatchObject({ filterVersion: 2, resumesFrom: 1 });
  await portals().update(portal.documentId, { filter: {} }, 'snapshot');
  expect(await stored(portal.documentId)).toMatchObject({
    filterVersion: 3,
    resumesFrom: 3,
    formerFilters: [],
  });
});

it('returns null or false if there is no such portal', async () => {
  expect(await portals().update('none', { name: 'x' }, 'snapshot')).toBeNull();
  expect(await portals().pause('none')).toBeNull();
  expect(await portals().rotateSecret('none')).toBeNull();
  expect(await portals().remove('none')).toBe(false);
});

it('removes a portal', async () => {
  const { portal } = await portals().create(draft);
  expect(await portals().remove(portal.documentId)).toBe(true);
  expect(await portals().findOne(portal.documentId)).toBeNull();
});

it('is not in GraphQL', async () => {
  const { text } = await graphql('{ __schema { types { name } } }');
  // Sister portals are public, those that are fed are not.
  expect(text).not.toMatch(/portal-?feed|"portal/i);
});

it.each(['GET', 'POST'])(
  'cannot be reached through the content manager, not even by a super admin: %s',
  async (method) => {
    await portals().create(draft);
    const { token } = await createAdmin();
    const path = '/content-manager/collection-types/plugin::portal-feed.portal';
    const { status, text } = await request(path, {
      method,
      token,
      ...(method === 'POST' ? { body: { ...draft, state: 'active', filter: {} } } : {}),
    });
    expect(status).toBe(403);
    expect(text).not.toMatch(/tokenHash|v1:/);
  },
);
