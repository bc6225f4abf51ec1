import { refusalsOf } from '#src/platform/mail/failures';
import { sendNow } from '#src/platform/mail/send-now';
import { lettersIn } from '#tests/support/all-letters';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  edit,
  contributorActor,
  editorActor,
  moderation,
  request,
  startedApp,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { startMailServer, type MailServer } from '#tests/support/smtp-server';

const BUSINESS = 'api::business.business';

const GONE = {
  responseCode: 550,
  message: '5.1.1 <kanari@vogel.example>: Recipient address rejected: User unknown',
};
const BUSY = { responseCode: 450, message: '4.2.0 <kanari@vogel.example>: Greylisted, come back later' };

let server: MailServer;

const rows = async <Row>(sql: string): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql)).rows;

/** A business with a manager, and what an editor does to it. */
async function managed(): Promise<{ documentId: string; email: string; userId: number }> {
  const account = await createContributor();
  const { documentId } = await createBusiness();
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: documentId, user: account.id, role: 'owner', since: new Date().toISOString() },
    });
  return { documentId, email: account.email, userId: account.id };
}

const decide = (documentId: string, action: 'suspend' | 'reinstate') =>
  moderation().perform({
    uid: BUSINESS,
    documentId,
    action,
    actor: editorActor(),
    ...(action === 'suspend' ? { reason: 'Bitte melden Sie sich.' } : {}),
  });

/** The state of the newest job of a mail. */
const newestJob = async (): Promise<{ state: string; output: string | null; id: string }> => {
  const [job] = await rows<{ state: string; output: string | null; id: string }>(
    `select id, state::text, output::text from pgboss.job where name = 'mail' order by created_on desc limit 1`,
  );
  if (!job) throw new Error('There is no mail in the queue.');
  return job;
};

const asks = (email: string): number => server.asked.filter((address) => address === email).length;

beforeAll(async () => {
  await createCityProfile({ contactEmail: 'redaktion@dortmund.example' });
  server = await startMailServer();
});

afterEach(() => server.refuse());

afterAll(() => server.close());

it('a letter has its headers on the wire', async () => {
  const { documentId, email } = await managed();
  await decide(documentId, 'suspend');
  const raw = await eventually('it is there', () =>
    server.taken.find((mail) => mail.includes(`To: ${email}`)),
  );
  expect(raw).toMatch(/^From: Betriebe in Dortmund <noreply@localhost\.localdomain>\r$/m);
  expect(raw).toMatch(/^Reply-To: redaktion@dortmund\.example\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^Content-Language: de\r$/m);
  expect(raw).not.toMatch(/^List-Unsubscribe/m);
});

describe('an address that is refused for good', () => {
  it('is asked once for each mail, remembered without being named, and shown to editors', async () => {
    const { documentId, email, userId } = await managed();
    server.refuse((address) => (address === email ? GONE : undefined));
    await decide(documentId, 'suspend');
    await eventually(
      'it is refused',
      async () => (await refusalsOf(startedApp().strapi, [email])).get(email) === 1,
    );
    await eventually('its job is done', async () => (await newestJob()).state === 'completed');
    expect(asks(email)).toBe(1);
    const stored = await rows<{ row: string }>(`select f::text as row from stadtverbund.mail_failure f`);
    expect(stored).toHaveLength(1);
    expect(stored[0]?.row).toContain('550 5.1.1');
    expect(stored[0]?.row).not.toMatch(/@|example/);

    await edit(BUSINESS, documentId, { summary: 'Neu' }, { actor: contributorActor(userId) });
    await moderation().perform({
      uid: BUSINESS,
      documentId,
      action: 'submit',
      actor: contributorActor(userId),
    });
    const { token } = await createAdmin();
    const queue = await request<{ data: { id: number; documentId: string }[] }>(
      '/moderation/submissions?pageSize=100',
      { token },
    );
    const { id } = queue.body.data.find((item) => item.documentId === documentId)!;
    const review = await request<{ data: { contributor: { refusedMails: number } } }>(
      `/moderation/submissions/${id}`,
      { token },
    );
    expect(review.body.data.contributor.refusedMails).toBe(1);
  });

  it('is forgotten when it takes a mail again', async () => {
    const { documentId, email } = await managed();
    server.refuse((address) => (address === email ? GONE : undefined));
    await decide(documentId, 'suspend');
    const { strapi } = startedApp();
    await eventually('it is refused', async () => (await refusalsOf(strapi, [email])).get(email) === 1);
    server.refuse();
    await decide(documentId, 'reinstate');
    await eventually('it is forgotten', async () => (await refusalsOf(strapi, [email])).size === 0);
  });

  it('gets no more mails that repeat after three refusals in a row, but what concerns it', async () => {
    const { strapi } = startedApp();
    const to = 'fort@vogel.example';
    server.refuse((address) => (address === to ? GONE : undefined));
    const letters = lettersIn('de', { typed: 'Bäckerei', reason: 'Ein Grund.' });
    for (let day = 0; day < 5; day += 1) await sendNow(strapi, { ...letters.get('digest')!, to });
    expect(asks(to)).toBe(3);
    await sendNow(strapi, { ...letters.get('editor-new-password')!, to });
    expect(asks(to)).toBe(4);
  });
});

it('an address that is refused for now is tried again, and no address is in the job or the log', async () => {
  const { strapi } = startedApp();
  const logged: string[] = [];
  const note = (line: unknown): typeof strapi.log => {
    logged.push(String(line));
    return strapi.log;
  };
  const before = strapi.log.error;
  strapi.log.error = note as typeof before;
  const { documentId, email } = await managed();
  server.refuse((address) => (address === email ? BUSY : undefined));
  await decide(documentId, 'suspend');
  const job = await eventually('it waits', async () => {
    const newest = await newestJob();
    return newest.state === 'retry' && newest;
  });
  expect(job.output).toContain('450 4.2.0');
  expect(job.output).not.toMatch(/@[a-z]|kanari|betrieb\d/);
  expect(logged.join('\n')).toContain('450 4.2.0');
  expect(logged.join('\n')).not.toMatch(/@[a-z]/);
  expect((await refusalsOf(strapi, [email])).size).toBe(0);
  server.refuse();
  await rows(`update pgboss.job set start_after = now() where id = '${job.id}'`);
  await eventually('it arrives', () => server.taken.some((mail) => mail.includes(`To: ${email}`)));
  strapi.log.error = before;
});

it('a server that refuses us is not the address being refused', async () => {
  const { documentId, email } = await managed();
  server.refuse(() => ({ responseCode: 554, message: '5.7.1 Service unavailable; client host blocked' }));
  await decide(documentId, 'suspend');
  await eventually('it waits', async () => (await newestJob()).state === 'retry');
  expect((await refusalsOf(startedApp().strapi, [email])).size).toBe(0);
  const { id } = await newestJob();
  await rows(`delete from pgboss.job where id = '${id}'`);
});
