/** @jest-environment-options {"env": {"FEED_ALLOW_HTTP": "true", "FEED_ALLOW_NETWORKS": "127.0.0.0/8"}} */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import type {
  Choices,
  DeliveryDetail,
  DeliveryItem,
  IssuedSecrets,
  PortalItem,
} from '#src/plugins/portal-feed/server/src/contract';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  request,
  type Answer,
} from '../../support';

const PORTALS = '/portal-feed/portals';
const NOBODY = 'zzzzzzzzzzzzzzzzzzzzzzzz';

interface Refusal {
  error: { message: string; details: { code?: string; errors?: { path: string[]; message: string }[] } };
}

let operator: string;
let editor: string;
let receiver: Server;
let receiverUrl: string;
let answers: number;
const received: { id: string; body: string }[] = [];

beforeAll(async () => {
  await createCityProfile({ boundingBox: { south: 51.416, west: 7.302, north: 51.6, east: 7.638 } });
  operator = (await createAdmin()).token;
  editor = (await createAdmin({ role: EDITORIAL_ROLE })).token;
  receiver = createServer((incoming, answer) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      received.push({ id: String(incoming.headers['webhook-id']), body });
      answer.writeHead(answers).end('<b>maintenance</b>');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
}, 60_000);
beforeEach(() => {
  answers = 204;
  received.length = 0;
});
afterAll(() => new Promise((resolve) => receiver.close(resolve)));

const draft = (part: object = {}) => ({ name: 'Umland', contactEmail: 'portal@example.org', ...part });

async function portal(part: object = {}): Promise<IssuedSecrets> {
  const answer = await request<{ data: IssuedSecrets }>(PORTALS, { token: operator, body: draft(part) });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.data;
}

const post = <T = unknown>(path: string, body: object = {}, token = operator): Promise<Answer<{ data: T }>> =>
  request<{ data: T }>(path, { method: 'POST', token, body });
const get = <T = unknown>(path: string, token = editor): Promise<Answer<{ data: T }>> =>
  request<{ data: T }>(path, { token });

/** Repeats the request until the answer is as expected; the test's own timeout ends it. */
async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('who may do what', () => {
  const watch = () => [
    ['GET', `${PORTALS}`],
    ['GET', `${PORTALS}/${NOBODY}`],
    ['GET', `${PORTALS}/${NOBODY}/deliveries`],
    ['GET', '/portal-feed/choices'],
    ['GET', '/portal-feed/deliveries/0'],
    ['POST', '/portal-feed/deliveries/0/send-again'],
    ['POST', `${PORTALS}/${NOBODY}/ping`],
  ];
  const manage = () => [
    ['POST', PORTALS],
    ['PUT', `${PORTALS}/${NOBODY}`],
    ['DELETE', `${PORTALS}/${NOBODY}`],
    ...['rotate-secret', 'rotate-token', 'pause', 'resume', 'resync', 'replay'].map((action) => [
      'POST',
      `${PORTALS}/${NOBODY}/${action}`,
    ]),
  ];
  const ask = async ([method = '', path = '']: string[], token: string | undefined) =>
    (await request(path, { method, token, ...(method === 'GET' ? {} : { body: {} }) })).status;

  test('outsiders are refused: without a token, as a contributor, and with a token of a portal', async () => {
    const contributor = (await createContributor()).token;
    const { token: pullToken } = await portal();
    for (const route of [...watch(), ...manage()])
      for (const token of [undefined, contributor, pullToken]) expect(await ask(route, token)).toBe(401);
  });

  test('editors view and resend, but cannot manage', async () => {
    for (const route of watch()) expect([200, 404]).toContain(await ask(route, editor));
    for (const route of manage()) expect(await ask(route, editor)).toBe(403);
  });
});

describe('portals', () => {
  test('secret and token are in the answer that created them, and in no other', async () => {
    const { portal: made, secret, token } = await portal();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32,88}=*$/);
    expect(token?.length).toBeGreaterThan(20);
    const one = await get(`${PORTALS}/${made.documentId}`);
    const all = await get(PORTALS);
    for (const { status, text } of [one, all]) {
      expect(status).toBe(200);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(token);
      expect(text).not.toMatch(/whsec_|tokenHash|previousSecret"/);
    }
  });

  test('a new one is listed with its health: nothing sent, 24 empty hours', async () => {
    const { portal: made } = await portal({ name: 'Frisch' });
    const { body } = await get<PortalItem[]>(PORTALS);
    const listed = body.data.find(({ documentId }) => documentId === made.documentId);
    expect(listed).toMatchObject({
      name: 'Frisch',
      state: 'active',
      url: null,
      health: { lastSuccessAt: null, failingSince: null, backlog: 0 },
    });
    expect(listed?.health.hours).toHaveLength(24);
  });

  test.each([
    ['no name', { name: ' ' }, 'name'],
    ['no e-mail', { contactEmail: 'portal' }, 'contactEmail'],
    ['no address', { url: 'nonsense' }, 'url'],
    ['an address of another kind', { url: 'ftp://example.org' }, 'url'],
    ['a password in the address', { url: 'https://a:b@example.org' }, 'url'],
    ['a type that does not leave', { filter: { types: ['membership'] } }, 'filter.types.0'],
    ['a postcode that is none', { filter: { postcodes: ['4413'] } }, 'filter.postcodes.0'],
    [
      'a box upside down',
      { filter: { boundingBox: { south: 52, north: 51, west: 7, east: 8 } } },
      'filter.boundingBox.north',
    ],
    ['a field that the server owns', { state: 'active' }, 'state'],
  ])('with %s it is refused, naming the field', async (_what, part, path) => {
    const { status, body } = await request<Refusal>(PORTALS, { token: operator, body: draft(part) });
    expect(status).toBe(400);
    expect(body.error.details.errors?.map((error) => error.path.join('.'))).toContain(path);
  });

  test('refusals are in the language of the panel', async () => {
    const ask = (language: string) =>
      request<Refusal>(`${PORTALS}/${NOBODY}`, {
        token: editor,
        headers: { 'Accept-Language': language },
      });
    expect((await ask('de')).body.error.message).toContain('Dieses Portal gibt es nicht');
    expect((await ask('en')).body.error.message).toContain('There is no such portal');
  });

  test('it is changed, paused, resumed and removed', async () => {
    const { documentId } = (await portal({ url: receiverUrl })).portal;
    const path = `${PORTALS}/${documentId}`;
    const put = await request<{ data: PortalItem }>(path, {
      method: 'PUT',
      token: operator,
      body: { name: 'Nachbarstadt', filter: { types: ['offer'] }, onFilterChange: 'snapshot' },
    });
    expect(put).toMatchObject({
      status: 200,
      body: { data: { name: 'Nachbarstadt', url: receiverUrl, filter: { types: ['offer'] } } },
    });
    const plain = await request(path, { method: 'PUT', token: operator, body: { name: 'Nachbar' } });
    expect(plain).toMatchObject({
      status: 200,
      body: { data: { name: 'Nachbar', filter: { types: ['offer'] } } },
    });
    const odd = { name: 'Nachbar', onFilterChange: 'perhaps' };
    const refused = await request<Refusal>(path, { method: 'PUT', token: operator, body: odd });
    expect(refused.body.error.details.errors?.map((error) => error.path.join('.'))).toEqual([
      'onFilterChange',
    ]);
    expect((await post(`${path}/pause`)).body.data).toMatchObject({ state: 'paused' });
    expect((await post(`${path}/resume`)).body.data).toMatchObject({ state: 'active' });
    expect((await request(path, { method: 'DELETE', token: operator })).status).toBe(204);
    expect((await request(path, { method: 'DELETE', token: operator })).status).toBe(404);
    expect((await get(path)).status).toBe(404);
  });

  test('a new secret and a new token differ from the previous ones', async () => {
    const { portal: made, secret, token } = await portal();
    const path = `${PORTALS}/${made.documentId}`;
    const rotated = (await post<IssuedSecrets>(`${path}/rotate-secret`)).body.data;
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(secret);
    expect(rotated.portal.previousSecretUntil).not.toBeNull();
    const fresh = (await post<IssuedSecrets>(`${path}/rotate-token`)).body.data;
    expect(fresh.token).not.toBe(token);
    expect(fresh).not.toHaveProperty('secret');
  });

  test('the pickers offer existing values, in the language of the panel', async () => {
    await createCategory({ name: 'Bäckerei' });
    await createDocument('api::district.district', { name: 'Hafen' }, { published: false });
    const { body } = await get<Choices>('/portal-feed/choices');
    expect(body.data.map(({ key, kind, label }) => [key, kind, label])).toEqual([
      ['types', 'few', 'Arten'],
      ['locales', 'few', 'Sprachen'],
      ['categories', 'many', 'Branchen'],
      ['districts', 'many', 'Stadtteile'],
      ['postcodes', 'many', 'Postleitzahlen'],
      ['boundingBox', 'box', 'Nur ein Ausschnitt der Karte'],
    ]);
    const fields = Object.fromEntries(body.data.map((field) => [field.key, field]));
    expect(fields).toMatchObject({
      types: {
        options: expect.arrayContaining([
          { value: 'business', message: 'Business' },
          { value: 'press-notice', message: 'Press notice' },
        ]) as unknown,
      },
      locales: { options: expect.arrayContaining([{ value: 'en', label: 'Englisch' }]) as unknown },
      categories: { options: [{ label: 'Bäckerei' }] },
      districts: { options: [{ label: 'Hafen' }] },
      postcodes: { options: expect.arrayContaining([{ value: '44137', label: '44137' }]) as unknown },
      boundingBox: { city: { south: 51.416, north: 51.6 } },
    });
  });
});

describe('deliveries', () => {
  const deliveriesOf = async (documentId: string, query = ''): Promise<DeliveryItem[]> =>
    (await get<DeliveryItem[]>(`${PORTALS}/${documentId}/deliveries${query}`)).body.data;

  test('a failed one shows why, and sent again it arrives under the same id', async () => {
    answers = 500;
    const { documentId } = (await portal({ url: receiverUrl, filter: { types: ['business'] } })).portal;
    await createBusiness({ name: 'Bäckerei Sonne', syndicationConsent: true });
    const [failed] = await until(
      () => deliveriesOf(documentId, '?state=trouble'),
      (items) => items[0]?.state === 'retrying',
    );
    expect(failed).toMatchObject({
      eventType: 'business.published',
      title: 'Bäckerei Sonne',
      attempts: 1,
      status: 500,
      failure: 'status',
    });
    const troubled = (await get<PortalItem>(`${PORTALS}/${documentId}`)).body.data;
    expect(troubled.health).toMatchObject({ backlog: 1, lastSuccessAt: null });
    expect(troubled.health.failingSince).not.toBeNull();
    const detail = (await get<DeliveryDetail>(`/portal-feed/deliveries/${failed?.id}`)).body.data;
    expect(detail.log).toHaveLength(1);
    expect(detail.log[0]).toMatchObject({ number: 1, status: 500, excerpt: '<b>maintenance</b>' });

    answers = 204;
    expect((await post(`/portal-feed/deliveries/${failed?.id}/send-again`, {}, editor)).status).toBe(200);
    const [delivered] = await until(
      () => deliveriesOf(documentId),
      (items) => items[0]?.state === 'delivered',
    );
    expect(delivered).toMatchObject({ id: failed?.id, attempts: 2, status: 204, failure: null });
    expect(new Set(received.map(({ id }) => id))).toEqual(new Set([failed?.eventId]));
    const healthy = (await get<PortalItem>(`${PORTALS}/${documentId}`)).body.data.health;
    expect(healthy).toMatchObject({ backlog: 0, failingSince: null });
    expect(healthy.hours.at(-1)).toMatchObject({ succeeded: 1, failed: 1 });
  });

  test('a test event arrives', async () => {
    const { documentId } = (await portal({ url: receiverUrl })).portal;
    expect((await post(`${PORTALS}/${documentId}/ping`, {}, editor)).status).toBe(200);
    const [ping] = await until(
      () => deliveriesOf(documentId),
      (items) => items[0]?.state === 'delivered',
    );
    expect(ping).toMatchObject({ sequence: null, title: null });
    expect(received).toHaveLength(1);
  });

  test('everything, and single events by their number, are sent again', async () => {
    await createBusiness({ name: 'Blumen Muster', syndicationConsent: true });
    const { documentId } = (await portal({ url: receiverUrl, filter: { types: ['business'] } })).portal;
    const all = (await post<{ events: number }>(`${PORTALS}/${documentId}/resync`)).body.data.events;
    expect(all).toBeGreaterThan(0);
    const items = await until(
      () => deliveriesOf(documentId, '?state=delivered'),
      (found) => found.length === all,
    );
    const from = items[0]?.sequence ?? 0;
    expect((await post(`${PORTALS}/${documentId}/replay`, { from })).body.data).toEqual({ events: 1 });
    expect((await post(`${PORTALS}/${documentId}/replay`, { from: 3, to: 2 })).status).toBe(400);
    expect((await post(`${PORTALS}/${documentId}/replay`, {})).status).toBe(400);
  });

  test('nothing is delivered to a portal that only pulls', async () => {
    const { documentId } = (await portal()).portal;
    for (const action of ['ping', 'resync'])
      expect((await post(`${PORTALS}/${documentId}/${action}`)).status).toBe(400);
    expect(await deliveriesOf(documentId)).toEqual([]);
  });

  test('invalid page numbers are refused', async () => {
    const { documentId } = (await portal()).portal;
    expect((await get(`${PORTALS}/${documentId}/deliveries?page=0`)).status).toBe(400);
    expect((await get(`${PORTALS}/${documentId}/deliveries?state=nonsense`)).status).toBe(400);
    expect((await get('/portal-feed/deliveries/nonsense')).status).toBe(404);
  });
});
