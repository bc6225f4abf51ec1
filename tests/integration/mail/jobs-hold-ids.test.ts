/** @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}} */
import { mailNames } from '#src/platform/mail/mail-queue';
import { startedApp } from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { CANARIES, MAIL_FLOWS, prepareMailFlows } from '#tests/support/mail-flows';

const rows = async <Row>(sql: string): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql)).rows;

const sent = async (): Promise<string[]> =>
  (
    await rows<{ mail: string }>(
      `select distinct data ->> 'mail' as mail from pgboss.job where name = 'mail' and state = 'completed'`,
    )
  ).map(({ mail }) => mail);

beforeAll(prepareMailFlows);

// Adding a mail without a flow fails the test below.
it.each(Object.entries(MAIL_FLOWS))('%s', async (name, flow) => {
  await flow();
  await eventually(`${name} is sent`, async () => (await sent()).includes(name));
});

it('every kind of mail was sent', async () => {
  await eventually('all are sent', async () => {
    const [{ waiting } = { waiting: 1 }] = await rows<{ waiting: number }>(
      `select count(*)::int as waiting from pgboss.job where name = 'mail' and state in ('created', 'active', 'retry')`,
    );
    return waiting === 0;
  });
  expect((await sent()).sort()).toEqual(mailNames(startedApp().strapi).sort());
});

it('no job holds an address, a name or a text, done or not', async () => {
  const jobs = await rows<{ job: string }>(
    `select job::text from pgboss.job union all select job::text from pgboss.archive job`,
  );
  expect(jobs.length).toBeGreaterThan(Object.keys(MAIL_FLOWS).length);
  for (const { job } of jobs) {
    expect(job).not.toContain('@');
    for (const canary of CANARIES) expect(job.toLowerCase()).not.toContain(canary.toLowerCase());
  }
});
