/** @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true", "LOG_LEVEL": "http"}} */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  erasePerson,
  findPersonalData,
  personalDataOf,
  queueErasure,
  runRetention,
  type DataSubject,
  type ErasureChoice,
} from '#src/platform/personal-data/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { readDatabase, wordsIn } from '#tests/support/database-text';
import { eventually } from '#tests/support/eventually';
import { feedEvents, portals } from '#tests/support/feed';
import {
  allMails,
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  editorActor,
  logOf,
  mailsTo,
  moderation,
  request,
  startedApp,
} from '#tests/support/index';
import { Canary, PERSONAL_FLOWS } from '#tests/support/personal-flows';
import { startReceiver } from '#tests/support/webhook-receiver';
import { takeLog } from '#tests/support/written-log';
import { filesInZip } from '#tests/support/zip';

jest.setTimeout(180_000);

const BUSINESS = 'api::business.business';

const amsel = new Canary('Amsel', '7701');
const drossel = new Canary('Drossel', '8802');
const fink = new Canary('Buchfink', '9903');
const everyone = [amsel, drossel, fink];

/** Enough for an account that an admin deletes; the mails of all flows take their time. */
const OF_FINK: ReadonlySet<string> = new Set([
  'an account',
  'a business with a picture',
  'a change that is not submitted',
  'a picture that nothing shows',
  'a draft that nobody has seen',
  'an invitation to somebody',
  'something without an account',
]);

const strapi = () => startedApp().strapi;
const sql = () => sqlOf(strapi());

/** What goes with its person though the listings stay. */
const NEVER_PUBLIC = ['name', 'post', 'kontakt', 'aenderung', 'entwurf', 'gast', 'probe', 'buergerin'];

function wordOf({ said }: Canary, what: string): string {
  const word = said.get(what);
  if (!word) throw new Error(`Nothing was said as ${what}.`);
  return word;
}

let logged: () => string;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

const jobs = (name: string) =>
  sql()<{ jobs: number }>(
    `select count(*)::int as jobs from pgboss.job where name = :name and state in ('created', 'active', 'retry')`,
    { name },
  ).then(([row]) => row?.jobs ?? 0);

/** Lets the server finish what is due, as it does every minute. */
async function finishDue(): Promise<void> {
  await sql()(`insert into pgboss.job (name, data) values ('erasure', '{}'::jsonb)`);
  await eventually('erasures are finished', async () => (await jobs('erasure')) === 0, 30_000);
}

interface Noted {
  erased: boolean;
}
const noted = ({ accountId }: Pick<Canary, 'accountId'>) =>
  sql()<Noted>(
    'select erased_at is not null as erased from stadtverbund.erasure where account_id = :accountId',
    { accountId },
  );

const lookForRests = ({ accountId }: Pick<Canary, 'accountId'>) =>
  sql()('update stadtverbund.erasure set due_at = now() where account_id = :accountId', { accountId });

async function erase({ accountId }: Canary, listings: ErasureChoice['listings']): Promise<void> {
  await inTransaction(strapi(), (transaction) =>
    queueErasure(strapi(), transaction, accountId, 'own-request', { listings }),
  );
  await finishDue();
  expect(await noted({ accountId })).toEqual([{ erased: true }]);
  await lookForRests({ accountId });
  await finishDue();
  expect(await noted({ accountId })).toEqual([]);
}

const found = async (who: DataSubject): Promise<string> =>
  JSON.stringify(await findPersonalData(strapi(), who)).toLowerCase();

const filesOf = ({ words }: Canary): string[] =>
  readdirSync(join(strapi().dirs.static.public, 'uploads')).filter((name) =>
    words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
  );

const mailsNaming = ({ voice }: Canary): string[] =>
  allMails()
    .filter((mail) => JSON.stringify(mail).toLowerCase().includes(voice.toLowerCase()))
    .map(({ to }) => to);

const hits = async ({ words }: Canary) => wordsIn(await readDatabase(startedApp().databaseUrl), words);

const wordsLogged = ({ words }: Canary): string[] =>
  words.filter((word) => logged().toLowerCase().includes(word.toLowerCase()));

/** What the ZIP archives in the database hold, unpacked: names and contents of their files, by account. */
async function archives(): Promise<ReadonlyMap<number, string>> {
  const rows = await sql()<{ accountId: number; zip: Buffer }>(
    `select e.account_id as "accountId", string_agg(p.content, ''::bytea order by p.number) as zip
      from stadtverbund.data_export_part p left join stadtverbund.data_export e on e.id = p.export_id group by 1`,
  );
  const unpacked = new Map<number, string>();
  for (const { accountId, zip } of rows)
    unpacked.set(accountId, JSON.stringify(await filesInZip(zip)).toLowerCase());
  return unpacked;
}

const tablesWith = async (who: Canary): Promise<string[]> =>
  [...new Set((await hits(who)).map(({ table }) => table))].sort();

beforeAll(async () => {
  logged = takeLog();
  await createCityProfile();
  receiver = await startReceiver();
  // A portal that answers with what it was sent: the log of attempts has the beginning of that.
  receiver.behave(({ raw }, answer) => void answer.writeHead(200).end(raw));
  await portals().create({
    name: 'Spiegel',
    contactEmail: 'spiegel@portal.example',
    url: receiver.url,
    filter: {},
  });
  for (const [name, flow] of Object.entries(PERSONAL_FLOWS))
    for (const who of everyone) if (who !== fink || OF_FINK.has(name)) await flow(who);
  await eventually(
    'exports are made',
    async () => (await sql()('select from stadtverbund.data_export where ready_at is null')).length === 0,
    60_000,
  );
  // One a second.
  await eventually('mails are sent', async () => (await jobs('mail')) === 0, 60_000);
  await eventually('portals are told', async () => {
    const [row] = await sql()<{ open: number }>(
      `select count(*)::int as open from stadtverbund.feed_delivery where state <> 'delivered' and state <> 'replaced'`,
    );
    return row?.open === 0;
  });
});

afterAll(() => receiver.close());

describe('the flows', () => {
  it('leave something of everyone in the database, on the disk, in mails and at portals', async () => {
    for (const who of [amsel, drossel]) {
      const tables = await tablesWith(who);
      expect(tables).toEqual(
        expect.arrayContaining([
          'public.businesses',
          'public.files',
          'public.up_users',
          'stadtverbund.email_change',
          'stadtverbund.feed_attempt',
          'stadtverbund.feed_event',
          'stadtverbund.import_ledger',
          'stadtverbund.intake',
          'stadtverbund.invitation',
          'stadtverbund.listing',
          'stadtverbund.moderation_log',
          'stadtverbund.person',
          'stadtverbund.withdrawn_revision',
        ]),
      );
      expect(filesOf(who).length).toBeGreaterThan(2);
      expect(mailsNaming(who).length).toBeGreaterThan(2);
    }
  });

  it('put no name, address or text into the log of the server, where each request has a line', () => {
    expect(logged()).toMatch(/POST \/api\/my\/businesses\b.* 201/);
    expect(logged()).toContain('POST /api/auth/forgot-password');
    for (const who of everyone) expect(wordsLogged(who)).toEqual([]);
  });
});

describe('the export', () => {
  it('has every word that somebody gave, and none of anybody else', async () => {
    for (const who of everyone) {
      const exported = await found({ accountId: who.accountId });
      const missing = [...who.said].filter(([, word]) => !exported.includes(word.toLowerCase()));
      expect(missing).toEqual([]);
      for (const other of everyone.filter((one) => one !== who))
        expect(other.words.filter((word) => exported.includes(word.toLowerCase()))).toEqual([]);
    }
  });

  it('is a ZIP archive with the same words', async () => {
    const unpacked = await archives();
    expect([...unpacked.keys()].sort()).toEqual([amsel.accountId, drossel.accountId].sort());
    for (const who of [amsel, drossel]) {
      const archive = unpacked.get(who.accountId) ?? '';
      expect([...who.said].filter(([, word]) => !archive.includes(word.toLowerCase()))).toEqual([]);
      for (const other of everyone.filter((one) => one !== who))
        expect(other.words.filter((word) => archive.includes(word.toLowerCase()))).toEqual([]);
    }
  });

  it('has no digest, token or hash', async () => {
    const exported = await found({ accountId: amsel.accountId });
    expect(exported).not.toMatch(/\$2[aby]\$|"\w*(token|hash|password)\w*":/);
  });

  it('tells with an address alone what is known without an account', async () => {
    const exported = await findPersonalData(strapi(), { email: amsel.email });
    expect(exported.map(({ name }) => name)).toEqual([
      'email-changes',
      'intake',
      'invitations',
      'people',
      'secret-links',
    ]);
  });
});

describe('an erasure with the listings', () => {
  let before: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    before = await readDatabase(startedApp().databaseUrl);
    await erase(amsel, 'remove');
  });

  it('leaves no word in the database but what is declared to be kept', async () => {
    const tables = await tablesWith(amsel);
    expect(tables).toEqual(['stadtverbund.listing_word', 'stadtverbund.moderation_log']);
    const keeping = personalDataOf(strapi()).filter(({ keeps }) => keeps.length > 0);
    expect(keeping.flatMap((data) => data.tables)).toEqual(expect.arrayContaining(tables));
    // Of the log only what an editor wrote about them.
    const kept = (await hits(amsel)).filter(({ table }) => table === 'stadtverbund.moderation_log');
    expect([...new Set(kept.map(({ word }) => word))]).toEqual([...amsel.told.values()]);
    expect(await findPersonalData(strapi(), { accountId: amsel.accountId, email: amsel.email })).toEqual([]);
  });

  it('leaves nothing on the disk, no mail to them, and nothing in the log', () => {
    expect(filesOf(amsel)).toEqual([]);
    expect(mailsTo(amsel.email)).toEqual([]);
    // Mailboxes of others, as far as anybody knows: of who was invited, and of an address that nobody has confirmed.
    expect(mailsNaming(amsel).filter((to) => to.toLowerCase().includes('amsel'))).toEqual([
      amsel.address('gast'),
      amsel.address('umzug'),
    ]);
    expect(wordsLogged(amsel)).toEqual([]);
  });

  it('leaves no ZIP archive of them, in whole or in part', async () => {
    expect([...(await archives()).keys()]).toEqual([drossel.accountId]);
  });

  it('leaves others as they are, byte by byte', async () => {
    const words = [...drossel.words, ...fink.words];
    const after = await readDatabase(startedApp().databaseUrl);
    const rows = (text: ReadonlyMap<string, readonly string[]>) =>
      wordsIn(text, words)
        .map(({ table, row }) => `${table} ${row}`)
        .sort();
    expect(rows(after)).toEqual(rows(before));
    expect(filesOf(drossel).length).toBeGreaterThan(2);
  });

  it('keeps the lines of the log without name and id, and says that it was done', async () => {
    const lines = await sql()<{ actor_id: number | null; actor_name: string | null }>(
      `select distinct actor_id, actor_name from stadtverbund.moderation_log
        where document_id = :id and actor_kind = 'contributor'`,
      { id: amsel.business('laden') },
    );
    expect(lines).toEqual([{ actor_id: null, actor_name: 'gelöscht' }]);
    const uses = await sql()<{ what: string; lines: number }>(
      'select what, lines from stadtverbund.moderation_log_erasure',
    );
    expect(uses).toEqual([{ what: 'account', lines: expect.any(Number) as number }]);
  });

  it('tells portals that each public listing is removed, and nothing of it any more', async () => {
    for (const name of ['laden', 'import']) {
      const documentId = amsel.business(name);
      const events = await feedEvents({ documentId });
      if (name === 'laden')
        expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
          { type: 'business.removed', data: null },
        ]);
      await eventually('the portal is told', () =>
        name === 'import'
          ? true
          : receiver.received.some(
              ({ body }) => body.type === 'business.removed' && body.data.id === documentId,
            ),
      );
    }
  });

  it('leaves a business that others manage as it is, without them', async () => {
    const rows = await sql()<{ role: string; user: number }>(
      `select m.role, l.user_id as user from memberships m left join memberships_user_lnk l on l.membership_id = m.id
        where m.business = (select business from stadtverbund.invitation where accepted_by = :id)`,
      { id: drossel.accountId },
    );
    expect(rows.map(({ role }) => role)).toContain('owner');
    expect(rows.map(({ user }) => user)).not.toContain(amsel.accountId);
    expect(rows.map(({ user }) => user)).not.toContain(null);
  });
});

describe('an erasure without the listings', () => {
  beforeAll(() => erase(drossel, 'leave'));

  it('leaves what was public, without manager, address, consent and what was not public yet', async () => {
    const words = [...NEVER_PUBLIC, 'herkunft'].map((what) => wordOf(drossel, what));
    expect(wordsIn(await readDatabase(startedApp().databaseUrl), words)).toEqual([]);
    const { status, body } = await request<{ data: { name: string; description: string } }>(
      `/api/businesses/${drossel.business('laden')}`,
    );
    expect([status, body.data.name, body.data.description]).toEqual([200, 'Drosselladen', 'Drossellang']);
    expect((await request(`/api/businesses/${drossel.business('entwurf')}`)).status).toBe(404);
    const members = await sql()('select from memberships where business = any(:ids)', {
      ids: [...drossel.businesses.values()],
    });
    expect(members).toEqual([]);
  });

  it('takes the listings out of portals, also those whose licence would allow it', async () => {
    for (const name of ['laden', 'import']) {
      const events = await feedEvents({ documentId: drossel.business(name) });
      if (events.length > 0) expect(events.at(-1)?.type).toBe('business.removed');
    }
    const [last] = (await feedEvents({ documentId: drossel.business('laden') })).slice(-1);
    expect(last?.type).toBe('business.removed');
  });

  it('leaves a suspended listing suspended, and what was public of it without address', async () => {
    const [row] = await sql()<{ content: string }>(
      'select content::text as content from stadtverbund.withdrawn_revision where document_id = :id',
      { id: drossel.business('gesperrt') },
    );
    expect(row?.content).toContain('Drosselstein');
    expect((await moderation().stateOf(BUSINESS, drossel.business('gesperrt'))).publication).toBe(
      'suspended',
    );
  });
});

describe('an account that an admin deletes', () => {
  it('leaves nothing behind either', async () => {
    const { token } = await createAdmin();
    const [row] = await sql()<{ id: string }>('select document_id as id from up_users where id = :id', {
      id: fink.accountId,
    });
    const path = `/content-manager/collection-types/plugin::users-permissions.user/${row?.id}`;
    expect((await request(path, { method: 'DELETE', token })).status).toBe(200);
    await finishDue();
    expect(await noted(fink)).toEqual([{ erased: true }]);
    await lookForRests(fink);
    await finishDue();
    const words = NEVER_PUBLIC.map((what) => wordOf(fink, what));
    expect(wordsIn(await readDatabase(startedApp().databaseUrl), words)).toEqual([]);
    expect(mailsTo(fink.email)).toEqual([]);
    expect(
      await sql()('select from memberships where business = any(:ids)', {
        ids: [...fink.businesses.values()],
      }),
    ).toEqual([]);
  });

  it('is noted by whatever path it goes', async () => {
    const { id } = await createContributor();
    await sql()('delete from up_users where id = :id', { id });
    await finishDue();
    const [row] = await sql()<Noted & { email: string | null }>(
      'select erased_at is not null as erased, email from stadtverbund.erasure where account_id = :id',
      { id },
    );
    expect(row).toEqual({ erased: true, email: null });
  });
});

describe('erasing', () => {
  const member = async (id: number, business: string, role: 'owner' | 'manager' = 'owner') =>
    strapi()
      .documents('api::membership.membership')
      .create({ data: { business, user: id, role, since: new Date().toISOString() } });

  const erasing = (who: DataSubject, choice?: ErasureChoice) =>
    inTransaction(strapi(), (transaction) => erasePerson(strapi(), transaction, who, 'own-request', choice));

  it('twice at once ends as once', async () => {
    const { id } = await createContributor();
    const { documentId } = await createBusiness();
    await member(id, documentId);
    await Promise.all([1, 2, 3].map(() => erasing({ accountId: id }, { listings: 'remove' })));
    expect(await findPersonalData(strapi(), { accountId: id })).toEqual([]);
    expect((await logOf(documentId)).filter(({ action }) => action === 'delete')).toHaveLength(1);
  });

  it('undoes all of it where the transaction fails', async () => {
    const { id, email } = await createContributor();
    const { documentId } = await createBusiness();
    await member(id, documentId);
    const before = await found({ accountId: id, email });
    const failing = inTransaction(strapi(), async (transaction) => {
      await erasePerson(strapi(), transaction, { accountId: id }, 'own-request', { listings: 'remove' });
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await found({ accountId: id, email })).toBe(before);
    expect((await request(`/api/businesses/${documentId}`)).status).toBe(200);
  });

  it('makes who has managed it longest the owner of a business that has lost its own', async () => {
    const [owner, first, second] = [
      await createContributor(),
      await createContributor(),
      await createContributor(),
    ];
    const { documentId } = await createBusiness();
    await member(owner.id, documentId);
    await member(first.id, documentId, 'manager');
    await member(second.id, documentId, 'manager');
    await erasing({ accountId: owner.id }, { listings: 'remove' });
    const rows = await sql()<{ user: number; role: string }>(
      `select l.user_id as user, m.role from memberships m join memberships_user_lnk l on l.membership_id = m.id
        where m.business = :documentId order by m.id`,
      { documentId },
    );
    expect(rows).toEqual([
      { user: first.id, role: 'owner' },
      { user: second.id, role: 'manager' },
    ]);
    expect((await request(`/api/businesses/${documentId}`)).status).toBe(200);
  });

  it('waits for an import, which would write back what it has in memory', async () => {
    const { id } = await createContributor();
    const { documentId } = await createBusiness();
    await member(id, documentId);
    await sql()(
      `insert into stadtverbund.erasure (account_id, reason, listings) values (:id, 'own-request', 'remove')`,
      { id },
    );
    await inTransaction(strapi(), async (importing) => {
      await importing('select pg_advisory_xact_lock(7010)');
      await finishDue();
    });
    expect((await request(`/api/businesses/${documentId}`)).status).toBe(200);
    await finishDue();
    expect((await request(`/api/businesses/${documentId}`)).status).toBe(404);
  });

  it('removes what a request was still writing when the account went', async () => {
    const { id } = await createContributor();
    await erasing({ accountId: id });
    await sql()(
      `insert into stadtverbund.secret_link (token_hash, purpose, subject, expires_at, uses_left)
        values (sha256('late'), 'password-reset', :subject, now() + interval '1 hour', 1)`,
      { subject: `${id}.late` },
    );
    await sql()('update stadtverbund.erasure set due_at = now() where account_id = :id', { id });
    await finishDue();
    expect(
      await sql()('select from stadtverbund.secret_link where subject = :subject', { subject: `${id}.late` }),
    ).toEqual([]);
  });

  it('changes nothing while something is open, and says what', async () => {
    const { id, email } = await createContributor();
    const what = { de: 'Ein Gutschein ist nicht eingelöst.', en: 'A voucher is not redeemed.' };
    const [declared] = personalDataOf(strapi());
    if (!declared) throw new Error('Nothing is declared.');
    const registry = strapi().get<Map<string, object>>('stadtverbund.personal-data');
    registry.set('vouchers', {
      ...declared,
      name: 'vouchers',
      open: (_sql: unknown, who: DataSubject) => Promise.resolve(who.accountId === id ? [what] : []),
    });
    const before = await found({ accountId: id, email });
    await expect(erasing({ accountId: id })).rejects.toMatchObject({
      status: 409,
      code: 'erasure-open',
      facts: { what: [what] },
    });
    expect(await found({ accountId: id, email })).toBe(before);
    registry.delete('vouchers');
  });
});

describe('the moderation log', () => {
  it.each([
    { what: 'a name', change: `actor_name = 'gelöscht', actor_id = null` },
    { what: 'a reason', change: 'reason = null' },
    { what: 'an action', change: `action = 'approve'` },
  ])('does not let $what be changed in any other way', async ({ change }) => {
    await expect(sql()(`update stadtverbund.moderation_log set ${change}`)).rejects.toThrow(/append-only/);
  });

  it.each(['delete from stadtverbund.moderation_log', 'truncate stadtverbund.moderation_log'])(
    'refuses: %s',
    async (statement) => {
      await expect(sql()(statement)).rejects.toThrow(/append-only/);
      await expect(sql()(statement.replace('moderation_log', 'moderation_log_erasure'))).rejects.toThrow(
        /append-only/,
      );
    },
  );

  it('is open to its function for one account and no longer than that', async () => {
    const open = inTransaction(strapi(), async (transaction) => {
      await transaction('select stadtverbund.erase_from_moderation_log(:id)', { id: 1 });
      await transaction(`update stadtverbund.moderation_log set actor_name = 'gelöscht', actor_id = null`);
    });
    await expect(open).rejects.toThrow(/append-only/);
  });

  it('leaves lines of editors and of code alone, whatever their id', async () => {
    const { documentId } = await createBusiness();
    await moderation().perform({
      uid: BUSINESS,
      documentId,
      action: 'suspend',
      actor: editorActor(4711),
      reason: 'Bitte prüfen.',
    });
    await sql()('select stadtverbund.erase_from_moderation_log(4711)');
    const lines = await logOf(documentId);
    expect(lines.find(({ action }) => action === 'suspend')?.actor_id).toBe(4711);
  });
});

describe('with the clock past every retention', () => {
  beforeAll(() => runRetention(strapi(), '2031-01-02'));

  it('nothing is left of who has removed everything, in no table and no mail', async () => {
    expect(await tablesWith(amsel)).toEqual([]);
    expect(mailsNaming(amsel)).toEqual([]);
    expect(await archives()).toEqual(new Map());
    for (const who of everyone) expect(wordsLogged(who)).toEqual([]);
    expect(existsSync(startedApp().mailFolder)).toBe(true);
  });
});
