import { pbkdf2Sync } from 'node:crypto';
import type { Challenge } from 'altcha-lib';
import fc from 'fast-check';
import { assertChallenge } from '#src/platform/challenge/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import {
  askChallenge as ask,
  encodedSolution as encoded,
  solve,
  solvedChallenge as solved,
} from '#tests/support/challenge';
import { request, startedApp } from '#tests/support/index';

jest.setTimeout(120_000);

let addresses = 0;
const address = (): string => `198.51.100.${(addresses += 1)}`;

const send = (body: Record<string, unknown>, ip = address(), state = {}) =>
  assertChallenge(startedApp().strapi, { ip, state }, body);

const spent = async (): Promise<number> =>
  (
    await sqlOf(startedApp().strapi)<{ rows: number }>(
      'select count(*)::int as rows from stadtverbund.spent_challenge',
    )
  )[0]?.rows ?? 0;

describe('a challenge', () => {
  it('is a new one each time, and nobody keeps it', async () => {
    const { status, headers, body } = await request<Challenge>('/api/challenge');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body.parameters).toMatchObject({ algorithm: 'PBKDF2/SHA-256', cost: 1_000 });
    expect((await ask()).parameters.nonce).not.toBe(body.parameters.nonce);
    expect(await spent()).toBe(0);
  });

  it('that is solved admits once, also of several at the same time', async () => {
    const altcha = await solved();
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => send({ altcha, homepage: '', message: 'Hallo' })),
    );
    const admitted = answers.filter(({ status }) => status === 'fulfilled');
    expect(admitted).toEqual([{ status: 'fulfilled', value: { message: 'Hallo' } }]);
    await expect(send({ altcha })).rejects.toMatchObject({ code: 'challenge-spent', status: 409 });
  });

  it('stays valid where what it admits is refused', async () => {
    const altcha = await solved();
    const { strapi } = startedApp();
    await expect(
      inTransaction(strapi, async () => {
        await send({ altcha });
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await expect(send({ altcha })).resolves.toEqual({});
  });

  it('whose answer, terms or time were changed admits nobody, nor does anything else', async () => {
    const challenge = await ask();
    const solution = await solve(challenge);
    const { parameters, signature } = challenge;
    const { keySignature: _keySignature, ...unsigned } = parameters;
    const past = Math.floor(Date.now() / 1_000) - 1;
    const first = pbkdf2Sync(
      Buffer.concat([Buffer.from(parameters.nonce, 'hex'), Buffer.alloc(4)]),
      Buffer.from(parameters.salt, 'hex'),
      parameters.cost,
      parameters.keyLength,
      'sha256',
    ).toString('hex');
    const before = await spent();
    for (const altcha of [
      encoded(challenge, { ...solution, derivedKey: '0'.repeat(64) }),
      encoded(challenge, { ...solution, derivedKey: '' }),
      // A key that any counter gives, without the work of the right one.
      encoded(challenge, { counter: 0, derivedKey: first }),
      encoded({ parameters: unsigned, signature }, { counter: 0, derivedKey: first }),
      encoded({ parameters: { ...parameters, cost: 1 }, signature }, solution),
      encoded({ parameters: { ...parameters, nonce: '0'.repeat(32) }, signature }, solution),
      encoded({ parameters: { ...parameters, expiresAt: past }, signature }, solution),
      encoded({ parameters: { ...parameters, expiresAt: undefined }, signature }, solution),
      encoded({ parameters, signature: '0'.repeat(64) }, solution),
      encoded({ parameters }, solution),
      'x'.repeat(100_000),
      {},
      true,
      ['a'],
    ])
      await expect(send({ altcha })).rejects.toMatchObject({ code: 'challenge-wrong', status: 400 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.jsonValue().map((value) => encoded(value, value)),
        ),
        (altcha) => expect(send({ altcha })).rejects.toMatchObject({ code: 'challenge-wrong' }),
      ),
    );
    expect(await spent()).toBe(before);
  });
});

describe('without JavaScript', () => {
  it('three an hour are taken from one address, and the next one hears what to do', async () => {
    const ip = address();
    for (const message of ['a', 'b', 'c']) await expect(send({ message }, ip)).resolves.toEqual({ message });
    await expect(send({ altcha: '' }, ip)).rejects.toMatchObject({
      code: 'challenge-missing',
      status: 429,
      retryAfter: expect.any(Number) as number,
    });
    await expect(send({})).resolves.toEqual({});
    await expect(send({ altcha: await solved() }, ip)).resolves.toEqual({});
  });

  it('the field that people do not see has to be empty', async () => {
    for (const homepage of ['https://spam.example', 0, [], { a: 1 }])
      await expect(send({ homepage })).rejects.toMatchObject({ code: 'challenge-wrong' });
    await expect(send({ homepage: '' })).resolves.toEqual({});
  });
});

it('accounts and API tokens need none', async () => {
  const ip = address();
  const token = { auth: { strategy: { name: 'content-api-token' }, credentials: { id: 1 } } };
  for (let time = 0; time < 5; time += 1) {
    await expect(send({}, ip, { user: { id: 1 } })).resolves.toEqual({});
    await expect(send({}, ip, token)).resolves.toEqual({});
  }
});
