import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PROCESSING_RECORD } from '#scripts/lib/project';
import { LANGUAGES } from '#src/languages/languages';
import { addPerson, readPerson } from '#src/platform/people/people';
import { processingRecord } from '#src/platform/personal-data/domain/processing-record';
import { personalDataOf, registerPersonalData, runRetention } from '#src/platform/personal-data/index';
import { consume } from '#src/platform/rate-limit/rate-limit';
import { newLink } from '#src/platform/secret-links/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { createBusiness, createCityProfile, request, startedApp } from '#tests/support/index';
import { onDatabase } from '#tests/support/test-cluster';

jest.setTimeout(60_000);

/** Names of columns that hold something about people, or what people wrote. */
const ABOUT_PEOPLE =
  /^(person_id|account_id|admin_id|user_id|actor_id|(\w+_)?(e?mail|name|firstname|lastname|username|phone|mobile|fax|street|author|credit|ip|user_agent|device_name|device_id))$|^(message|reason|decision_reason|resolution|note|excerpt|content|record|imprint|data|story|answer)$/;

/** Columns of such a name that are about something else, and what. */
const ABOUT_OTHERS: Readonly<Record<string, string>> = {
  'public.admin_roles': 'roles',
  'public.categories': 'trades',
  'public.components_text_topics': 'topics',
  'public.components_time_service_hours': 'opening hours',
  'public.districts': 'parts of the city',
  'public.i18n_locale': 'languages',
  'public.linked_portals': 'portals of others',
  'public.strapi_api_tokens': 'what tokens are for',
  'public.strapi_migrations': 'steps of Strapi’s',
  'public.strapi_migrations_internal': 'steps of Strapi’s',
  'public.strapi_releases': 'releases of content, which are not used',
  'public.strapi_transfer_tokens': 'what tokens are for',
  'public.strapi_webhooks': 'what webhooks are for',
  'public.strapi_workflows': 'workflows, which are not used',
  'public.strapi_workflows_stages': 'stages of workflows',
  'public.up_roles': 'roles',
  'public.upload_folders': 'folders of the media library',
  'stadtverbund.reason_template': 'templates of reasons',
};

interface Column {
  table: string;
  column: string;
}

const columnsAboutPeople = async (): Promise<Column[]> => {
  const rows = await onDatabase(
    startedApp().databaseUrl,
    `select table_schema || '.' || table_name as "table", column_name as "column" from information_schema.columns
      where table_schema in ('public', 'stadtverbund') order by 1, 2`,
  );
  return (rows as unknown as Column[]).filter(({ column }) => ABOUT_PEOPLE.test(column));
};

const sql = () => sqlOf(startedApp().strapi);
const all = () => personalDataOf(startedApp().strapi);

describe('the register', () => {
  it('has every table with a column about people, and none that is not there', async () => {
    const declared = new Set(all().flatMap(({ tables }) => tables));
    const columns = await columnsAboutPeople();
    const undeclared = columns.filter(
      ({ table }) => !declared.has(table) && ABOUT_OTHERS[table] === undefined,
    );
    expect(undeclared.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
    const present = await onDatabase(
      startedApp().databaseUrl,
      `select table_schema || '.' || table_name as name from information_schema.tables`,
    );
    const names = new Set(present.map(({ name }) => name));
    expect([...declared, ...Object.keys(ABOUT_OTHERS)].filter((table) => !names.has(table))).toEqual([]);
  });

  it('says everything in each language, by stable names', () => {
    expect(all().length).toBeGreaterThan(15);
    for (const { name, what, whose, purpose, legalBasis, recipients, deleted, keeps } of all()) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      const texts = [what, whose, purpose, legalBasis, recipients, deleted];
      for (const text of [...texts, ...keeps.flatMap((kept) => [kept.what, kept.why, kept.until])])
        for (const language of LANGUAGES)
          expect([name, text[language]]).toEqual([name, expect.stringMatching(/^\S/)]);
    }
    expect(() => registerPersonalData(startedApp().strapi, all()[0] as never)).toThrow(/already/);
  });

  it('is the record of processing activities in docs/ (npm run processing-record writes it)', () => {
    expect(readFileSync(PROCESSING_RECORD, 'utf8')).toBe(processingRecord(all()));
  });
});

describe('retention', () => {
  const person = (deleteAfter: string) =>
    addPerson(sql(), { email: 'erika@muster.example', locale: 'de', purpose: 'test', deleteAfter });

  it('deletes people after their day, with their links, and nobody before', async () => {
    const [over, last, later] = [
      await person('2026-11-29'),
      await person('2026-11-30'),
      await person('2026-12-01'),
    ];
    for (const personId of [over, last])
      await newLink(sql(), {
        purpose: 'test',
        subject: personId,
        personId,
        expiresAt: new Date('2027-01-01'),
      });
    expect((await runRetention(startedApp().strapi, '2026-11-30')).people).toBe(1);
    const left = await Promise.all([over, last, later].map((id) => readPerson(sql(), id)));
    expect(left.map((one) => one?.deleteAfter)).toEqual([undefined, '2026-11-30', '2026-12-01']);
    const links = await sql()<{ subject: string }>('select subject from stadtverbund.secret_link');
    expect(links).toEqual([{ subject: last }]);
    expect((await runRetention(startedApp().strapi, '2026-11-30')).people).toBe(0);
  });

  it.each([
    {
      what: 'links a month after they have expired',
      name: 'secret-links',
      table: 'stadtverbund.secret_link',
      insert: `insert into stadtverbund.secret_link (token_hash, purpose, subject, expires_at, uses_left)
        values (sha256('alt'), 'test', 'retention', '2026-10-30', 1), (sha256('neu'), 'test', 'retention', '2026-11-02', 1)`,
      mine: `subject = 'retention'`,
    },
    {
      what: 'invitations a month after they have ended',
      name: 'invitations',
      table: 'stadtverbund.invitation',
      insert: `insert into stadtverbund.invitation (business, email, token_hash, invited_by, ends_at) values
        ('retention', 'a@b.example', 'alt', 1, '2026-10-30'), ('retention', 'a@b.example', 'neu', 1, '2026-11-02')`,
      mine: `business = 'retention'`,
    },
    {
      what: 'claims a year after the decision',
      name: 'intake',
      table: 'stadtverbund.intake',
      insert: `insert into stadtverbund.intake (kind, year, number, document_id, account_id, message, due_on, decision, decided_at)
        values ('claim', 2001, 1, 'retention claim', 1, 'x', '2026-01-01', 'declined', '2025-11-28'),
          ('claim', 2001, 2, 'retention claim', 2, 'x', '2026-01-01', 'declined', '2025-12-02'),
          ('claim', 2001, 3, 'retention claim', 3, 'x', '2026-01-01', null, null)`,
      mine: `document_id = 'retention claim' and message = 'x' and account_id is not null`,
    },
    {
      what: 'reports three months after the decision',
      name: 'intake',
      table: 'stadtverbund.intake',
      insert: `insert into stadtverbund.intake (kind, year, number, document_id, account_id, message, due_on, decision, decided_at)
        values ('wrong', 2002, 1, 'retention wrong', 1, 'x', '2026-01-01', 'declined', '2026-08-30'),
          ('wrong', 2002, 2, 'retention wrong', 2, 'x', '2026-01-01', 'declined', '2026-09-03'),
          ('wrong', 2002, 3, 'retention wrong', 3, 'x', '2026-01-01', null, null)`,
      mine: `document_id = 'retention wrong' and message = 'x' and account_id is not null`,
    },
    {
      what: 'notices when nobody can object any more',
      name: 'intake',
      table: 'stadtverbund.intake',
      insert: `insert into stadtverbund.intake (kind, year, number, document_id, account_id, message, due_on, decision, decided_at)
        values ('illegal', 2003, 1, 'retention illegal', 1, 'x', '2026-01-01', 'declined', '2026-04-02'),
          ('illegal', 2003, 2, 'retention illegal', 2, 'x', '2026-01-01', 'declined', '2026-04-06'),
          ('illegal', 2003, 3, 'retention illegal', 3, 'x', '2026-01-01', null, null)`,
      mine: `document_id = 'retention illegal' and message = 'x' and account_id is not null`,
    },
    {
      what: 'accounts that nobody has confirmed for a month',
      name: 'accounts',
      table: 'up_users',
      insert: `insert into up_users (username, email, confirmed, created_at) values
        ('retention 1', 'r1@b.example', false, '2026-10-30'), ('retention 2', 'r2@b.example', false, '2026-11-02'),
        ('retention 3', 'r3@b.example', true, '2020-01-01')`,
      mine: `username like 'retention%'`,
    },
  ])('deletes $what', async ({ name, table, insert, mine }) => {
    await sql()(insert);
    const count = async () =>
      (await sql()<{ rows: number }>(`select count(*)::int as rows from ${table} where ${mine}`))[0]?.rows ??
      0;
    const before = await count();
    expect((await runRetention(startedApp().strapi, '2026-11-30'))[name]).toBe(1);
    expect(await count()).toBe(before - 1);
  });

  it('goes on where one module fails, and says so', async () => {
    const id = await person('2020-01-01');
    const declared = all()[0];
    if (!declared) throw new Error('Nothing is declared.');
    registerPersonalData(startedApp().strapi, {
      ...declared,
      name: 'a-failure',
      tables: [],
      retention: (failing) => failing('select 1 / 0').then(() => 0),
    });
    await expect(runRetention(startedApp().strapi, '2026-11-30')).rejects.toThrow(
      /a-failure: .*division by zero/,
    );
    expect(await readPerson(sql(), id)).toBeUndefined();
  });

  it('is one job a night for the whole cluster', async () => {
    const jobs = await onDatabase(
      startedApp().databaseUrl,
      `select name, cron, timezone from pgboss.schedule where name = 'retention'`,
    );
    expect(jobs).toEqual([{ name: 'retention', cron: '19 3 * * *', timezone: 'Europe/Berlin' }]);
  });
});

describe('a person', () => {
  it('is found by the address with all links, is erased, and others stay as they are', async () => {
    const email = 'kanarie@muster.example';
    const make = (address: string) =>
      addPerson(sql(), {
        email: address,
        name: 'K. Vogel',
        phone: '0231 1',
        locale: 'de',
        purpose: 'test',
        deleteAfter: '2099-01-01',
      });
    const [first, second, other] = [
      await make(email),
      await make('Kanarie@Muster.Example'),
      await make('x@y.example'),
    ];
    for (const personId of [first, other])
      await newLink(sql(), {
        purpose: 'test',
        subject: personId,
        personId,
        expiresAt: new Date('2099-01-01'),
      });
    const modules = all().filter(({ name }) => ['people', 'secret-links'].includes(name));
    const found = async (who: object) =>
      (await Promise.all(modules.map(async (one) => one.find?.(sql(), who)))).map((rows) => rows?.length);
    expect(await found({ email })).toEqual([2, 1]);
    expect(await found({ accountId: 1 })).toEqual([0, 0]);

    for (const repeated of [1, 2])
      await inTransaction(startedApp().strapi, async (transaction) => {
        for (const one of modules)
          await one.erase?.(transaction, { email }, 'own-request', { listings: 'leave' });
        return repeated;
      });
    expect(await found({ email })).toEqual([0, 0]);
    expect(await found({ email: 'x@y.example' })).toEqual([1, 1]);
    expect(await readPerson(sql(), second)).toBeUndefined();
  });
});

describe('rate limits', () => {
  it('know addresses only by digests that nobody can work out without the key', async () => {
    await createCityProfile();
    const { documentId } = await createBusiness();
    await request('/api/reports', { body: { contentType: 'business', documentId, message: 'Falsch' } });
    const keys = (await sql()<{ key: string }>('select key from stadtverbund.rate_limit')).map(
      ({ key }) => key,
    );
    expect(keys.length).toBeGreaterThan(0);
    const guessed = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((address) =>
      createHash('sha256').update(`report\u0000${address}`).digest('base64url'),
    );
    expect(keys.filter((key) => guessed.includes(key))).toEqual([]);
    const rule = { name: 'test', limit: 1, windowSeconds: 60 };
    expect(await consume(startedApp().strapi, rule, 'a')).toEqual({ ok: true });
    expect(await consume(startedApp().strapi, rule, 'a')).toMatchObject({ ok: false });
    expect(await consume(startedApp().strapi, rule, 'b')).toEqual({ ok: true });
  });
});
