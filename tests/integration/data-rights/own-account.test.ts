import sharp from 'sharp';
import { registerPersonalData } from '#src/platform/personal-data/index';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  createOffer,
  mailsTo,
  PASSWORD,
  request,
  startedApp,
  tokenIn,
  waitForMail,
  type ContributorAccount,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { formsIn, openPage, sendForm } from '#tests/support/pages';
import { changesNothing } from '#tests/support/changes-nothing';
import { filesInZip } from '#tests/support/zip';

jest.setTimeout(120_000);

const EXPORT = '/api/my/account/export';
const DELETION = '/api/my/account/deletion';

interface Body<Data> {
  data: Data;
  error: { message: string; details: { code: string; retryAfterSeconds?: number; what?: object[] } };
}

type ExportBody = Body<{ state: string; readyAt: string | null; endsAt: string; bytes: number } | null>;
type DeletionBody = Body<{ listings: string; dueAt: string } | null>;

const rows = async <Row>(sql: string, bindings: object = {}): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql, bindings)).rows;

const ask = (token?: string) => request<ExportBody>(EXPORT, { method: 'POST', ...(token ? { token } : {}) });
const stateOf = async (token: string) => (await request<ExportBody>(EXPORT, { token })).body.data;

const ready = (token: string) =>
  eventually('the export is ready', async () => {
    const found = await stateOf(token);
    return found?.state === 'ready' ? found : undefined;
  });

async function download(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const answer = await fetch(`${startedApp().url}${path}`, init);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

async function ownerOf(business: string): Promise<ContributorAccount> {
  const account = await createContributor();
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: account.id, role: 'owner', since: new Date().toISOString() } });
  return account;
}

async function upload(token: string, name: string): Promise<void> {
  const form = new FormData();
  const picture = sharp({
    create: { width: 40, height: 20, channels: 3, background: { r: 9, g: 99, b: 9 } },
  });
  form.append('files', new Blob([await picture.jpeg().toBuffer()], { type: 'image/jpeg' }), name);
  expect((await request('/api/my/uploads', { body: form, token })).status).toBe(201);
}

beforeAll(() => createCityProfile());

describe('the export of an account', () => {
  let anna: ContributorAccount;
  let berta: ContributorAccount;
  let mailed: string;

  beforeAll(async () => {
    const bakery = await createBusiness({ name: 'Bäckerei Anna / Filiale: "Mitte"', summary: 'Annas Brot' });
    await createOffer(bakery, { title: 'Annas Lieferung' });
    anna = await ownerOf(bakery.documentId);
    berta = await ownerOf(
      (await createBusiness({ name: 'Bertas Laden', summary: 'Bertas Sachen' })).documentId,
    );
    await upload(anna.token, 'Schaufenster.jpg');
    await upload(berta.token, 'Bertas Bild.jpg');
  });

  it('is for those who are signed in', async () => {
    for (const [method, path] of [
      ['GET', EXPORT],
      ['POST', EXPORT],
      ['GET', `${EXPORT}/file`],
    ] as const)
      expect((await request(path, { method })).status).toBe(403);
  });

  it('is not there until somebody asks for it', async () => {
    expect(await stateOf(anna.token)).toBeNull();
    expect((await request(`${EXPORT}/file`, { token: anna.token })).status).toBe(404);
  });

  it('asked for a hundred times at once, is made once and mailed once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(anna.token)));
    const counted = new Map<number, number>();
    for (const { status } of answers) counted.set(status, (counted.get(status) ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual({ 202: 1, 429: 99 });
    const late = answers.find(({ body }) => body.error?.details.code === 'export-too-soon');
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect(late?.body.error.message).toMatch(/einmal in der Stunde/);
    const { subject } = await waitForMail(anna.email);
    expect(subject).toBe('Ihre Daten sind bereit');
    mailed = tokenIn(await waitForMail(anna.email));
    expect(mailsTo(anna.email)).toHaveLength(1);
    expect(await rows('select 1 from stadtverbund.data_export')).toHaveLength(1);
    expect(await rows(`select 1 from stadtverbund.data_request where what = 'export'`)).toHaveLength(1);
  });

  it('holds what is theirs, each listing and language and picture, and nothing of others', async () => {
    const { bytes } = (await ready(anna.token)) ?? { bytes: 0 };
    const file = await download(`${EXPORT}/file`, bearer(anna.token));
    expect([file.status, file.bytes.length]).toEqual([200, bytes]);
    expect(file.headers.get('content-type')).toBe('application/zip');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="auskunft-[\d-]+\.zip"$/);
    expect(file.headers.get('cache-control')).toContain('no-store');
    const files = await filesInZip(file.bytes);
    expect(Object.keys(files).sort()).toEqual([
      'LIESMICH.txt',
      expect.stringMatching(/^bilder\/schaufenster.*\.jpe?g$/i),
      'eintraege/businesses/Bäckerei Anna - Filiale- -Mitte- (de).json',
      'eintraege/offers/Annas Lieferung (de).json',
      'konto.json',
    ]);
    const listing = JSON.parse(
      files['eintraege/businesses/Bäckerei Anna - Filiale- -Mitte- (de).json'] ?? '',
    ) as {
      draft: { summary: string };
      published: { summary: string };
    };
    expect([listing.draft.summary, listing.published.summary]).toEqual(['Annas Brot', 'Annas Brot']);
    for (const path of Object.keys(files).filter((one) => one !== 'LIESMICH.txt'))
      expect(files['LIESMICH.txt']).toContain(path);
    expect(JSON.parse(files['konto.json'] ?? '')).toMatchObject({
      data: expect.arrayContaining([
        {
          name: 'data-exports',
          what: expect.any(String) as string,
          rows: [expect.any(Object) as object],
        },
      ]) as object[],
    });
    for (const text of Object.values(files)) expect(text).not.toMatch(/Bertas|\$2[aby]\$/);
  });

  it('is nobody else’s', async () => {
    expect(await stateOf(berta.token)).toBeNull();
    expect((await request(`${EXPORT}/file`, { token: berta.token })).status).toBe(404);
  });

  it('is handed over by the button of the link, as often as wanted; looking at it changes nothing', async () => {
    await changesNothing(async () => {
      const { status, text } = await openPage(`/l/${mailed}`);
      expect([status, text]).toEqual([200, expect.stringContaining('ZIP-Datei herunterladen')]);
      const [form] = formsIn(text);
      for (let time = 0; time < 2; time += 1) {
        const { status: given, bytes } = await download(form?.action ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
        });
        expect([given, Object.keys(await filesInZip(bytes)).length]).toEqual([200, 5]);
      }
      expect((await download(`/l/${mailed}/download`)).headers.get('content-type')).toMatch(/^text\/html/);
      expect((await request(`/api/links/${mailed}/download`, { body: {} })).status).toBe(200);
    });
  });

  it('takes the place of the one before after an hour, whose link ends', async () => {
    await rows(`update stadtverbund.data_export set asked_at = now() - interval '61 minutes'`);
    expect((await ask(anna.token)).status).toBe(202);
    await ready(anna.token);
    expect((await openPage(`/l/${mailed}`)).status).toBe(404);
    await eventually('the second mail', () => mailsTo(anna.email).length === 2);
    mailed = tokenIn(await waitForMail(anna.email));
  });

  it('ends with the address that the link was mailed to', async () => {
    const users = startedApp().strapi.db.query('plugin::users-permissions.user');
    await users.update({ where: { id: anna.id }, data: { email: 'anna.neu@example.org' } });
    expect((await openPage(`/l/${mailed}`)).status).toBe(404);
    await users.update({ where: { id: anna.id }, data: { email: anna.email } });
    expect((await openPage(`/l/${mailed}`)).status).toBe(200);
  });

  it('is gone after seven days, with its parts', async () => {
    await rows(`update stadtverbund.data_export set ends_at = now() - interval '1 second'`);
    expect(await stateOf(anna.token)).toBeNull();
    expect((await request(`${EXPORT}/file`, { token: anna.token })).status).toBe(404);
    expect((await openPage(`/l/${mailed}`)).status).toBe(404);
    await rows(`insert into pgboss.job (name, data) values ('retention', '{}'::jsonb)`);
    await eventually(
      'retention',
      async () => (await rows('select 1 from stadtverbund.data_export')).length === 0,
    );
    expect(await rows('select 1 from stadtverbund.data_export_part')).toEqual([]);
  });

  it('that was not finished is made again from its start', async () => {
    const [made] = await rows<{ id: string }>(
      `insert into stadtverbund.data_export (account_id, language, ends_at)
       values (:id, 'en', now() + interval '1 day') returning id`,
      { id: anna.id },
    );
    await rows(
      `insert into stadtverbund.data_export_part values (:id, 0, 'half a file'), (:id, 1, 'and more')`,
      { id: made?.id },
    );
    await rows(
      `insert into pgboss.job (name, data) values ('data-export', jsonb_build_object('exportId', :id::text))`,
      {
        id: made?.id,
      },
    );
    await ready(anna.token);
    await eventually('its mail', () => mailsTo(anna.email).length === 3);
    const { bytes } = await download(`${EXPORT}/file`, bearer(anna.token));
    expect(Object.keys(await filesInZip(bytes))).toEqual(
      expect.arrayContaining(['README.txt', 'konto.json', 'listings/offers/Annas Lieferung (de).json']),
    );
  });
});

describe('the deletion of an account', () => {
  const startDeletion = (token: string, body: object = { password: PASSWORD, listings: 'leave' }) =>
    request<DeletionBody>(DELETION, { token, body });
  const pending = async (token: string) => (await request<DeletionBody>(DELETION, { token })).body.data;
  const isThere = async ({ id }: ContributorAccount): Promise<boolean> =>
    (await rows('select 1 from up_users where id = :id', { id })).length === 1;
  const runDue = async (): Promise<void> => {
    const [job] = await rows<{ id: string }>(
      `insert into pgboss.job (name, data) values ('account-deletions', '{}'::jsonb) returning id`,
    );
    await eventually(
      'the job is done',
      async () =>
        (await rows(`select 1 from pgboss.job where id = :id and state = 'completed'`, { id: job?.id }))
          .length > 0,
    );
  };
  const passWeek = ({ id }: ContributorAccount) =>
    rows(`update stadtverbund.account_deletion set due_at = now() where account_id = :id`, { id });

  it('is for those who are signed in and know the password; it changes nothing otherwise', async () => {
    const { token } = await createContributor();
    await changesNothing(async () => {
      for (const method of ['GET', 'POST', 'DELETE'])
        expect((await request(DELETION, { method })).status).toBe(403);
      const wrong = await startDeletion(token, { password: 'geraten', listings: 'leave' });
      expect([wrong.status, wrong.body.error.details.code]).toEqual([400, 'password-current-wrong']);
      for (const body of [
        {},
        { password: PASSWORD },
        { listings: 'leave' },
        { password: PASSWORD, listings: 'sell' },
        { password: PASSWORD, listings: 'leave', account: 1 },
        { password: { $ne: '' }, listings: 'leave' },
      ])
        expect((await startDeletion(token, body)).status).toBe(400);
      expect((await request(DELETION, { method: 'DELETE', token })).status).toBe(404);
    });
  });

  it('waits a week, in which signing in works and says so', async () => {
    const account = await createContributor();
    const begun = Date.now();
    const { status, body } = await startDeletion(account.token);
    expect([status, body.data?.listings]).toEqual([202, 'leave']);
    const days = (Date.parse(body.data?.dueAt ?? '') - begun) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    const { subject, text } = await waitForMail(account.email);
    expect(subject).toMatch(/^Ihr Konto wird am \d+\. \p{L}+ \d{4} gelöscht$/u);
    expect(text).toContain('ohne Ihre E-Mail-Adresse');
    const again = await request<{ jwt: string }>('/api/auth/local', {
      body: { identifier: account.email, password: PASSWORD },
    });
    expect(again.status).toBe(200);
    const own = await request<Body<{ deletion: object }>>('/api/my/account', { token: again.body.jwt });
    expect(own.body.data.deletion).toEqual(body.data);
    await runDue();
    expect(await isThere(account)).toBe(true);
  });

  it('asked for many times, is one with one mail; another choice is told', async () => {
    const account = await createContributor();
    const answers = await Promise.all(Array.from({ length: 10 }, () => startDeletion(account.token)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.data?.dueAt}`)).size).toBe(1);
    await waitForMail(account.email);
    const { body } = await startDeletion(account.token, { password: PASSWORD, listings: 'remove' });
    expect(body.data).toEqual({ ...answers[0]?.body.data, listings: 'remove' });
    const second = await waitForMail(account.email, ({ text }) =>
      text.includes('mit ihren Bildern gelöscht'),
    );
    expect(second.subject).toMatch(/^Ihr Konto wird/);
    expect(mailsTo(account.email)).toHaveLength(2);
  });

  it('is taken back by its owner, and by the link, once; an old link takes back no later one', async () => {
    const account = await createContributor();
    await startDeletion(account.token);
    const first = tokenIn(await waitForMail(account.email));
    const { text } = await openPage(`/l/${first}`);
    expect(text).toContain('Konto behalten?');
    expect((await request(DELETION, { method: 'DELETE', token: account.token })).status).toBe(204);
    expect(await pending(account.token)).toBeNull();
    expect((await openPage(`/l/${first}`)).status).toBe(404);

    await startDeletion(account.token);
    await eventually('the second mail', () => mailsTo(account.email).length === 2);
    const second = tokenIn(await waitForMail(account.email));
    expect((await sendForm(`/l/${first}/keep`, {})).status).toBe(404);
    expect(await pending(account.token)).not.toBeNull();
    for (let time = 0; time < 2; time += 1)
      expect((await sendForm(`/l/${second}/keep`, {})).status).toBe(303);
    expect((await openPage(`/l/${second}`)).text).toContain('Ihr Konto bleibt');
    expect(await pending(account.token)).toBeNull();
    await runDue();
    expect(await isThere(account)).toBe(true);
  });

  it('happens after the week: the account is gone, a last mail says so, and nothing else has changed', async () => {
    const [gone, other] = [await createContributor(), await createContributor()];
    await ask(gone.token);
    await ready(gone.token);
    await startDeletion(other.token);
    await startDeletion(gone.token, { password: PASSWORD, listings: 'remove' });
    await eventually('the mail', () => mailsTo(gone.email).length === 2);
    await passWeek(gone);
    const logged = async () =>
      (
        await rows<{ count: number }>(
          `select count(*)::int as count from stadtverbund.data_request where what = 'erasure' and whose = 'account'`,
        )
      )[0]?.count ?? 0;
    const before = await logged();
    await Promise.all([runDue(), runDue()]);
    expect(await isThere(gone)).toBe(false);
    expect(await isThere(other)).toBe(true);
    expect(await pending(other.token)).not.toBeNull();
    const last = mailsTo(gone.email).filter(({ subject }) => subject === 'Ihr Konto ist gelöscht');
    expect(last).toHaveLength(1);
    expect(tokenIn(last[0] ?? { text: '' })).toBe('');
    expect(await logged()).toBe(before + 1);
    const left = await rows(
      `select 1 from stadtverbund.data_export where account_id = :id
       union all select 1 from stadtverbund.account_deletion where account_id = :id`,
      { id: gone.id },
    );
    expect(left).toEqual([]);
    const jobs = await rows<{ job: string }>(`select job::text from pgboss.job`);
    for (const { job } of jobs) expect(job).not.toContain(gone.email);
    expect((await request('/api/my/account', { token: gone.token })).status).toBe(401);
  });

  it('is refused with reasons while something is open, and waits if that comes later', async () => {
    const account = await createContributor();
    const isHis = ({ accountId }: { accountId?: number }) => accountId === account.id;
    const why = {
      de: 'Zwei Gutscheine sind noch nicht eingelöst.',
      en: 'Two vouchers are not redeemed yet.',
    };
    let isOpen = true;
    registerPersonalData(startedApp().strapi, {
      ...fixture,
      open: (_sql, who) => Promise.resolve(isOpen && isHis(who) ? [why] : []),
    });
    const refused = await startDeletion(account.token);
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'erasure-open']);
    expect(refused.body.error.details.what).toEqual([why]);
    expect(await pending(account.token)).toBeNull();
    isOpen = false;
    expect((await startDeletion(account.token)).status).toBe(202);
    isOpen = true;
    await passWeek(account);
    await runDue();
    expect(await isThere(account)).toBe(true);
    isOpen = false;
    await runDue();
    expect(await isThere(account)).toBe(false);
  });
});

describe('the pages of an account', () => {
  it.each([
    ['/konto/daten', {}, '/konto/daten-angefordert', 'Ihre Daten sind bereit'],
    ['/konto/loeschen', { remove: 'yes' }, '/konto/wird-geloescht', 'Ihr Konto wird am'],
  ])('%s asks for it with the password, and signs nobody in', async (path, fields, next, subject) => {
    const { email } = await createContributor();
    const wrong = await sendForm(path, { identifier: email, password: 'geraten', ...fields });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('problems')]);
    expect(mailsTo(email)).toEqual([]);
    const { status, headers } = await sendForm(path, { identifier: email, password: PASSWORD, ...fields });
    expect([status, headers.get('location'), headers.get('set-cookie')]).toEqual([303, next, null]);
    expect((await waitForMail(email)).subject).toContain(subject);
    expect((await openPage(next)).status).toBe(200);
  });
});

const nothing = { de: 'nichts', en: 'nothing' };
const fixture = {
  name: 'fixture-vouchers',
  what: { de: 'Gutscheine', en: 'Vouchers' },
  whose: nothing,
  purpose: nothing,
  legalBasis: nothing,
  recipients: nothing,
  deleted: nothing,
  tables: [],
  keeps: [],
};
