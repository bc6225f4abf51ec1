/** @jest-environment-options {"env": {"TRUST_PROXY": "1"}} */
import { addPerson } from '#src/platform/people/people';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES } from '#src/languages/language';
import { personalDataOf } from '#src/platform/personal-data/index';
import { inTransaction, type Sql } from '#src/platform/sql/sql';
import {
  createAdmin,
  createCityProfile,
  createContributor,
  mailsTo,
  request,
  startedApp,
  tokenIn,
  waitForMail,
  type AdminAccount,
  type ContributorAccount,
} from '#tests/support/index';
import { declareLetters, LETTERS } from '#tests/support/fixture-letters';
import { formsIn, openPage, sendForm } from '#tests/support/pages';
import { changesNothing } from '#tests/support/changes-nothing';
import { filesInZip } from '#tests/support/zip';

jest.setTimeout(120_000);

const PAGE = '/datenschutz/auskunft';

const rows = async <Row>(sql: string, bindings: object = {}): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql, bindings)).rows;

// Each from an address of its own: without JavaScript, three an hour are taken from one.
let addresses = 0;
const from = () => ({ 'x-forwarded-for': `198.51.100.${(addresses += 1)}` });
const ask = (email: string, page = PAGE) => sendForm(page, { email, homepage: '' }, from());

let count = 0;
const someone = (): string => `mensch${(count += 1)}@example.org`;

/** Somebody without an account of whom something is known. */
async function citizen(email = someone()): Promise<string> {
  await inTransaction(startedApp().strapi, (sql) =>
    addPerson(sql, {
      email,
      name: 'Zwitscher Vogel',
      locale: 'de',
      purpose: 'notice',
      deleteAfter: '2099-12-31',
    }),
  );
  return email;
}

const peopleOf = (email: string) =>
  rows<{ purpose: string }>(
    'select purpose from stadtverbund.person where email = :email order by created_at',
    {
      email,
    },
  );

const requestsNoted = async (): Promise<number> =>
  (await rows<{ count: number }>('select count(*)::int as count from stadtverbund.data_request'))[0]?.count ??
  0;

async function mailedLink(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(303);
  return tokenIn(await waitForMail(email, ({ subject }) => subject.startsWith('Was zu Ihrer')));
}

let letters: Map<string, string[]>;

beforeAll(async () => {
  await createCityProfile();
  letters = declareLetters();
});

describe('somebody without an account', () => {
  it('is answered the same on the page, whether or not anything is known', async () => {
    const [known, unknown] = [await citizen(), someone()];
    const answers = [await ask(known), await ask(unknown)];
    for (const { status, headers } of answers)
      expect([status, headers.get('location')]).toEqual([303, `${PAGE}/unterwegs`]);
    expect((await waitForMail(known)).subject).toBe('Was zu Ihrer E-Mail-Adresse gespeichert ist');
    const nothing = await waitForMail(unknown);
    expect(nothing.subject).toBe('Zu Ihrer E-Mail-Adresse ist nichts gespeichert');
    expect(tokenIn(nothing)).toBe('');
    expect((await openPage(`${PAGE}/unterwegs`)).text).toContain('Unsere Antwort ist unterwegs');
  });

  it('is refused in words: no address, robots, too often', async () => {
    const wrong = await ask('kein-at');
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('kein-at')]);
    const robot = await sendForm(PAGE, { email: someone(), homepage: 'https://spam.example' }, from());
    expect(robot.status).toBe(400);
    const surplus = await sendForm(PAGE, { email: someone(), personId: '1' }, from());
    expect(surplus.status).toBe(400);
    const email = someone();
    for (let time = 0; time < 3; time += 1) expect((await ask(email)).status).toBe(303);
    expect((await ask(email)).status).toBe(429);
    const one = from();
    for (let time = 0; time < 3; time += 1)
      expect((await sendForm(PAGE, { email: someone() }, one)).status).toBe(303);
    expect((await sendForm(PAGE, { email: someone() }, one)).status).toBe(429);
  });

  it('sees what is known by the link, in either language, and looking changes nothing', async () => {
    const email = await citizen();
    const other = await citizen();
    const token = await mailedLink(email);
    await changesNothing(async () => {
      const { status, text } = await openPage(`/l/${token}`);
      expect(status).toBe(200);
      for (const part of [email, 'Zwitscher Vogel', 'Menschen ohne Konto', 'Meldung'])
        expect(text).toContain(part);
      // Nor that they have asked, which is known of everybody who looks.
      expect(text).not.toContain(other);
      expect(text).not.toContain('own-data');
      expect((await openPage(`/en/l/${token}`)).text).toContain('Delete everything');
    });
  });

  it('gets it as a file, by a button and not by a link', async () => {
    const email = await citizen();
    const token = await mailedLink(email);
    const { text } = await openPage(`/l/${token}`);
    const [form] = formsIn(text);
    await changesNothing(async () => {
      const file = await sendForm(form?.action ?? '', {});
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="auskunft-[\d-]+\.json"$/,
      );
      expect(file.body).toMatchObject({
        data: [{ name: 'people', rows: [{ email, name: 'Zwitscher Vogel' }] }],
      });
      expect((await openPage(`/l/${token}/json`)).status).toBe(303);
      const answer = await request(`/api/links/${token}/json`, { body: {} });
      expect(answer.body).toMatchObject({ data: [{ name: 'people' }] });
    });
  });

  it('deletes everything after confirming it, once; others stay as they are', async () => {
    const email = await citizen();
    const other = await citizen();
    const token = await mailedLink(email);
    const noted = await requestsNoted();
    const unconfirmed = await sendForm(`/l/${token}/erase-all`, {});
    expect([unconfirmed.status, unconfirmed.text]).toEqual([400, expect.stringContaining('bestätigen')]);
    expect(await peopleOf(email)).toHaveLength(2);
    for (let time = 0; time < 2; time += 1) {
      const done = await sendForm(`/l/${token}/erase-all`, { confirm: 'yes' });
      expect([done.status, done.text]).toEqual([200, expect.stringContaining('Alles ist gelöscht')]);
    }
    expect(await peopleOf(email)).toEqual([]);
    expect(await peopleOf(other)).toEqual([{ purpose: 'notice' }]);
    expect(await requestsNoted()).toBe(noted + 1);
    expect((await openPage(`/l/${token}`)).text).toContain('ist nichts gespeichert');
    const stored = await rows<{ row: string }>('select l::text as row from stadtverbund.secret_link l');
    for (const { row } of stored) expect(row).not.toContain(email);
  });

  it('deletes what they choose, of several kinds', async () => {
    const email = await citizen();
    letters.set(email, ['Zwitschert.']);
    const token = await mailedLink(email);
    const { text } = await openPage(`/l/${token}`);
    expect(text).toContain('Zwitschert.');
    expect((await sendForm(`/l/${token}/erase`, { confirm: 'yes' })).text).toContain('wählen Sie aus');
    const done = await sendForm(`/l/${token}/erase`, { [LETTERS]: 'yes', confirm: 'yes' });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('was Sie ausgewählt haben')]);
    const after = (await openPage(`/l/${token}`)).text;
    expect([after.includes('Zwitschert.'), after.includes('Zwitscher Vogel')]).toEqual([false, true]);
  });

  it('with an account is sent there for it, and deletes none of it by the link', async () => {
    const account = await createContributor();
    await citizen(account.email);
    const token = await mailedLink(account.email);
    const { text } = await openPage(`/l/${token}`);
    expect(text).toContain('Zu dieser Adresse gibt es ein Konto');
    expect(text).toContain('href="/mein-betrieb"');
    expect(text).not.toContain('Benutzername');
    expect((await sendForm(`/l/${token}/erase-all`, { confirm: 'yes' })).status).toBe(200);
    expect((await request('/api/my/account', { token: account.token })).status).toBe(200);
  });

  it('with an old, a foreign or a mistyped link gets nothing', async () => {
    const email = await citizen();
    const token = await mailedLink(email);
    await rows(`update stadtverbund.secret_link set expires_at = now() where purpose = 'own-data'`);
    expect((await openPage(`/l/${token}`)).status).toBe(410);
    for (const action of ['json', 'erase-all'])
      expect((await sendForm(`/l/${token}/${action}`, { confirm: 'yes' })).status).toBe(410);
    expect(await peopleOf(email)).toHaveLength(2);
    expect((await sendForm(`/l/${'x'.repeat(43)}/json`, {})).status).toBe(404);
    expect((await sendForm(`/l/${token}/download`, {})).status).toBe(404);
  });
});

const PRIVACY = 'plugin::moderation.privacy';

describe('an editor who answers letters', () => {
  let admin: AdminAccount;

  const call = <T>(path: string, body?: object, token = admin.token) =>
    request<T>(`/moderation/data-requests${path}`, { token, ...(body ? { body } : {}) });
  interface Found {
    data: {
      email: string;
      account: { id: number } | null;
      found: { name: string; rows: number }[];
      open: string[];
    };
    error: { details: { code: string } };
  }
  const lookUp = (person: string) => call<Found>('/look-up', { person });
  const log = async () =>
    (await call<{ data: { what: string; whose: string; editor: { name: string } | null }[] }>('')).body.data;

  beforeAll(async () => {
    admin = await createAdmin();
  });

  it('needs the permission for it, which an admin can take from the role', async () => {
    const { strapi } = startedApp();
    const editor = await createAdmin({ role: 'redaktion' });
    expect((await call('', undefined, editor.token)).status).toBe(200);
    const permissions = strapi.db.query('admin::permission');
    const where = { action: PRIVACY, role: { code: 'redaktion' } };
    const { role } = (await permissions.findOne({ where, populate: ['role'] })) as { role: { id: number } };
    expect(await permissions.deleteMany({ where })).toMatchObject({ count: 1 });
    const { token } = await createContributor();
    await changesNothing(async () => {
      for (const who of [editor.token, token, ''])
        for (const [path, body] of [
          ['', undefined],
          ['/look-up', { person: 'a@example.org' }],
          ['/json', { email: 'a@example.org' }],
          ['/archive', { accountId: 1 }],
          ['/erase', { email: 'a@example.org', confirmation: 'a@example.org' }],
        ] as const)
          expect([401, 403]).toContain((await call(path, body, who)).status);
    });
    await permissions.create({ data: { action: PRIVACY, properties: {}, conditions: [], role: role.id } });
    expect((await call('', undefined, editor.token)).status).toBe(200);
  });

  it('sees how much there is of which kind, and not what', async () => {
    const email = await citizen();
    const { status, text, body } = await lookUp(` ${email.toUpperCase()} `);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ email, account: null, open: [] });
    expect(body.data.found).toEqual([
      { name: 'people', what: expect.stringContaining('Menschen ohne Konto') as string, rows: 1 },
    ]);
    expect(text).not.toContain('Zwitscher');
    expect((await lookUp(someone())).body.data.found).toEqual([]);
    const nobody = await lookUp('gibt es nicht');
    expect([nobody.status, nobody.body.error.details.code]).toEqual([404, 'no-such-account']);
  });

  it('hands over a file, of an account a ZIP archive too', async () => {
    const account = await createContributor();
    const { body } = await lookUp(account.username);
    expect(body.data.account?.id).toBe(account.id);
    const json = await call('/json', { accountId: account.id });
    expect(json.headers.get('content-disposition')).toMatch(/\.json"$/);
    const { body: given } = await call<{ data: { url: string } }>('/archive', { accountId: account.id });
    const zip = await fetch(`${startedApp().url}${given.data.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const files = await filesInZip(Buffer.from(await zip.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['LIESMICH.txt', 'konto.json']);
    expect((await call('/archive', { email: someone() })).status).toBe(404);
    expect((await call('/json', { accountId: 999_999 })).status).toBe(404);
    expect((await call('/json', {})).status).toBe(400);
  });

  it('erases a person after typing the address, an account with a last mail', async () => {
    const email = await citizen();
    const wrong = await call<Found>('/erase', { email, confirmation: someone() });
    expect([wrong.status, wrong.body.error.details.code]).toEqual([400, 'confirmation-differs']);
    expect(await peopleOf(email)).toHaveLength(1);
    expect((await call('/erase', { email, confirmation: email })).status).toBe(204);
    expect(await peopleOf(email)).toEqual([]);
    expect(mailsTo(email)).toEqual([]);

    const account: ContributorAccount = await createContributor();
    const erase = { accountId: account.id, confirmation: account.email, listings: 'remove' };
    const answers = await Promise.all([call('/erase', erase), call('/erase', erase)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await request('/api/my/account', { token: account.token })).status).toBe(401);
    const last = await waitForMail(account.email);
    expect(last.text).toContain('Redaktion hat Ihr Konto');
    expect(mailsTo(account.email)).toHaveLength(1);
  });

  it('finds it all in a log without any data, which nobody can change', async () => {
    const lines = await log();
    expect(new Set(lines.map(({ what }) => what))).toEqual(
      new Set(['erasure', 'download', 'lookup', 'information']),
    );
    expect(lines[0]).toMatchObject({ what: 'erasure', whose: 'account', editor: { name: 'Erika Muster' } });
    expect(lines.find(({ what }) => what === 'information')?.editor).toBeNull();
    const stored = JSON.stringify(await rows('select * from stadtverbund.data_request'));
    expect(stored).not.toMatch(/@|mensch|Zwitscher/);
    for (const change of [
      'update stadtverbund.data_request set editor_id = null',
      'delete from stadtverbund.data_request',
      'truncate stadtverbund.data_request',
    ])
      await expect(rows(change)).rejects.toThrow(/append-only/);
  });
});

it('every column of what is found has a name in every language', async () => {
  const { strapi } = startedApp();
  const columns = new Set<string>();
  const noting: Sql = async (text, bindings = {}) => {
    const { rows: found, fields } = await strapi.db.connection.raw<{
      rows: never[];
      fields: { name: string }[];
    }>(text, bindings as never);
    for (const { name } of fields) columns.add(name);
    return found;
  };
  for (const data of personalDataOf(strapi))
    await data.find?.(noting, { accountId: 2 ** 31 - 1, email: someone() });
  expect(columns.size).toBeGreaterThan(40);
  // Shown as what is in it; looked up on the way, and not shown.
  for (const notShown of ['fields', 'id']) columns.delete(notShown);
  for (const language of LANGUAGES) {
    const named: Readonly<Record<string, string>> = CATALOGUES[language].dataRights.columns;
    expect([...columns].filter((column) => !Object.hasOwn(named, column))).toEqual([]);
  }
});
