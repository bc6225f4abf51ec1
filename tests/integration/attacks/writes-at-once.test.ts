/** @jest-environment-options {"ownTemporaryFolder": true} */
import { Client } from 'pg';
import { createCityProfile, createContributor, request, startedApp } from '../../support';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

beforeAll(() => createCityProfile());

/** The highest number of connections in a transaction or busy while something was done. */
async function mostBusyDuring(work: () => Promise<unknown>): Promise<number> {
  const client = new Client({ connectionString: startedApp().databaseUrl });
  await client.connect();
  let [most, isOver] = [0, false];
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const { rows } = await client.query<{ busy: number }>(
        `select count(*)::int as busy from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
            and backend_type = 'client backend' and query ~ '(for update|submission|businesses)'`,
      );
      most = Math.max(most, rows[0]?.busy ?? 0);
    }
  };
  const watching = watch();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
    await client.end();
  }
  return most;
}

it('120 changes of one draft at once leave connections to everybody else', async () => {
  const { token } = await createContributor();
  const made = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token,
    body: { data: { name: 'Laden' } },
  });
  const path = `/api/my/businesses/${made.body.data.documentId}`;
  const before = await takeReadings();
  let answers: { status: number; headers: Headers }[] = [];
  const most = await mostBusyDuring(async () => {
    const changes = Promise.all(
      Array.from({ length: 120 }, (_, at) =>
        request(path, { method: 'PUT', token, body: { data: { summary: `Stand ${at}` } } }),
      ),
    );
    for (const read of ['/api/businesses?pagination[pageSize]=1', '/api/districts?locale=de'])
      expect((await request(read)).status).toBe(200);
    answers = await changes;
  });
  const statuses = answers.map(({ status }) => status);
  // 503: it waited too long for its turn.
  expect(statuses.filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  expect(statuses).toContain(200);
  for (const { status, headers } of answers)
    if (status !== 200) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(statuses).toContain(429);
  // Two for the account, each with a second connection besides its transaction.
  expect(most).toBeLessThanOrEqual(6);
  await expectWellbeing(before);
}, 120_000);
