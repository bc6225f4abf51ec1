/** @jest-environment-options {"env": {"RATE_LIMIT_WRITES_PER_DAY": "500"}} */
import * as accountRules from '#src/extensions/users-permissions/rate-rules';
import * as ceilings from '#src/plugins/self-service/server/src/domain/ceilings';
import { consume } from '#src/platform/rate-limit/rate-limit';
import type { RateRule } from '#src/platform/rate-limit/domain/rule';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  contributorLogin,
  mailsTo,
  request,
  startedApp,
  waitForMail,
  type ContributorAccount,
} from '../../support';
import { solvedChallenge } from '../../support/challenge';
import { onDatabase } from '../../support/test-cluster';

interface Answer {
  data: { id: string; documentId: string };
  error: { message: string; details: { code?: string; errors?: { code: string }[] } };
}

jest.setTimeout(120_000);

const ADDRESS = '127.0.0.1';
const REASON = 'Ich bin die Inhaberin, siehe Impressum.';

let anna: ContributorAccount;
let category: string;
let count = 0;

const unique = (): string => `n${(count += 1)}`;

const send = (path: string, body?: unknown, method = 'POST', language = 'de') =>
  request<Answer>(path, {
    method,
    token: anna.token,
    headers: { 'accept-language': language },
    ...(body === undefined ? {} : { body }),
  });

const onSuite = (sql: string) => onDatabase(startedApp().databaseUrl, sql);

/** Pretends that it has already been done this often. */
const doneBefore = (rule: RateRule, subject: string, times: number) =>
  consume(startedApp().strapi, rule, subject, times);

async function ownBusiness(published = true): Promise<string> {
  const { documentId } = await createBusiness({ categories: [category] }, { published });
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: documentId, user: anna.id, role: 'owner', since: new Date().toISOString() },
    });
  return documentId;
}

const draft = (business?: string) => {
  const name = unique();
  return business
    ? send('/api/my/offers', { data: { business, kind: 'delivery', title: name } })
    : send('/api/my/businesses', { data: { name, categories: [category] } });
};

const whole = () => ({
  name: unique(),
  summary: 'Kaffee',
  categories: [category],
  address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
  contact: { phone: '0231 123456', email: 'cafe@example.org' },
  hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:00' }],
  sizeClass: 'micro',
});

beforeAll(async () => {
  await createCityProfile();
  const { documentId } = await startedApp()
    .strapi.documents('api::category.category')
    .create({ locale: 'de', data: { name: 'Gastronomie' } });
  category = documentId;
});

beforeEach(async () => {
  anna = await createContributor();
});

interface Ceiling {
  what: string;
  limit: number;
  status: 409 | 429;
  code: string;
  /** Brings it to one below the ceiling. @returns a function that does it once more, in a language */
  upTo: (
    limit: number,
  ) => Promise<
    (language: string) => Promise<{ status: number; headers: Headers; body: Answer; text: string }>
  >;
  /** SQL for what must not grow once it is refused. */
  rows: string;
}

const repeat = async (
  times: number,
  work: (index: number) => Promise<{ status: number; text: string }>,
): Promise<void> => {
  for (let index = 0; index < times; index += 1) {
    const { status, text } = await work(index);
    if (status >= 300) throw new Error(`${status} ${text}`);
  }
};

const INVITATION_ROWS = 'select count(*) from stadtverbund.invitation';
const DOCUMENT_ROWS = 'select (select count(*) from businesses) + (select count(*) from offers) as count';
const LOG_ROWS = 'select count(*) from stadtverbund.moderation_log';

const CEILINGS: readonly Ceiling[] = [
  {
    what: 'invitations of an account a day',
    limit: ceilings.INVITATIONS_A_DAY.limit,
    status: 429,
    code: 'invitations-today',
    rows: INVITATION_ROWS,
    async upTo(limit) {
      const businesses = [await ownBusiness(), await ownBusiness()];
      const invite = (index: number, language = 'de') =>
        send(
          `/api/my/businesses/${businesses[index % 2]}/invitations`,
          { email: `${unique()}@victims.example` },
          'POST',
          language,
        );
      await repeat(limit, (index) => invite(index));
      return (language) => invite(0, language);
    },
  },
  {
    what: 'open invitations of a business',
    limit: ceilings.OPEN_INVITATIONS,
    status: 409,
    code: 'invitations-open',
    rows: INVITATION_ROWS,
    async upTo(limit) {
      const business = await ownBusiness();
      await onSuite(`insert into stadtverbund.invitation (business, email, token_hash, invited_by, ends_at)
        select '${business}', 'alt' || n || '@example.org', '${business}' || n, 1, now() + interval '1 day'
        from generate_series(2, ${limit}) as n`);
      const invite = (language: string) =>
        send(
          `/api/my/businesses/${business}/invitations`,
          { email: `${unique()}@example.org` },
          'POST',
          language,
        );
      await repeat(1, () => invite('de'));
      return invite;
    },
  },
  {
    what: 'invitations to a business that was never public',
    limit: 0,
    status: 409,
    code: 'invitation-too-early',
    rows: INVITATION_ROWS,
    async upTo() {
      const { data } = (await draft()).body;
      return (language) =>
        send(
          `/api/my/businesses/${data.documentId}/invitations`,
          { email: 'a@example.org' },
          'POST',
          language,
        );
    },
  },
  {
    what: 'open claims of an account',
    limit: ceilings.OPEN_CLAIMS,
    status: 409,
    code: 'claims-open',
    rows: `select count(*) from stadtverbund.intake where kind = 'claim'`,
    async upTo(limit) {
      const claim = async (language = 'de') =>
        send(
          '/api/my/claims',
          { business: (await createBusiness({ categories: [category] })).documentId, reason: REASON },
          'POST',
          language,
        );
      await repeat(limit, () => claim());
      return claim;
    },
  },
  {
    what: 'claims of an account a day',
    limit: ceilings.CLAIMS_A_DAY.limit,
    status: 429,
    code: 'claims-today',
    rows: `select count(*) from stadtverbund.intake where kind = 'claim'`,
    async upTo(limit) {
      await doneBefore(ceilings.CLAIMS_A_DAY, String(anna.id), limit - 1);
      const claim = async (language = 'de') =>
        send(
          '/api/my/claims',
          { business: (await createBusiness({ categories: [category] })).documentId, reason: REASON },
          'POST',
          language,
        );
      await repeat(1, () => claim());
      return claim;
    },
  },
  {
    what: 'drafts of an account that were never public',
    limit: ceilings.OPEN_DRAFTS,
    status: 409,
    code: 'drafts-open',
    rows: DOCUMENT_ROWS,
    async upTo(limit) {
      const business = await ownBusiness();
      await repeat(limit, (index) => draft(index % 2 ? business : undefined));
      return (language) =>
        send(
          '/api/my/offers',
          { data: { business, kind: 'delivery', title: 'Noch eins' } },
          'POST',
          language,
        );
    },
  },
  {
    what: 'new documents of an account a day',
    limit: ceilings.NEW_DOCUMENTS_A_DAY.limit,
    status: 429,
    code: 'creations-today',
    rows: DOCUMENT_ROWS,
    async upTo(limit) {
      await doneBefore(ceilings.NEW_DOCUMENTS_A_DAY, String(anna.id), limit - 1);
      await repeat(1, () => draft());
      return (language) =>
        send(
          '/api/my/businesses',
          { data: { name: 'Noch einer', categories: [category] } },
          'POST',
          language,
        );
    },
  },
  {
    what: 'submissions of an account a day',
    limit: ceilings.SUBMISSIONS_A_DAY.limit,
    status: 429,
    code: 'submissions-today',
    rows: LOG_ROWS,
    async upTo(limit) {
      const { data } = (await send('/api/my/businesses', { data: whole() })).body;
      await doneBefore(ceilings.SUBMISSIONS_A_DAY, String(anna.id), limit - 1);
      const submit = (language: string) =>
        send(`/api/my/businesses/${data.documentId}/submit`, undefined, 'POST', language);
      await repeat(1, () => submit('de'));
      await repeat(1, () => send(`/api/my/businesses/${data.documentId}/withdraw`));
      return submit;
    },
  },
  {
    what: 'writes of an account a day, edits and withdrawals included',
    limit: 500,
    status: 429,
    code: 'too-many-attempts',
    rows: LOG_ROWS,
    async upTo(limit) {
      const business = await ownBusiness();
      await doneBefore({ name: 'my-write-day', limit, windowSeconds: 86_400 }, String(anna.id), limit - 1);
      const edit = (language: string) =>
        send(`/api/my/businesses/${business}`, { data: { summary: unique() } }, 'PUT', language);
      await repeat(1, () => edit('de'));
      return edit;
    },
  },
  {
    what: 'open reports of a kind about a listing',
    limit: 50,
    status: 409,
    code: 'reported-enough',
    rows: 'select count(*) from stadtverbund.intake',
    async upTo(limit) {
      const { documentId } = await createBusiness({ categories: [category] });
      await onSuite(`insert into stadtverbund.intake (kind, year, number, content_type, document_id, message, due_on)
        select 'wrong', 2000, n, 'api::business.business', '${documentId}', 'x', '2000-01-15'
        from generate_series(2, ${limit}) n`);
      const report = (language: string) =>
        send('/api/reports', { contentType: 'business', documentId, message: 'Falsch' }, 'POST', language);
      await repeat(1, () => report('de'));
      return report;
    },
  },
  {
    what: 'open reports of a kind about no listing',
    limit: 500,
    status: 409,
    code: 'reported-enough',
    rows: 'select count(*) from stadtverbund.intake',
    async upTo(limit) {
      await onSuite('delete from stadtverbund.rate_limit');
      await onSuite(`insert into stadtverbund.intake (kind, year, number, message, due_on)
        select 'accessibility', 2001, n, 'x', '2001-01-15' from generate_series(2, ${limit}) n`);
      const report = (language: string) =>
        send('/api/reports', { ground: 'accessibility', message: 'Unlesbar' }, 'POST', language);
      await repeat(1, () => report('de'));
      return report;
    },
  },
  {
    what: 'reports of an address an hour',
    limit: 10,
    status: 429,
    code: 'too-many-attempts',
    rows: 'select count(*) from stadtverbund.intake',
    async upTo() {
      await onSuite('delete from stadtverbund.rate_limit');
      const { documentId } = await createBusiness({ categories: [category] });
      const report = (language: string) =>
        send('/api/reports', { contentType: 'business', documentId, message: 'Falsch' }, 'POST', language);
      const body = { contentType: 'business', documentId, message: 'Falsch' };
      await repeat(10, async () => send('/api/reports', { ...body, altcha: await solvedChallenge() }));
      return report;
    },
  },
  {
    what: 'mails to one address a day that somebody asks for',
    limit: accountRules.MAIL_BY_RECIPIENT_A_DAY.limit,
    status: 429,
    code: 'too-many-attempts',
    rows: 'select 0 as count',
    async upTo(limit) {
      await doneBefore(accountRules.MAIL_BY_RECIPIENT_A_DAY, anna.email, limit - 1);
      const ask = (language: string) =>
        request<Answer>('/api/auth/forgot-password', {
          body: { email: anna.email },
          headers: { 'accept-language': language },
        });
      await repeat(1, () => ask('de'));
      await waitForMail(anna.email);
      return ask;
    },
  },
  {
    what: 'changes of the address of an account a day',
    limit: accountRules.EMAIL_CHANGES_A_DAY.limit,
    status: 429,
    code: 'too-many-attempts',
    rows: 'select count(*) from stadtverbund.email_change',
    async upTo(limit) {
      const change = (language = 'de') =>
        send(
          '/api/my/account/email',
          { email: `${unique()}@neu.example`, password: anna.password },
          'PUT',
          language,
        );
      await repeat(limit, () => change());
      return change;
    },
  },
  {
    what: 'registrations of an address a day',
    limit: accountRules.REGISTER_BY_ADDRESS_A_DAY.limit,
    status: 429,
    code: 'too-many-attempts',
    rows: 'select count(*) from up_users',
    async upTo(limit) {
      await onSuite('delete from stadtverbund.rate_limit');
      await doneBefore(accountRules.REGISTER_BY_ADDRESS_A_DAY, ADDRESS, limit - 1);
      const register = (language: string) => {
        const username = unique();
        const body = { username, email: `${username}@neu.example`, password: 'Probe-Kennwort-1' };
        return request<Answer>('/api/auth/local/register', {
          body,
          headers: { 'accept-language': language },
        });
      };
      await repeat(1, () => register('de'));
      return register;
    },
  },
];

describe.each(CEILINGS)('$what: $limit', ({ limit, status, code, upTo, rows }) => {
  it('are accepted, and no more: nothing is changed and no mail is sent, in both languages', async () => {
    const again = await upTo(limit);
    const [before] = await onSuite(rows);
    const [{ waiting } = {}] = await onSuite(MAIL_JOBS);
    const answers = [await again('de'), await again('en')];
    for (const answer of answers) {
      expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
      const { details, message } = answer.body.error;
      expect(details.code ?? details.errors?.[0]?.code).toBe(code);
      expect(message).not.toMatch(/[{}]/);
      if (status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(answers[0]?.body.error.message).not.toBe(answers[1]?.body.error.message);
    // A refused claim is preceded by creating the claimed business, so only counted rows are compared.
    expect(await onSuite(rows)).toEqual([before]);
    expect(await onSuite(MAIL_JOBS)).toEqual([{ waiting }]);
  });
});

const MAIL_JOBS = `select count(*)::int as waiting from pgboss.job where name like '%mail%'`;

describe('one person who is invited by many', () => {
  it('gets three mails a day; the senders do not learn of it, and the others come later', async () => {
    const victim = 'opfer@victims.example';
    for (let sender = 0; sender < 5; sender += 1) {
      anna = await createContributor();
      const answer = await send(`/api/my/businesses/${await ownBusiness()}/invitations`, { email: victim });
      expect(answer.status).toBe(201);
    }
    const later = () =>
      onSuite(`select count(*)::int as total from pgboss.job
        where name = 'mail' and data ->> 'mail' = 'invitation' and state = 'created' and start_after > now() + interval '23 hours'`);
    for (let tries = 0; tries < 200 && (await later())[0]?.['total'] !== 2; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await later()).toEqual([{ total: 2 }]);
    expect(mailsTo(victim)).toHaveLength(3);
  });

  it('no job contains the secret of a link', async () => {
    const jobs = await onSuite(
      `select data::text from pgboss.job where name = 'mail' and data ->> 'mail' = 'invitation'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    for (const { data } of jobs) expect(data).not.toMatch(/token|[0-9a-f]{64}/);
  });
});

describe('simultaneous requests', () => {
  it('are counted by the database: of 25 invitations at once ten are accepted', async () => {
    const path = `/api/my/businesses/${await ownBusiness()}/invitations`;
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => send(path, { email: `${unique()}@example.org` })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(ceilings.INVITATIONS_A_DAY.limit);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25 - ceilings.INVITATIONS_A_DAY.limit);
  });
});

describe('sessions', () => {
  it('an account has at most fifty, and the oldest end', async () => {
    await onSuite(`insert into strapi_sessions (user_id, session_id, origin, status, expires_at, created_at)
      select '${anna.id}', 'alt-' || n, 'users-permissions', 'active', now() + interval '1 day', now()
      from generate_series(1, 60) as n`);
    const token = await contributorLogin(anna.email);
    const kept = await onSuite(`select count(*)::int as total, bool_or(session_id = 'alt-1') as oldest
      from strapi_sessions where user_id = '${anna.id}' and origin = 'users-permissions'`);
    expect(kept).toEqual([{ total: 50, oldest: false }]);
    expect((await request('/api/my/businesses', { token })).status).toBe(200);
  });
});

/** Each of our tables, and what limits the rows created by people other than editors. */
const BOUNDED: Readonly<Record<string, string>> = {
  account_deletion: 'one an account',
  counter: 'one a scope and year',
  data_export: 'one an account, for seven days',
  data_export_part: 'parts of an export, which has at most 200 MB',
  data_request:
    'what people ask of an address a day, exports of an account an hour; deleted after three years',
  email_change: 'changes of the address of an account a day; deleted a week later',
  erased_file: 'files of an erased account, until the job has removed them',
  erasure: 'one an account that is deleted, for minutes',
  feed_attempt: 'kept for days (housekeeping of the feed)',
  feed_delivery: 'kept for days (housekeeping of the feed)',
  feed_event: 'compacted: what is superseded goes after a while',
  feed_fanout: 'one row',
  feed_head: 'one a document',
  feed_health: 'one a portal',
  feed_resync: 'one a portal',
  feed_state: 'one row',
  first_publication: 'one a document that was public',
  import_ledger: 'imports only',
  intake:
    'reports of an address an hour; open reports of a kind about a listing; claims of an account a day; one objection a decision',
  invitation: 'invitations of an account a day; those that are over go with the next',
  listing: 'one a public document and language',
  listing_hours: 'one a public document and service',
  listing_word: 'words of public documents, swept by night',
  mail_failure: 'one a refused mail, for a year',
  moderation_log: 'writes of an account a day',
  moderation_log_erasure: 'one an erased account, and one a night',
  opening_hours: 'one a rule in use, swept by night',
  parted_relation: 'one a relation of a document',
  person: 'what people send without an account, each with a limit by address; deleted after their day',
  presence: 'editors only',
  rate_limit: 'ended windows are swept; requests of an address a minute',
  read_model_shape: 'one row',
  reason_template: 'editors only',
  secret_link: 'mails of ours; deleted a month after they have expired',
  served_address: 'one row',
  spent_challenge: 'solved challenges of an hour, a second of work each',
  submission: 'new documents of an account a day',
  timed_changes: 'one row',
  unwanted_mail: 'editors only',
  upload_owner: 'files of an account a day (tests/integration/files)',
  version: 'one row',
  withdrawn_revision: 'one a document',
};

it('each of our tables has a ceiling', async () => {
  const tables = await onSuite(
    `select tablename as name from pg_tables where schemaname = 'stadtverbund' order by tablename`,
  );
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(BOUNDED).sort());
});
