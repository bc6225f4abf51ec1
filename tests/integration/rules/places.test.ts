import {
  contributorActor,
  createAdmin,
  createCityProfile,
  createContributor,
  edit,
  moderation,
  request,
  startedApp,
} from '../../support';
import { BUSINESS, CREATE, documents, editor, panel, service } from './paths';

interface Warning {
  path: (string | number)[];
  code: string;
  message: string;
  suggestions: string[];
}

interface RestError {
  error: { message: string; details: { errors: { path: unknown[] }[] } };
}

interface Roles {
  create(role: { name: string; code: string; description: string }): Promise<unknown>;
}

const address = (postcode: string, place: string) => ({ street: 'Markt', houseNumber: '1', postcode, place });

const warnings = async (
  documentId: unknown,
  { query = '', token }: { query?: string; token?: string } = {},
) =>
  request<{ data: Warning[] }>(`/rules/doubts/${BUSINESS}/${String(documentId)}${query}`, {
    token: token ?? (await editor()).token,
  });

beforeAll(async () => {
  await createCityProfile();
  await documents('api::district.district').create({ data: { name: 'Aplerbeck' } });
});

describe.each(CREATE)('a postcode that does not match its place, through %s', (_path, create) => {
  test.each([
    ['another town', '44287', 'Kiel', 'place-mismatch', 'address.place', ['Dortmund']],
    ['a postcode that does not exist', '99999', 'Dortmund', 'unknown-postcode', 'address.postcode', []],
  ])(
    '%s is saved and shown to the editor as a warning',
    async (_case, postcode, place, code, path, suggestions) => {
      const outcome = await create(BUSINESS, { name: 'Zweifel', address: address(postcode, place) });
      expect(outcome.ok).toBe(true);
      const { body } = await warnings(outcome.data['documentId']);
      expect(body.data.map((warning) => ({ ...warning, path: warning.path.join('.') }))).toMatchObject([
        { path, code, suggestions, message: expect.stringContaining('Bitte') as string },
      ]);
    },
  );

  test.each([
    ['a spelling of the town', '91207', 'Lauf a.d.Pegnitz'],
    ['a district with its town', '44287', 'Dortmund-Aplerbeck'],
    ['a district of the city by itself', '44287', 'Aplerbeck'],
  ])('%s leaves no warning', async (_case, postcode, place) => {
    const outcome = await create(BUSINESS, { name: 'Ohne Zweifel', address: address(postcode, place) });
    expect((await warnings(outcome.data['documentId'])).body.data).toEqual([]);
  });
});

describe('a contributor', () => {
  test.each([
    ['another town', '44287', 'Kiel', 'address.place', /„Kiel“ passt nicht zur Postleitzahl 44287.*Dortmund/],
    [
      'a postcode that does not exist',
      '99999',
      'Dortmund',
      'address.postcode',
      /gibt es in Deutschland nicht/,
    ],
  ])('gets an error for %s', async (_case, postcode, place, path, message) => {
    const data = { name: 'Falsch', address: address(postcode, place) };
    const write = () => documents(BUSINESS).create({ data }) as Promise<{ documentId: string }>;
    const outcome = await service(() =>
      moderation().recordEdit({ uid: BUSINESS, actor: contributorActor(), write }),
    );
    expect(outcome.status).toBe(400);
    expect(outcome.errors.map((error) => error.path.join('.'))).toEqual([path]);
    expect(outcome.message).toMatch(message);
  });

  test('is checked against the stored postcode if only the place is changed', async () => {
    const data = { name: 'x', address: address('44287', 'Dortmund') };
    const { documentId, address: stored } = await documents(BUSINESS).create({ data, populate: ['address'] });
    const change = { address: { id: (stored as { id: number }).id, place: 'Kiel' } };
    const outcome = await service(() => edit(BUSINESS, documentId as string, change));
    expect(outcome.errors).toMatchObject([{ path: ['address', 'place'] }]);
  });

  test('gets it over REST, in the requested language, and nothing is stored', async () => {
    const { token } = await createContributor();
    const body = { data: { name: 'Falscher Ort', address: address('44287', 'Kiel') } };
    const answer = await request<RestError>('/api/my/businesses?locale=de', {
      body,
      token,
      headers: { 'accept-language': 'en' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors).toMatchObject([{ path: ['address', 'place'] }]);
    expect(answer.body.error.message).toMatch(/passt nicht zur Postleitzahl 44287/);
    expect(await documents(BUSINESS).findMany({ filters: { name: 'Falscher Ort' } })).toEqual([]);
  });
});

describe('opening hours', () => {
  test.each([
    ['hours-doubtful', 'Mo-Do 8-17 Uhr Fr 8-14 Uhr', ['Mo-Th 08:00-17:00; Fr 08:00-14:00']],
    ['hours-malformed', 'Di-Fr 9 bis 12 sowie 14-18', ['Tu-Fr 09:00-12:00,14:00-18:00']],
    ['hours-doubtful', 'We,Sa', undefined],
  ])('%s: “%s” is refused with what may be meant', async (code, rule, suggestions) => {
    const { token } = await createContributor();
    const body = { data: { name: 'Stunden', hours: [{ service: 'on-site', rule }] } };
    const answer = await request<RestError>('/api/my/businesses?locale=de', { body, token });
    expect(answer.status).toBe(400);
    const [error] = answer.body.error.details.errors as { suggestions?: string[] }[];
    expect(error).toMatchObject({ code, path: ['hours', 0, 'rule'] });
    expect(error?.suggestions).toEqual(suggestions);
    expect(await documents(BUSINESS).findMany({ filters: { name: 'Stunden' } })).toEqual([]);
  });
});

describe('the warnings of a document', () => {
  test('name hours that were stored before they were refused', async () => {
    const later = 'Mo-Fr 09:00-18:00; Sa 09:00-14:01';
    const data = { name: 'x', hours: [{ rule: '24/7' }, { rule: later }] };
    const { documentId } = await documents(BUSINESS).create({ data });
    await startedApp()
      .strapi.db.query('time.service-hours')
      .updateMany({ where: { rule: later }, data: { rule: later.replace(';', '') } });
    const { body } = await warnings(documentId);
    expect(body.data).toMatchObject([
      { path: ['hours', 1, 'rule'], code: 'hours-doubtful', suggestions: [later] },
    ]);
    expect(body.data[0]?.message).toMatch(/^Öffnungszeiten 2 › Regel: .*nicht verbundene/);
  });

  test('are in the language of the panel', async () => {
    const { documentId } = await documents(BUSINESS).create({
      data: { name: 'x', address: address('44287', 'Kiel') },
    });
    const { token } = await editor('en');
    const { body } = await warnings(documentId, { token, query: '?contentLocale=de' });
    expect(body.data[0]?.message).toMatch(/^Address › Place: “Kiel” does not agree/);
  });

  test('are shown only to those who may read the type', async () => {
    const { documentId } = await documents(BUSINESS).create({ data: { name: 'x' } });
    const roles = startedApp().strapi.service('admin::role') as unknown as Roles;
    await roles.create({ name: 'Ohne Rechte', code: 'powerless', description: '' });
    const powerless = await createAdmin({ role: 'powerless' });
    expect((await warnings(documentId, { token: powerless.token })).status).toBe(403);
    expect((await request(`/rules/doubts/${BUSINESS}/${String(documentId)}`)).status).toBe(401);
    const { token } = await editor();
    expect((await request('/rules/doubts/plugin::upload.file/x', { token })).status).toBe(404);
  });

  test('do not prevent publishing in the panel', async () => {
    const categories = [
      (await documents('api::category.category').create({ data: { name: 'Kiosk' } })).documentId,
    ];
    const data = { name: 'x', categories, address: address('44287', 'Kiel') };
    const { documentId } = await documents(BUSINESS).create({ data });
    const path = `collection-types/${BUSINESS}/${String(documentId)}/actions/publish?locale=de`;
    expect((await panel(path, { body: {} })).status).toBe(200);
  });
});
