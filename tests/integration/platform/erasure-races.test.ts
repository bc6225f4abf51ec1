import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressHashes, noteRefusal } from '#src/platform/mail/failures';
import { addPerson } from '#src/platform/people/people';
import { erasePerson, findPersonalData, queueErasure } from '#src/platform/personal-data/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { barrierAt, type Barrier } from '#tests/support/barrier';
import { solvedChallenge } from '#tests/support/challenge';
import { readDatabase, wordsIn } from '#tests/support/database-text';
import { eventually } from '#tests/support/eventually';
import {
  createCityProfile,
  createContributor,
  mailsTo,
  request,
  startedApp,
  tokenIn,
  waitForMail,
} from '#tests/support/index';
import { actOnLink, someone } from '#tests/support/links';
import { sendForm } from '#tests/support/pages';
import { Canary, PERSONAL_FLOWS } from '#tests/support/personal-flows';

jest.setTimeout(120_000);

const strapi = () => startedApp().strapi;
const sql = () => sqlOf(strapi());

const REMAINS: ReadonlySet<string> = new Set(['stadtverbund.listing_word']);

let barrier: Barrier | undefined;

async function raceAt(table: string, before: 'statement' | 'row' = 'statement'): Promise<Barrier> {
  barrier = await barrierAt({ table, before });
  return barrier;
}

afterEach(async () => {
  await barrier?.remove();
  barrier = undefined;
});

const idle = (name: string) =>
  eventually(
    `nothing of ${name} is to be done`,
    async () =>
      (
        await sql()(
          `select from pgboss.job where name = :name and state in ('created', 'active', 'retry') and start_after <= now()`,
          { name },
        )
      ).length === 0,
    60_000,
  );

const startErasures = () => sql()(`insert into pgboss.job (name, data) values ('erasure', '{}'::jsonb)`);

/** Ten minutes later. */
async function lookAgain(): Promise<void> {
  await sql()('update stadtverbund.erasure set due_at = now()');
  await sql()(`update pgboss.job set start_after = now() where name = 'mail-rests' and state = 'created'`);
  await startErasures();
  await Promise.all([idle('erasure'), idle('mail-rests')]);
}

const erasedAt = async (accountId: number) =>
  (
    await sql()<{ erased: boolean }>(
      'select erased_at is not null as erased from stadtverbund.erasure where account_id = :accountId',
      { accountId },
    )
  )[0]?.erased;

const askToErase = ({ accountId }: Canary) =>
  inTransaction(strapi(), (transaction) =>
    queueErasure(strapi(), transaction, accountId, 'own-request', { listings: 'remove' }),
  );

/** By the job of each minute. */
async function erase(who: Canary): Promise<void> {
  await askToErase(who);
  await startErasures();
  await idle('erasure');
  expect(await erasedAt(who.accountId)).toBe(true);
}

/** The same, with nothing of it committed until the barrier at its last step is opened. */
async function eraseUpTo(end: Barrier, who: Canary): Promise<void> {
  await askToErase(who);
  await startErasures();
  await end.reached();
  expect(await erasedAt(who.accountId)).toBe(false);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(folder, name), 'latin1'));

const tablesWith = async (words: readonly string[]): Promise<string[]> => [
  ...new Set(
    wordsIn(await readDatabase(startedApp().databaseUrl), words)
      .map(({ table }) => table)
      .filter((table) => !REMAINS.has(table)),
  ),
];

async function expectNothingOf(words: readonly string[], email: string): Promise<void> {
  expect(await tablesWith(words)).toEqual([]);
  expect(mailsTo(email)).toEqual([]);
  const files = filesIn(startedApp().mailFolder).join('\n').toLowerCase();
  expect(words.filter((word) => files.includes(word.toLowerCase()))).toEqual([]);
  const uploads = readdirSync(join(strapi().dirs.static.public, 'uploads')).join('\n').toLowerCase();
  expect(words.filter((word) => uploads.includes(word.toLowerCase()))).toEqual([]);
  expect(await sql()('select from stadtverbund.mail_failure')).toEqual([]);
  expect(await sql()('select from stadtverbund.data_export')).toEqual([]);
  expect(await sql()('select from stadtverbund.data_export_part')).toEqual([]);
}

const VOICES = ['Zaunkoenig', 'Rotkehl', 'Girlitz', 'Stieglitz', 'Bluthaenfling', 'Kernbeiss', 'Zeisig'];

/** Somebody with an account and a business. */
async function canary(): Promise<Canary> {
  const voice = VOICES.shift();
  if (!voice) throw new Error('No more voices: add some.');
  const who = new Canary(voice, String(5_000 + VOICES.length));
  for (const name of ['an account', 'a business with a picture']) await PERSONAL_FLOWS[name]?.(who);
  await idle('mail');
  return who;
}

const forgetPassword = ({ email }: Canary) => request('/api/auth/forgot-password', { body: { email } });

const askForExport = ({ token }: Canary) => request('/api/my/account/export', { method: 'POST', token });

beforeAll(() => createCityProfile());

describe('while a mail to them is written', () => {
  it('an account is erased: the mail that had read its address goes with the second look', async () => {
    const who = await canary();
    const end = await raceAt('stadtverbund.secret_link');
    await forgetPassword(who);
    await end.reached();
    await erase(who);
    await end.open();
    await idle('mail');
    // Nobody can take back what was read, so the race has happened.
    expect(mailsTo(who.email)).toHaveLength(1);
    await lookAgain();
    await expectNothingOf(who.words, who.email);
    expect(await sql()('select from stadtverbund.secret_link')).toEqual([]);
  });

  it('and the whole mail is written while the erasure is not committed', async () => {
    const who = await canary();
    const end = await raceAt('stadtverbund.moderation_log_erasure');
    await eraseUpTo(end, who);
    await forgetPassword(who);
    await eventually('the mail is written', () => mailsTo(who.email).length > 0);
    await idle('mail');
    await end.open();
    await idle('erasure');
    expect(await erasedAt(who.accountId)).toBe(true);
    await lookAgain();
    await expectNothingOf(who.words, who.email);
  });

  it('somebody without an account erases all by a link', async () => {
    const email = someone();
    await addPerson(sql(), {
      email,
      name: 'Rohrdommel',
      locale: 'de',
      purpose: 'test',
      deleteAfter: '2099-01-01',
    });
    const ask = async () => sendForm('/datenschutz/auskunft', { email, altcha: await solvedChallenge() });
    await ask();
    const token = tokenIn(await waitForMail(email));
    const end = await raceAt('stadtverbund.secret_link');
    await ask();
    await end.reached();
    expect((await actOnLink(token, 'erase-all', { confirm: 'on' })).status).toBe(200);
    await end.open();
    await idle('mail');
    expect(mailsTo(email)).toHaveLength(1);
    await lookAgain();
    await expectNothingOf([email, 'Rohrdommel'], email);
  });

  it('a mail server that refuses the address afterwards is forgotten, too', async () => {
    const email = someone();
    await inTransaction(strapi(), (transaction) =>
      erasePerson(strapi(), transaction, { email }, 'own-request'),
    );
    await noteRefusal(strapi(), email, '550 5.1.1');
    await lookAgain();
    expect(await findPersonalData(strapi(), { email })).toEqual([]);
  });

  it('mails to others stay, also to those whose address ends like theirs', async () => {
    const email = someone();
    const write = (to: string, name: string) =>
      writeFileSync(join(startedApp().mailFolder, name), `To: ${to}\r\nSubject: Probe\r\n\r\nGuten Tag`);
    mkdirSync(startedApp().mailFolder, { recursive: true });
    write(email, 'whole.eml');
    write(email, 'left-by-a-crash.eml.part');
    write(`Jemand <${email.toUpperCase()}>`, 'named.eml');
    write(`und.${email}`, 'other.eml');
    await inTransaction(strapi(), (transaction) =>
      erasePerson(strapi(), transaction, { email }, 'own-request'),
    );
    const written = ['whole.eml', 'left-by-a-crash.eml.part', 'named.eml', 'other.eml'];
    expect(readdirSync(startedApp().mailFolder).filter((name) => written.includes(name))).toEqual([
      'other.eml',
    ]);
  });

  it('an address with umlauts is found in its mails', async () => {
    const email = 'jürgen.über@xn--mller-kva.example';
    await strapi().plugin('email').service<{ send(mail: object): Promise<unknown> }>('email').send({
      to: email,
      subject: 'Probe',
      text: 'Guten Tag',
    });
    const mails = readdirSync(startedApp().mailFolder).length;
    await inTransaction(strapi(), (transaction) =>
      erasePerson(strapi(), transaction, { email }, 'own-request'),
    );
    expect(readdirSync(startedApp().mailFolder)).toHaveLength(mails - 1);
  });
});

describe('while their export is made', () => {
  it.each(['statement', 'row'] as const)(
    'an account is erased: not a part of it stays, whether one is about to be written or is (%s)',
    async (before) => {
      const who = await canary();
      const end = await raceAt('stadtverbund.data_export_part', before);
      expect((await askForExport(who)).status).toBe(202);
      await end.reached();
      await askToErase(who);
      await startErasures();
      // Of a part that is being written the erasure has to wait for the end.
      if (before === 'statement') await idle('erasure');
      else
        await eventually('the erasure waits', async () => {
          const waiting = await sql()(
            `select from pg_locks where not granted and locktype in ('transactionid', 'tuple')`,
          );
          return waiting.length > 0;
        });
      await end.open();
      await Promise.all([idle('erasure'), idle('data-export'), idle('mail')]);
      expect(await erasedAt(who.accountId)).toBe(true);
      expect(await sql()('select from stadtverbund.data_export_part')).toEqual([]);
      await lookAgain();
      await expectNothingOf(who.words, who.email);
    },
  );

  it('which they ask for while the erasure is not committed', async () => {
    const who = await canary();
    const end = await raceAt('stadtverbund.moderation_log_erasure');
    await eraseUpTo(end, who);
    expect((await askForExport(who)).status).toBe(202);
    await eventually(
      'the export is made',
      async () => (await sql()('select from stadtverbund.data_export where ready_at is not null')).length > 0,
    );
    await idle('mail');
    await end.open();
    await idle('erasure');
    await lookAgain();
    await expectNothingOf(who.words, who.email);
  });
});

describe('where a mail cannot be read', () => {
  const folder = () => join(startedApp().mailFolder, 'kaputt.eml');

  beforeEach(() => mkdirSync(folder(), { recursive: true }));
  afterEach(() => rmSync(folder(), { recursive: true, force: true }));

  it('an account is not said to be erased, nothing of it is, and the next minute does it', async () => {
    const { id: accountId, email } = await createContributor();
    const before = await findPersonalData(strapi(), { accountId });
    await inTransaction(strapi(), (transaction) =>
      queueErasure(strapi(), transaction, accountId, 'own-request', { listings: 'remove' }),
    );
    await startErasures();
    await idle('erasure');
    expect(await erasedAt(accountId)).toBe(false);
    expect(await findPersonalData(strapi(), { accountId })).toEqual(before);
    rmSync(folder(), { recursive: true });
    await startErasures();
    await idle('erasure');
    expect(await erasedAt(accountId)).toBe(true);
    expect(await findPersonalData(strapi(), { accountId, email })).toEqual([]);
  });

  it('what is looked for later is tried again', async () => {
    const email = someone();
    rmSync(folder(), { recursive: true });
    await inTransaction(strapi(), (transaction) =>
      erasePerson(strapi(), transaction, { email }, 'own-request'),
    );
    mkdirSync(folder());
    const [first] = addressHashes(strapi(), email);
    const job = async () =>
      (
        await sql()<{ state: string }>(
          `select state::text from pgboss.job where name = 'mail-rests' and position(:first in data::text) > 0`,
          { first },
        )
      )[0]?.state;
    expect(await job()).toBe('created');
    await sql()(`update pgboss.job set start_after = now() where name = 'mail-rests' and state = 'created'`);
    await eventually('it is to be tried again', async () => (await job()) === 'retry');
  });
});
