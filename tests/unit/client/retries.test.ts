import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CityError, createClient, rememberAnswers } from '@stadtverbund/client';

interface Planned {
  readonly status: number;
  readonly retryAfter?: string;
}

let server: Server;
let plan: Planned[];
let asked: string[];

beforeAll(async () => {
  server = createServer((request, answer) => {
    asked.push(request.method ?? '');
    const { status, retryAfter } = plan.shift() ?? { status: 200 };
    answer.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter ? { 'retry-after': retryAfter } : {}),
    });
    answer.end('{"data":[],"meta":{}}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());
beforeEach(() => (asked = []));

const client = (options = {}) =>
  createClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...options });

const NOW = '0';
const TOO_MANY = { status: 429, retryAfter: NOW };
const BUSY = { status: 503, retryAfter: NOW };

it.each([
  ['a success is not repeated', { retries: 3 }, [], 1, 200],
  ['without retries, a refusal is thrown at once', {}, [TOO_MANY], 1, 429],
  ['429 is repeated', { retries: 2 }, [TOO_MANY, TOO_MANY], 3, 200],
  ['a read that met 503 is repeated', { retries: 1 }, [BUSY], 2, 200],
  ['no more often than allowed', { retries: 2 }, [BUSY, BUSY, BUSY], 3, 503],
  ['without Retry-After nothing says when', { retries: 2 }, [{ status: 503 }], 1, 503],
  [
    'a date in the past is now',
    { retries: 1 },
    [{ status: 429, retryAfter: new Date(0).toUTCString() }],
    2,
    200,
  ],
  [
    'a wait that is too long is not waited for',
    { retries: 1, longestWait: 5 },
    [{ status: 429, retryAfter: '6' }],
    1,
    429,
  ],
  ['other refusals are not repeated', { retries: 3 }, [{ status: 400, retryAfter: NOW }], 1, 400],
])('%s', async (_what, options, planned: Planned[], requests, status) => {
  plan = [...planned];
  const outcome = await client(options)
    .list('businesses')
    .then(
      () => 200,
      (error: CityError) => error.status,
    );
  expect([asked.length, outcome]).toEqual([requests, status]);
});

it('a write that met 503 is not repeated: it may have been done', async () => {
  plan = [BUSY];
  await expect(client({ retries: 3 }).query('{ a }')).rejects.toMatchObject({ status: 503 });
  expect(asked).toEqual(['POST']);
});

it('an answer that is not the city’s has a code as well, and says when to come back', async () => {
  plan = [{ status: 502, retryAfter: '7' }];
  const error = (await client()
    .list('businesses')
    .catch((reason: unknown) => reason)) as CityError;
  expect(error).toBeInstanceOf(CityError);
  expect(error).toMatchObject({ status: 502, code: 'http-502', retryAfter: 7, errors: [{ path: [] }] });
});

it('waiting ends when the caller gives up', async () => {
  plan = [{ status: 429, retryAfter: '20' }];
  const giveUp = new AbortController();
  const asking = client({ retries: 1 }).list('businesses', {}, { signal: giveUp.signal });
  setTimeout(() => giveUp.abort(), 50);
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
});

it('answers that were not asked for longest are forgotten', () => {
  const memory = rememberAnswers(2);
  const answer = { etag: '"1"', body: '{}' };
  memory.set('a', answer);
  memory.set('b', answer);
  memory.get('a');
  memory.set('c', answer);
  expect(['a', 'b', 'c'].filter((address) => memory.get(address))).toEqual(['a', 'c']);
});
