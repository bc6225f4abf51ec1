/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { freePort } from '#scripts/lib/postgres/free-port';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { createBusiness, createCityProfile, createPortal, portals, startedApp } from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { startReceiver } from '#tests/support/webhook-receiver';

jest.setTimeout(120_000);

const BUSINESS = 'api::business.business';
const listed = { syndicationConsent: true };

interface Kept {
  cursor: string | null;
  entries: Record<string, { sequence: number; event: { data: { listing: { name: string } } } | null }>;
}

const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-example-'));
const file = join(folder, 'listings.json');

let port: number;
let url: string;
let portalId: string;
let secret: string;
let token: string;
let receiver: ChildProcess | undefined;

async function start(feedUrl = startedApp().url, until = 'in step'): Promise<() => string> {
  const child = fork(join(PROJECT_ROOT, 'examples', 'receiver', 'receiver.ts'), [], {
    cwd: PROJECT_ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      RECEIVER_SECRETS: secret,
      RECEIVER_FILE: file,
      PORT: String(port),
      FEED_URL: feedUrl,
      FEED_TOKEN: token,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  receiver = child;
  await eventually(`it says: ${until}`, () => output.includes(until), 60_000);
  return () => output;
}

async function stop(): Promise<void> {
  if (!receiver) return;
  const exit = once(receiver, 'exit');
  receiver.kill('SIGKILL');
  await exit;
  receiver = undefined;
}

const kept = (): Kept => JSON.parse(readFileSync(file, 'utf8')) as Kept;
const nameOf = (documentId: string): string | null | undefined => {
  const entry = kept().entries[documentId];
  return entry && (entry.event?.data.listing.name ?? null);
};

beforeAll(async () => {
  await createCityProfile();
  const probe = await startReceiver();
  port = Number(new URL(probe.url).port);
  await probe.close();
  url = `http://127.0.0.1:${port}/`;
});

afterAll(async () => {
  await stop();
  await portals().remove(portalId);
  rmSync(folder, { recursive: true, force: true });
});

it('takes a snapshot on its first start, follows what is pushed, and catches up on what it missed', async () => {
  const before = await createBusiness({ ...listed, name: 'Schon da' });
  const issued = await createPortal({}, url);
  portalId = issued.portal.documentId;
  ({ secret, token } = issued);
  await start();
  expect(nameOf(before.documentId)).toBe('Schon da');

  const pushed = await createBusiness({ ...listed, name: 'Neu' });
  await eventually('it is pushed', () => nameOf(pushed.documentId) === 'Neu');

  await stop();
  await startedApp().strapi.documents(BUSINESS).unpublish({ documentId: before.documentId, locale: '*' });
  const missed = await createBusiness({ ...listed, name: 'Verpasst' });
  await start();
  expect(nameOf(before.documentId)).toBeNull();
  expect(nameOf(missed.documentId)).toBe('Verpasst');
  expect(nameOf(pushed.documentId)).toBe('Neu');
});

it('goes on listening while the city is unreachable, and is in step once it answers', async () => {
  await stop();
  const missed = await createBusiness({ ...listed, name: 'Während der Störung' });
  // The city behind a proxy that is not there yet.
  const proxy = createServer((asked, answer) => {
    const { href } = new URL(asked.url ?? '', startedApp().url);
    void fetch(href, { headers: { authorization: asked.headers.authorization ?? '' } }).then(async (found) =>
      answer.writeHead(found.status).end(Buffer.from(await found.arrayBuffer())),
    );
  });
  const at = await freePort();
  const output = await start(`http://127.0.0.1:${at}`, 'not in step: fetch failed');
  expect((await fetch(url)).status).toBe(405);
  expect(receiver?.exitCode).toBeNull();
  proxy.listen(at, '127.0.0.1');
  try {
    await eventually('it is in step', () => /^in step/m.test(output()), 60_000);
    expect(nameOf(missed.documentId)).toBe('Während der Störung');
  } finally {
    proxy.close();
    await stop();
    await start();
  }
});

describe('how it handles a request', () => {
  const event = (sequence: number, name: string) => ({
    type: 'business.published',
    timestamp: new Date().toISOString(),
    data: { id: 'made-up', sequence, url: 'https://x.example/', locales: ['de'], listing: { name } },
  });

  const send = async (body: unknown, id: string, key = secret, at = new Date()): Promise<number> => {
    const raw = JSON.stringify(body);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(key).sign(id, at, raw),
    };
    return (await fetch(url, { method: 'POST', headers, body: raw })).status;
  };

  it('orders by number, whatever arrives first or twice', async () => {
    expect(await send(event(900_002, 'zweiter'), 'b')).toBe(204);
    expect(await send(event(900_001, 'erster'), 'a')).toBe(204);
    expect(nameOf('made-up')).toBe('zweiter');
    expect(await send(event(900_002, 'zweiter'), 'b')).toBe(204);
    expect(await send({ ...event(900_003, ''), data: { id: 'made-up', sequence: 900_003 } }, 'c')).toBe(204);
    expect(nameOf('made-up')).toBeNull();
    expect(await send(event(900_002, 'zweiter'), 'b')).toBe(204);
    expect(nameOf('made-up')).toBeNull();
  });

  it.each([
    [
      'another secret',
      () => send(event(900_010, 'falsch'), 'd', `whsec_${Buffer.alloc(32).toString('base64')}`),
    ],
    ['an old signature', () => send(event(900_010, 'falsch'), 'd', secret, new Date(Date.now() - 600_000))],
    ['no signature', async () => (await fetch(url, { method: 'POST', body: '{}' })).status],
  ])('refuses %s', async (_name, attempt) => {
    expect(await attempt()).toBe(401);
    expect(nameOf('made-up')).toBeNull();
  });
});
