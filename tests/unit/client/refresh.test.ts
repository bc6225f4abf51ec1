import { createAccount, createClient, type CityError } from '@stadtverbund/client';

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const refusal = (status: number): Response =>
  json(status, { error: { status, message: 'no', details: { code: 'x', errors: [] } } });

/**
 * A city whose access tokens are over, and which takes its time to refresh them.
 * @param refreshed what it answers then
 */
function cityWith(refreshed: () => Response): { account: ReturnType<typeof createAccount>; asked: string[] } {
  const asked: string[] = [];
  let refreshes = 0;
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    const bearer = new Headers(init?.headers).get('authorization') ?? 'nobody';
    asked.push(bearer);
    if (String(url).endsWith('/auth/refresh')) {
      refreshes += 1;
      if (refreshes === 1) return json(200, { jwt: 'over' });
      // Others have been refused by then.
      while (asked.filter((one) => one === 'Bearer over').length < 3) await Promise.resolve();
      for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
      return refreshed();
    }
    if (bearer === 'Bearer fresh') return json(200, { data: [] });
    return refusal(bearer === 'Bearer over' ? 401 : 403);
  };
  const { connection } = createClient({
    url: 'https://city.example',
    fetch: fetch,
  });
  return { account: createAccount(connection), asked };
}

const three = ({ connection }: ReturnType<typeof createAccount>): Promise<PromiseSettledResult<unknown>[]> =>
  Promise.allSettled(['a', 'b', 'c'].map((path) => connection.json('GET', `/api/my/${path}`)));

it('requests that find the token over together wait for one refresh', async () => {
  const { account, asked } = cityWith(() => json(200, { jwt: 'fresh' }));
  await account.resume();
  const answers = await three(account);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  // Of nobody are the refreshes alone: the first, and the one for all three.
  expect(asked.filter((one) => one === 'nobody')).toHaveLength(2);
});

it('each of them is told that nobody is signed in where the session is over', async () => {
  const { account } = cityWith(() => refusal(400));
  await account.resume();
  const answers = await three(account);
  expect(
    answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as CityError).status : 0)),
  ).toEqual([401, 401, 401]);
});
