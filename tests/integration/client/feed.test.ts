/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import {
  CityError,
  createFeed,
  isNews,
  readWebhook,
  verifyWebhook,
  type FeedBatch,
  type FeedEvent,
} from '@stadtverbund/client';
import {
  createBusiness,
  createCityProfile,
  createPortal,
  portals,
  startedApp,
  type Stored,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { startReceiver, type Received } from '#tests/support/webhook-receiver';

const BUSINESS = 'api::business.business';
const consenting = (name: string): Promise<Stored> => createBusiness({ name, syndicationConsent: true });
const hide = (documentId: string) =>
  startedApp().strapi.documents(BUSINESS).unpublish({ documentId, locale: '*' });

let token: string;

beforeAll(async () => {
  await createCityProfile();
  token = (await createPortal()).token;
});

const feed = (url = startedApp().url) => createFeed({ url, token });

async function batches(cursor?: string): Promise<FeedBatch[]> {
  const all: FeedBatch[] = [];
  for await (const batch of feed().changes(cursor)) all.push(batch);
  return all;
}

const codeOf = (error: unknown): unknown => (error instanceof CityError ? [error.status, error.code] : error);

describe('what was missed', () => {
  it('is a snapshot at first, and then what comes after the cursor', async () => {
    const [one, two] = [await consenting('Schon da'), await consenting('Auch da')];
    const first = await batches();
    const end = first.find(({ whole }) => whole);
    expect([...(end?.whole ?? [])]).toEqual(expect.arrayContaining([one.documentId, two.documentId]));
    const cursor = first.at(-1)?.cursor;
    expect(cursor).toBeDefined();

    await hide(one.documentId);
    const three = await consenting('Neu');
    const next = await batches(cursor);
    expect(next.every(({ whole }) => whole === undefined)).toBe(true);
    expect(next.flatMap(({ events }) => events.map(({ type, data }) => [type, data.id]))).toEqual([
      ['business.removed', one.documentId],
      ['business.published', three.documentId],
    ]);
    expect((await batches(next.at(-1)?.cursor)).flatMap(({ events }) => events)).toEqual([]);
  });

  it('is a snapshot again when the cursor can no longer be followed', async () => {
    const issued = await createPortal();
    const own = createFeed({ url: startedApp().url, token: issued.token });
    let cursor: string | undefined;
    for await (const batch of own.changes(undefined)) cursor = batch.cursor;
    await portals().update(issued.portal.documentId, { filter: { types: ['offer'] } }, 'snapshot');
    const again: FeedBatch[] = [];
    for await (const batch of own.changes(cursor)) again.push(batch);
    expect(again.some(({ whole }) => whole !== undefined)).toBe(true);
  });

  it('arrives while somebody waits, until the caller has enough', async () => {
    const known = (await batches()).at(-1)?.cursor;
    const enough = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const { events } of feed().changes(known, { wait: 30, signal: enough.signal }))
        for (const { data } of events) {
          seen.push(data.id);
          enough.abort();
        }
    })();
    const { documentId } = await consenting('Kommt gleich');
    await following;
    expect(seen).toEqual([documentId]);
  });

  it('is refused with a code, and not tried again, with a wrong token', async () => {
    const wrong = createFeed({ url: startedApp().url, token: 'portal_wrong' });
    const troubles: unknown[] = [];
    const reading = (async () => {
      for await (const _batch of wrong.changes(undefined, { onTrouble: (error) => troubles.push(error) }));
    })();
    await expect(reading.catch((error: unknown) => Promise.reject(codeOf(error) as Error))).rejects.toEqual([
      401,
      'token-unknown',
    ]);
    expect(troubles).toEqual([]);
  });

  it('comes when a city that was away is back', async () => {
    // A proxy that fails twice, once in the midst of the snapshot.
    const failures = [
      (answer: ServerResponse) => void answer.writeHead(502).end('Bad gateway'),
      (answer: ServerResponse) =>
        void answer
          .writeHead(200)
          .end('{"type":"snapshot.begin","timestamp":"2026-01-01T00:00:00Z","cursor":"x"}\n'),
    ];
    const proxy = createServer((request, answer) => {
      const fail = failures.shift();
      if (fail) return fail(answer);
      void fetch(startedApp().url + String(request.url), { headers: { authorization: `Bearer ${token}` } })
        .then((through) => through.text())
        .then((text) => answer.end(text));
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const troubles: unknown[] = [];
    const received = new Set<string>();
    const { port } = proxy.address() as AddressInfo;
    const { documentId } = await consenting('Hinter dem Proxy');
    for await (const { events } of feed(`http://127.0.0.1:${port}`).changes(undefined, {
      onTrouble: (error) => troubles.push(codeOf(error)),
    }))
      for (const { data } of events) received.add(data.id);
    proxy.close();
    expect(troubles).toEqual([
      [502, 'http-502'],
      [503, 'snapshot-broken-off'],
    ]);
    expect(received).toContain(documentId);
  });
});

describe('a delivery of the city', () => {
  let secret: string;
  let delivery: Received;

  beforeAll(async () => {
    const receiver = await startReceiver();
    const issued = await createPortal({}, receiver.url);
    ({ secret } = issued);
    const { documentId } = await consenting('Wird geliefert');
    delivery = await eventually('the delivery', () =>
      receiver.received.find(({ body }) => body.data.id === documentId),
    );
    await portals().remove(issued.portal.documentId);
    await receiver.close();
  });

  const headers = () => delivery.headers as Record<string, string>;
  const other = `whsec_${Buffer.from('another secret of the same kind').toString('base64')}`;

  it('is verified as text, as bytes and as a request', async () => {
    const bytes = new TextEncoder().encode(delivery.raw);
    const request = new Request('http://portal.example/', {
      method: 'POST',
      headers: headers(),
      body: delivery.raw,
    });
    for (const event of [
      await verifyWebhook(delivery.raw, headers(), secret),
      await verifyWebhook(bytes, new Headers(headers()), [secret]),
      await readWebhook(request, secret),
    ])
      expect(event).toEqual(delivery.body);
  });

  it('is verified by either secret while one is replaced', async () => {
    expect(await verifyWebhook(delivery.raw, headers(), [other, secret])).toEqual(delivery.body);
  });

  it.each<[string, () => Promise<FeedEvent>, [number, string]]>([
    ['another secret', () => verifyWebhook(delivery.raw, headers(), other), [401, 'signature-wrong']],
    ['no secret at all', () => verifyWebhook(delivery.raw, headers(), []), [401, 'signature-wrong']],
    ['a changed body', () => verifyWebhook(`${delivery.raw} `, headers(), secret), [401, 'signature-wrong']],
    [
      'another id',
      () => verifyWebhook(delivery.raw, { ...headers(), 'webhook-id': 'x' }, secret),
      [401, 'signature-wrong'],
    ],
    [
      'no signature',
      () => verifyWebhook(delivery.raw, { ...headers(), 'webhook-signature': '' }, secret),
      [401, 'signature-missing'],
    ],
    [
      'a signature that is no base64',
      () => verifyWebhook(delivery.raw, { ...headers(), 'webhook-signature': 'v1,%%% v1,' }, secret),
      [401, 'signature-wrong'],
    ],
    [
      'a signature of another kind',
      () =>
        verifyWebhook(
          delivery.raw,
          { ...headers(), 'webhook-signature': headers()['webhook-signature']?.replace('v1,', 'v1a,') ?? '' },
          secret,
        ),
      [401, 'signature-wrong'],
    ],
    [
      'six minutes later',
      () => verifyWebhook(delivery.raw, headers(), secret, { now: new Date(Date.now() + 360_000) }),
      [401, 'signature-expired'],
    ],
    [
      'a time that is no number',
      () => verifyWebhook(delivery.raw, { ...headers(), 'webhook-timestamp': '1e9' }, secret),
      [401, 'signature-expired'],
    ],
    [
      'a body that does not end',
      () =>
        readWebhook(
          new Request('http://portal.example/', {
            method: 'POST',
            headers: headers(),
            body: 'x'.repeat(70_000),
          }),
          secret,
        ),
      [413, 'body-too-long'],
    ],
  ])('is refused: %s', async (_what, verifying, refusal) => {
    await expect(
      verifying().catch((error: unknown) => Promise.reject(codeOf(error) as Error)),
    ).rejects.toEqual(refusal);
  });

  it('is accepted exactly when the reference library accepts it', async () => {
    const reference = new Webhook(secret);
    const now = new Date();
    for (const body of ['{}', '{"name":"Grüße 😀"}', delivery.raw]) {
      const signature = reference.sign('msg_1', now, body);
      const signed = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': `v1,AAAA ${signature}`,
      };
      expect(await verifyWebhook(body, signed, secret)).toEqual(JSON.parse(body));
    }
  });
});

it('an older event, which overtook or was late, is no news', () => {
  const event = (sequence: number): FeedEvent => ({
    type: 'business.published',
    timestamp: '',
    data: { id: 'a', sequence },
  });
  expect([undefined, 3, 4, 5].map((known) => isNews(event(4), known))).toEqual([true, true, true, false]);
});
