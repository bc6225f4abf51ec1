import fc from 'fast-check';
import { daysAfter } from '#src/domain/calendar-days';
import { DECISIONS, GROUND_NAMES, GROUNDS } from '#src/plugins/moderation/server/src/intake/domain/kinds';
import { listingUrlTemplate } from '#src/listing/listing-url';
import { receiptMail } from '#src/plugins/moderation/server/src/intake/receipt-mail';
import { consume } from '#src/platform/rate-limit/rate-limit';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { personalDataOf } from '#src/platform/personal-data/index';
import { publicBase } from '#src/platform/mail/public-url';
import { solvedChallenge } from '#tests/support/challenge';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  logOf,
  mailsTo,
  moderation,
  contributorActor,
  edit,
  request,
  startedApp,
  tokenIn,
  waitForMail,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

jest.setTimeout(120_000);

const BUSINESS = 'api::business.business';

interface Answer {
  data: { received: boolean; number: string };
  error: { details: { code: string; errors: { code: string; path: string[] }[] } };
}

interface Queued {
  id: string;
  kind: string;
  number: string;
  documentId: string | null;
  url: string | null;
  dueOn: string;
  from: { name: string | null; email: string | null } | null;
  facts: { name: string }[];
  isOwnDecision: boolean;
  decision: string | null;
}

let erika: AdminAccount;
let max: AdminAccount;
let owner: ContributorAccount;
let count = 0;

const unique = (): string => `melderin${(count += 1)}@leute.example`;
const sql = () => sqlOf(startedApp().strapi);

/** A report from an address that has sent none. */
const report = async (body: object, altcha?: string) => {
  await sql()('delete from stadtverbund.rate_limit');
  return request<Answer>('/api/reports', { body: altcha === undefined ? body : { ...body, altcha } });
};

const queue = async (query: string, { token } = erika): Promise<Queued[]> =>
  (await request<{ data: Queued[] }>(`/moderation/intake?pageSize=100&${query}`, { token })).body.data;

const decide = (id: string, body: object, { token } = erika) =>
  request<Answer>(`/moderation/intake/${id}/decide`, { token, body });

/** A public business with its owner. */
async function ownedBusiness(name = 'Bäckerei Krume'): Promise<string> {
  const { documentId } = await createBusiness({ name });
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: documentId, user: owner.id, role: 'owner', since: new Date().toISOString() },
    });
  return documentId;
}

const illegal = (documentId: string, email: string) => ({
  ground: 'illegal',
  contentType: 'business',
  documentId,
  explanation: 'Auf dem Bild wird ein Nachbar beleidigt.',
  law: '§ 185 StGB',
  name: 'Klara Meldemann',
  email,
  goodFaith: true,
});

async function taken(documentId: string): Promise<Queued> {
  const found = (await queue('')).find((item) => item.documentId === documentId);
  if (!found) throw new Error('It is not in the queue.');
  return found;
}

const statusOf = async (documentId: string): Promise<number> =>
  (await request(`/api/businesses/${documentId}`)).status;

const view = (token: string) =>
  request<{ data: { title: string; actions: unknown[] } }>(`/api/links/${token}`);
const object = (token: string, message = 'Das Bild zeigt meinen eigenen Hund.') =>
  request<Answer & { data: { title: string } }>(`/api/links/${token}/object`, { body: { message } });

beforeAll(async () => {
  await createCityProfile();
  [erika, max] = [await createAdmin({ role: 'redaktion' }), await createAdmin({ role: 'redaktion' })];
  owner = await createContributor();
});

describe('a report', () => {
  it('as before there were grounds is taken and answered as before, with a number', async () => {
    const { documentId } = await createBusiness();
    const body = { contentType: 'business', documentId, kind: 'offensive', message: 'Nicht nett' };
    const answers = [await report(body), await report({ data: { ...body, reason: 'x' } })];
    for (const { status, body: answered } of answers) {
      expect(status).toBe(201);
      expect(answered.data).toMatchObject({
        received: true,
        number: expect.stringMatching(/^\d{4}-\d+$/) as string,
      });
    }
    const [one, two] = answers.map(({ body: answered }) => Number(answered.data.number.split('-')[1]));
    expect(two).toBe((one ?? 0) + 1);
    expect(await taken(documentId)).toMatchObject({
      kind: 'terms',
      from: null,
      facts: [{ name: 'said' }, {}, {}],
    });
  });

  it('names the page by its address; a listing is found by it, a foreign page is refused', async () => {
    const { documentId } = await createBusiness({ name: 'Blumen Adresse', slug: 'blumen-adresse' });
    const [row] = await sql()<{ slug: string }>('select slug from businesses where document_id = ? limit 1', [
      documentId,
    ]);
    const url = listingUrlTemplate(startedApp().strapi, 'business').replace('{slug}', row?.slug ?? '');
    expect((await report({ ground: 'closed', url, explanation: 'Zu' })).status).toBe(201);
    expect(await taken(documentId)).toMatchObject({ kind: 'closed', url });

    const page = `${publicBase(startedApp().strapi)}/impressum`;
    expect((await report({ ground: 'accessibility', url: page, explanation: 'Zu blass.' })).status).toBe(201);
    expect(await queue('kind=accessibility')).toMatchObject([{ url: page, documentId: null }]);
    for (const [sent, code] of [
      [{ ground: 'wrong', url: page, message: 'x' }, 'notice-place'],
      [{ ground: 'terms', url: 'https://anderswo.example/x', message: 'x' }, 'notice-elsewhere'],
    ] as const) {
      const { status, body } = await report(sent);
      expect([status, body.error.details.errors[0]?.code]).toEqual([400, code]);
    }
  });

  it('about what is not public is refused, as is one without a challenge after three', async () => {
    const { documentId } = await createBusiness({}, { published: false });
    const body = { contentType: 'business', documentId, message: 'x' };
    expect((await report(body)).status).toBe(404);
    const shown = await createBusiness();
    const send = (more = {}) =>
      request<Answer>('/api/reports', { body: { ...body, documentId: shown.documentId, ...more } });
    await sql()('delete from stadtverbund.rate_limit');
    const statuses = [];
    for (let sent = 0; sent < 4; sent += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
    const altcha = await solvedChallenge();
    expect((await send({ altcha })).status).toBe(201);
    expect((await send({ altcha })).body.error.details.code).toBe('challenge-spent');
    expect((await send({ homepage: 'https://spam.example' })).body.error.details.code).toBe(
      'challenge-wrong',
    );
  });

  it('that floods is limited, and counted', async () => {
    const { documentId } = await createBusiness();
    const limited = async () =>
      (await request<{ data: { limited: number } }>('/api/transparency.json')).body.data.limited;
    const before = await limited();
    await sql()('delete from stadtverbund.rate_limit');
    const statuses = [];
    for (let sent = 0; sent < 13; sent += 1) {
      const body = { contentType: 'business', documentId, message: 'x' };
      statuses.push((await request('/api/reports', { body })).status);
    }
    expect(statuses.slice(-3)).toEqual([429, 429, 429]);
    await sql()('delete from stadtverbund.rate_limit');
    expect((await limited()) - before).toBe(3);
  });

  it.each(GROUND_NAMES)('of the ground %s is due as it says, the illegal first', async (ground) => {
    const { documentId } = await createBusiness();
    expect((await report({ ...illegal(documentId, unique()), ground })).status).toBe(201);
    const { dueOn } = await taken(documentId);
    const { due } = GROUNDS[ground];
    const today = new Date().toISOString().slice(0, 10);
    if ('days' in due) expect([daysAfter(today, due.days), daysAfter(today, due.days + 1)]).toContain(dueOn);
    const [first] = await queue('');
    expect(first?.kind).toBe('illegal');
  });
});

describe('a notice of something illegal', () => {
  it('gets a receipt, is taken down with reasons, and both sides hear of it; neither learns who the other is', async () => {
    const [email, documentId] = [unique(), await ownedBusiness('Bäckerei Streit')];
    expect((await report(illegal(documentId, email))).status).toBe(201);
    const receipt = await waitForMail(email);
    const { id, number, from, facts } = await taken(documentId);
    expect(receipt.subject).toBe(`Eingegangen: Ihre Meldung ${number}`);
    expect(from).toMatchObject({ name: 'Klara Meldemann', email });
    expect(facts.map(({ name }) => name)).toEqual(['law', 'good-faith', 'managers']);

    const decision = { decision: 'taken-down', reason: 'Das Bild ist beleidigend.' };
    const statement = {
      reason: 'Auf dem Bild ist ein Nachbar zu sehen.',
      basis: 'illegal',
      norm: '§ 185 StGB',
    };
    for (const [body, code] of [
      [decision, 'statement-required'],
      [{ ...decision, statement: { ...statement, norm: ' ' } }, 'norm-required'],
      [
        { ...decision, statement: { ...statement, reason: `Von ${email.toUpperCase()}` } },
        'statement-names-notifier',
      ],
      [
        { ...decision, statement: { ...statement, reason: 'Klara Meldemann sagt' } },
        'statement-names-notifier',
      ],
      [{ ...decision, reason: ' ', statement }, 'intake-reason'],
      [{ ...decision, decision: 'accepted', statement }, 'intake-decision'],
    ] as const) {
      const { status, body: answered } = await decide(id, body);
      expect([status, answered.error.details.errors[0]?.code]).toEqual([400, code]);
    }
    expect(await statusOf(documentId)).toBe(200);

    expect((await decide(id, { ...decision, statement })).status).toBe(200);
    expect(await statusOf(documentId)).toBe(404);
    const told = await waitForMail(email, ({ subject }) => subject.startsWith('Entschieden'));
    expect(told.text).toContain('Das Bild ist beleidigend.');
    const made = await waitForMail(owner.email, ({ subject }) => subject.includes('Bäckerei Streit'));
    for (const part of [
      'Auf dem Bild ist ein Nachbar',
      '§ 185 StGB',
      'Jemand hatte uns darauf hingewiesen',
      'kein Programm',
    ])
      expect(made.text).toContain(part);
    expect(`${made.text}${made.html}`).not.toMatch(/Meldemann|melderin|leute\.example/);
    expect((await decide(id, { ...decision, statement })).body.error.details.code).toBe('intake-decided');
  });

  it('can be objected to by who made it, once, decided by another editor, and is then as before', async () => {
    const documentId = await ownedBusiness('Café Widerspruch');
    const path = `/moderation/documents/${BUSINESS}/${documentId}/suspend`;
    const body = { reason: 'Fremde Werbung', basis: 'terms', norm: 'Abschnitt 3' };
    expect((await request(path, { token: erika.token, body })).status).toBe(200);
    const token = tokenIn(await waitForMail(owner.email, ({ subject }) => subject.includes('Widerspruch')));
    expect((await view(token)).body.data).toMatchObject({
      title: 'Einer Entscheidung widersprechen',
      actions: [{}],
    });
    expect((await object(token, 'kurz')).status).toBe(400);
    const objected = await object(token);
    expect(objected.body.data.title).toBe('Ihr Widerspruch ist eingegangen');
    expect((await view(token)).body.data.actions).toEqual([]);
    expect((await object(token, 'Noch einmal, anders gesagt.')).status).toBe(409);

    const objection = await taken(documentId);
    expect(objection).toMatchObject({ kind: 'objection', isOwnDecision: true });
    const won = { decision: 'accepted', reason: 'Es war der eigene Hund.' };
    const refused = await decide(objection.id, won);
    expect([refused.status, refused.body.error.details.code]).toEqual([403, 'four-eyes']);
    expect(await statusOf(documentId)).toBe(404);
    expect((await decide(objection.id, won, max)).status).toBe(200);
    expect(await statusOf(documentId)).toBe(200);
    const told = await waitForMail(owner.email, ({ subject }) => subject.includes(objection.number));
    expect(told.text).toContain('Sie haben recht bekommen.');
  });

  it('that is declined can be objected to by who gave it; another editor decides', async () => {
    const [email, documentId] = [unique(), await ownedBusiness('Laden Abgelehnt')];
    await report(illegal(documentId, email));
    const { id } = await taken(documentId);
    await decide(id, { decision: 'declined', reason: 'Keine Beleidigung.' });
    const mail = await waitForMail(email, ({ subject }) => subject.startsWith('Entschieden'));
    await object(tokenIn(mail), 'Doch, es ist eine.');
    const objection = await taken(documentId);
    expect(objection.from).toMatchObject({ email });
    const stays = { decision: 'declined', reason: 'Wir bleiben dabei.' };
    expect((await decide(objection.id, stays)).status).toBe(403);
    expect((await decide(objection.id, stays, max)).status).toBe(200);
    const told = await waitForMail(
      email,
      ({ subject }) => subject.includes(objection.number) && /^Entschieden/.test(subject),
    );
    expect(told.text).toContain('Es bleibt bei der Entscheidung.');
  });

  it.each(['archive', 'reject'] as const)(
    'the reasons of %s reach the maker, with a link to object',
    async (action) => {
      const documentId = await ownedBusiness(`Laden ${action}`);
      const body = { reason: 'Steht doppelt da.' };
      let path = `/moderation/documents/${BUSINESS}/${documentId}/archive`;
      let more = {};
      if (action === 'reject') {
        const actor = contributorActor(owner.id);
        await edit(BUSINESS, documentId, { summary: 'Neu' }, { actor });
        await moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor });
        const { body: found } = await request<{
          data: { id: number; version: number; documentId: string }[];
        }>('/moderation/submissions?pageSize=100', { token: erika.token });
        const item = found.data.find((one) => one.documentId === documentId)!;
        path = `/moderation/submissions/${item.id}/reject`;
        more = { version: item.version };
      } else expect((await request(path, { token: erika.token, body: {} })).status).toBe(400);
      expect((await request(path, { token: erika.token, body: { ...body, ...more } })).status).toBe(200);
      const mail = await waitForMail(
        owner.email,
        ({ text }) => text.includes(`„Laden ${action}“`) && text.includes('doppelt'),
      );
      expect(tokenIn(mail)).not.toBe('');
      const [line] = (await logOf(documentId)).slice(-1);
      expect(line?.details).toMatchObject({ grounds: { basis: 'other', norm: null, afterNotice: false } });
    },
  );
});

describe('every notice', () => {
  it('ends with exactly one decision and one mail, however many decide at once, and however', async () => {
    const attempt = fc.record({
      decision: fc.constantFrom(...DECISIONS, 'x'),
      reason: fc.constantFrom('', 'Geprüft.'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...GROUND_NAMES),
        fc.array(attempt, { maxLength: 4 }),
        async (ground, attempts) => {
          const [email, { documentId }] = [unique(), await createBusiness()];
          expect((await report({ ...illegal(documentId, email), ground })).status).toBe(201);
          const { id } = await taken(documentId);
          const sure = { decision: 'declined', reason: 'Nicht begründet.' };
          const statement = { reason: 'Nicht mehr da.' };
          const answers = await Promise.all(
            [...attempts, sure].map(({ decision, reason }, at) =>
              decide(id, { decision, reason, statement }, at % 2 ? max : erika),
            ),
          );
          expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
          for (const { status } of answers) expect([200, 400, 409]).toContain(status);
          const [row] = await sql()<{ mails: number; decided: number }>(
            `select (select count(*)::int from pgboss.job where name = 'mail' and data ->> 'mail' = 'intake-decision'
             and data -> 'ref' ->> 'intakeId' = :id) as mails,
           (select count(decision)::int from stadtverbund.intake where id::text = :id) as decided`,
            { id },
          );
          expect(row).toEqual({ mails: 1, decided: 1 });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('stays decided: the database refuses another decision', async () => {
    await expect(
      sql()(`update stadtverbund.intake set decision = 'settled' where decision = 'declined'`),
    ).rejects.toThrow(/append-only/);
  });

  it('fills nobody’s box: ten receipts a day go to one address', async () => {
    const email = unique();
    await sql()('delete from stadtverbund.rate_limit');
    const rule = receiptMail.atMost!;
    expect(rule).toMatchObject({ limit: 10, windowSeconds: 86_400 });
    await consume(startedApp().strapi, rule, email, 8);
    for (let sent = 0; sent < 3; sent += 1) {
      const { documentId } = await createBusiness();
      const body = { ground: 'closed', contentType: 'business', documentId, message: 'x', email };
      expect((await request('/api/reports', { body })).status).toBe(201);
    }
    const later = () =>
      sql()<{ total: number }>(`select count(*)::int as total from pgboss.job
        where name = 'mail' and data ->> 'mail' = 'intake-receipt' and state = 'created' and start_after > now() + interval '1 hour'`);
    for (let tries = 0; tries < 200 && (await later())[0]?.total !== 1; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await later()).toEqual([{ total: 1 }]);
    expect(mailsTo(email)).toHaveLength(2);
  });
});

describe('who told something', () => {
  it('is found with all of it, and erased without a trace; the counts stay', async () => {
    const [email, documentId] = [unique(), (await createBusiness()).documentId];
    await report(illegal(documentId, email));
    const data = personalDataOf(startedApp().strapi).filter(({ name }) =>
      ['intake', 'people'].includes(name),
    );
    const find = async () =>
      await Promise.all(data.map(async (one) => (await one.find?.(sql(), { email }))?.length));
    expect(await find()).toEqual([1, 1]);
    for (let times = 0; times < 2; times += 1)
      await inTransaction(startedApp().strapi, async (within) => {
        for (const one of data) await one.erase?.(within, { email }, 'own-request', { listings: 'leave' });
      });
    expect(await find()).toEqual([0, 0]);
    const [row] = await sql()<{ row: string }>(
      'select i::text as row from stadtverbund.intake i where document_id = ?',
      [documentId],
    );
    expect(row?.row).not.toMatch(/Meldemann|melderin|beleidigt|StGB/);
    expect(row?.row).toContain('withdrawn');
  });
});

describe('/api/transparency.json', () => {
  const ask = (query = '') => request<{ data: Record<string, unknown> }>(`/api/transparency.json${query}`);

  it('counts notices by ground, decisions and objections, and may be kept by caches', async () => {
    const { status, headers, body } = await ask();
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    const [counted] = await sql()<{ total: number; illegal: number; down: number }>(
      `select count(*) filter (where kind not in ('claim', 'objection'))::int as total,
        count(*) filter (where kind = 'illegal')::int as illegal,
        count(*) filter (where decision = 'taken-down')::int as down from stadtverbund.intake`,
    );
    expect(body.data).toMatchObject({
      year: new Date().getFullYear(),
      notices: { total: counted?.total, byGround: { illegal: counted?.illegal } },
      takenDown: counted?.down,
      objections: { total: 2, decided: 2, won: 1 },
      automated: 0,
      medianHours: expect.any(Number) as number,
    });
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it.each(['?year=2019', '?year=abc', '?year=2026&year=2025', '?day=1'])('refuses %s', async (query) => {
    expect((await ask(query)).status).toBe(400);
  });

  it('of another year has counts of its own', async () => {
    expect((await ask('?year=2021')).body.data).toMatchObject({
      year: 2021,
      decided: 0,
      medianHours: null,
      limited: 0,
    });
  });
});
