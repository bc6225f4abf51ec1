import { mailsTo, request, startedApp, tokenIn, waitForMail } from '../../support';
import { earlierReset } from '../../support/earlier-links';
import { sendForm } from '../../support/pages';

const PASSWORD = 'ein langes Kennwort';

interface Failure {
  error: { message: string; details: { code?: string; errors?: { path: string[] }[] } };
}

const register = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
  request<{ user?: { id: number } } & Failure>('/api/auth/local/register', { body, headers });

const login = (identifier: string, password = PASSWORD) =>
  request<{ jwt?: string } & Failure>('/api/auth/local', { body: { identifier, password } });

const account = async (email: string) =>
  (await startedApp()
    .strapi.db.query('plugin::users-permissions.user')
    .findOne({ where: { email }, populate: ['role'] })) as Record<string, unknown> & {
    role: { type: string };
  };

/** Presses the button behind the link. @returns the status */
const confirm = async (email: string): Promise<number> =>
  (await sendForm(`/l/${tokenIn(await waitForMail(email))}/confirm`, {})).status;

it('a new account is a contributor, unconfirmed until the button behind the link is pressed', async () => {
  const email = 'anna@example.org';
  const answer = await register({ username: 'Anna Muster', email, password: PASSWORD });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ user: { username: 'Anna Muster', email, confirmed: false } });
  expect(await account(email)).toMatchObject({
    confirmed: false,
    blocked: false,
    role: { type: 'contributor' },
  });
  expect((await login(email)).status).toBe(400);
  expect(await confirm(email)).toBe(303);
  const { status, body } = await login(email);
  expect(status).toBe(200);
  expect(body.jwt).toEqual(expect.any(String));
});

it.each([
  ['Accept-Language', {}, { 'accept-language': 'en-GB,en;q=0.9' }, 'Please confirm'],
  ['the body', { locale: 'en' }, {}, 'Please confirm'],
  ['nothing, so German', {}, {}, 'Bitte bestätigen'],
])('mails are in the language of %s', async (_source, body, headers, subject) => {
  const name = `sprache${Math.random().toString(36).slice(2)}`;
  const email = `${name}@example.org`;
  expect((await register({ username: name, email, password: PASSWORD, ...body }, headers)).status).toBe(200);
  expect((await waitForMail(email)).subject).toContain(subject);
});

it('a name with markup is text in the mail', async () => {
  const answer = await register({ username: '<b>Bert', email: 'markup@example.org', password: PASSWORD });
  expect(answer.status).toBe(400);
});

it.each([
  ['role', 1],
  ['role', { connect: [{ id: 1 }] }],
  ['confirmed', true],
  ['blocked', false],
  ['provider', 'google'],
  ['id', 1],
  ['documentId', 'abc'],
  ['confirmationToken', 'x'],
  ['resetPasswordToken', 'x'],
  ['createdBy', 1],
  ['language', 'en'],
])('registration refuses the field %s and names it', async (field, value) => {
  const email = 'felder@example.org';
  const answer = await register({ username: 'felder', email, password: PASSWORD, [field]: value });
  expect(answer.status).toBe(400);
  expect(answer.body.error.details.errors?.map(({ path }) => path.join('.'))).toEqual([field]);
  expect(await account(email)).toBeNull();
});

it.each([
  ['a short password', { password: 'neunzeich' }],
  ['a password beyond 72 bytes', { password: 'ä'.repeat(37) }],
  ['a password that is no text', { password: { $ne: null } }],
  ['an address without a host', { email: 'niemand' }],
  ['an address that is no text', { email: ['a@example.org'] }],
  ["another person's address as the name", { username: 'andere@example.org' }],
  ['a name of control characters', { username: 'a\u0000bc' }],
])('registration refuses %s', async (_what, part) => {
  const answer = await register({
    username: 'gueltig',
    email: 'gueltig@example.org',
    password: PASSWORD,
    ...part,
  });
  expect(answer.status).toBe(400);
});

it('of racing registrations with one address exactly one creates an account, and none causes a server error', async () => {
  const email = 'rennen@example.org';
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      register({
        username: `rennen${number}`,
        email: number % 2 ? email : email.toUpperCase(),
        password: PASSWORD,
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  const users = startedApp().strapi.db.query('plugin::users-permissions.user');
  expect(await users.count({ where: { email: { $eqi: email } } })).toBe(1);
});

it('a registration is answered the same whether or not there is an account, and its owner gets a mail', async () => {
  const email = 'vergeben@example.org';
  const first = await register({ username: 'vergeben', email, password: PASSWORD });
  await confirm(email);
  for (const address of [email, ' VERGEBEN@Example.org ']) {
    const again = await register({ username: 'vergeben2', email: address, password: 'ein anderes Kennwort' });
    expect(again.status).toBe(first.status);
    expect(again.text.replace('vergeben2', 'vergeben')).toBe(first.text);
  }
  const mail = await waitForMail(email, ({ subject }) => subject === 'Sie haben schon ein Konto');
  expect(tokenIn(mail)).not.toBe('');
  expect((await login(email)).status).toBe(200);
});

it('a taken name is told, whether or not there is an account with the address', async () => {
  const email = 'name@example.org';
  await register({ username: 'Namensvetter', email, password: PASSWORD });
  const answers = [];
  for (const address of [email, 'niemand-da@example.org'])
    answers.push(await register({ username: 'namensVETTER', email: address, password: PASSWORD }));
  const [known, unknown] = answers;
  expect(known?.body.error.details.code).toBe('username-taken');
  expect([known?.status, known?.text]).toEqual([400, unknown?.text]);
  expect(mailsTo('niemand-da@example.org')).toEqual([]);
});

it('asking for mails after many registrations does not reveal an account either', async () => {
  const statuses = [];
  for (const [index, email] of ['voll@example.org', 'leer@example.org'].entries()) {
    if (index === 0) {
      await register({ username: 'voll', email, password: PASSWORD });
      await startedApp().strapi.db.connection.raw('delete from stadtverbund.rate_limit');
    }
    for (let number = 0; number < 5; number += 1)
      await register({ username: `voll${index}${number}`, email, password: PASSWORD });
    statuses.push((await request('/api/auth/forgot-password', { body: { email } })).status);
  }
  expect(statuses[0]).toBe(statuses[1]);
});

it('who registers an address first cannot get into the account of who owns it', async () => {
  const email = 'besetzt@example.org';
  await register({ username: 'angreiferin', email, password: 'Kennwort der Fremden' });
  const first = await waitForMail(email);
  await register({ username: 'inhaberin', email, password: PASSWORD });
  const second = await waitForMail(email, ({ subject }) => subject === 'Sie haben schon ein Konto');
  // The link that the stranger caused confirms the address, and opens nothing to them.
  expect((await sendForm(`/l/${tokenIn(first)}/confirm`, {})).status).toBe(303);
  for (const password of ['Kennwort der Fremden', PASSWORD])
    expect((await login(email, password)).status).toBe(400);
  const code = tokenIn(second);
  const body = { code, password: PASSWORD, passwordConfirmation: PASSWORD };
  expect((await request('/api/auth/reset-password', { body })).status).toBe(200);
  expect((await login(email)).status).toBe(200);
  expect((await login(email, 'Kennwort der Fremden')).status).toBe(400);
});

it('who registers twice with the same password gets the link again', async () => {
  const email = 'doppelt@example.org';
  await register({ username: 'doppelt', email, password: PASSWORD });
  const first = await waitForMail(email);
  await register({ username: 'doppelt2', email, password: PASSWORD });
  const second = await waitForMail(email, ({ text }) => text !== first.text);
  expect(second.subject).toBe(first.subject);
  expect((await sendForm(`/l/${tokenIn(second)}/confirm`, {})).status).toBe(303);
  expect((await login(email)).status).toBe(200);
});

it.each([
  ['in capitals', 'INFO@BLUMEN-MÜLLER.EXAMPLE'],
  ['with blanks', '  info@blumen-müller.example\t'],
  ['with A-labels', 'info@xn--blumen-mller-klb.example'],
  ['with its umlaut taken apart', 'info@blumen-mu\u0308ller.example'],
  ['by the user name', 'blumen müller'],
  ['by the user name in full width', '\uff22lumen Müller'],
])('an account at an umlaut domain signs in %s', async (_how, identifier) => {
  const email = 'info@blumen-müller.example';
  if (!(await account('info@xn--blumen-mller-klb.example'))) {
    expect((await register({ username: 'Blumen Müller', email, password: PASSWORD })).status).toBe(200);
    expect(await confirm('info@xn--blumen-mller-klb.example')).toBe(303);
  }
  expect((await login(identifier)).status).toBe(200);
});

it('an account that a release before stored otherwise is found', async () => {
  const { strapi } = startedApp();
  await register({ username: 'altbestand', email: 'alt@example.org', password: PASSWORD });
  await confirm('alt@example.org');
  await strapi.db.connection.raw('alter table up_users disable trigger stadtverbund_account_email');
  await strapi.db.connection.raw(
    `update up_users set email = 'alt@bäckerei.example' where email = 'alt@example.org'`,
  );
  await strapi.db.connection.raw('alter table up_users enable trigger stadtverbund_account_email');
  expect((await login('Alt@Bäckerei.example')).status).toBe(200);
});

it('an address is stored in lower case by whatever path it comes', async () => {
  const { strapi } = startedApp();
  await strapi.db.query('plugin::users-permissions.user').create({
    data: { username: 'gross', email: 'Gross@Example.org', password: 'x', provider: 'local' },
  });
  expect(await account('gross@example.org')).not.toBeNull();
});

it('requesting mails does not reveal whether there is an account', async () => {
  const email = 'still@example.org';
  await register({ username: 'still', email, password: PASSWORD });
  await confirm(email);
  for (const path of ['/api/auth/forgot-password', '/api/auth/send-email-confirmation']) {
    const known = await request(path, { body: { email } });
    const unknown = await request(path, { body: { email: 'niemand@example.org' } });
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(known.text.replace(email, '')).toBe(unknown.text.replace('niemand@example.org', ''));
  }
  expect(mailsTo('niemand@example.org')).toEqual([]);
});

it('a password can be reset once with the link, and old sessions end', async () => {
  const email = 'reset@example.org';
  await register({ username: 'reset', email, password: PASSWORD, locale: 'en' });
  await confirm(email);
  await request('/api/auth/forgot-password', { body: { email } });
  const mail = await waitForMail(email, ({ subject }) => subject === 'Choose your new password');
  const code = tokenIn(mail);
  const reset = (password: string) =>
    request<Failure>('/api/auth/reset-password', {
      body: { code, password, passwordConfirmation: password },
    });
  const short = await reset('kurz');
  expect(short.status).toBe(400);
  expect(short.body.error.message).toContain('mindestens 10 Zeichen');
  const done = await reset('ein neues Kennwort');
  expect(done.status).toBe(200);
  expect(done.text).not.toContain('refreshToken');
  expect((await reset('noch ein Kennwort')).status).toBe(400);
  expect((await login(email)).status).toBe(400);
  expect((await login(email, 'ein neues Kennwort')).status).toBe(200);
});

describe('a link to a new password ends', () => {
  const users = () => startedApp().strapi.db.query('plugin::users-permissions.user');

  it.each([
    [
      'once its owner has chosen another password',
      'kennwort',
      async (email: string) => {
        const { jwt } = (await login(email)).body as { jwt: string };
        const [currentPassword, password] = [PASSWORD, 'ein anderes Kennwort'];
        const body = { currentPassword, password, passwordConfirmation: password };
        expect((await request('/api/auth/change-password', { token: jwt, body })).status).toBe(200);
      },
    ],
    [
      'once an editor has given the account another address',
      'anschrift',
      (email: string) => users().update({ where: { email }, data: { email: `neu-${email}` } }),
    ],
  ])('%s', async (_when, username, change) => {
    const email = `${username}@example.org`;
    await register({ username, email, password: PASSWORD, locale: 'en' });
    await confirm(email);
    await request('/api/auth/forgot-password', { body: { email } });
    const mail = await waitForMail(email, ({ subject }) => subject === 'Choose your new password');
    const codes = [tokenIn(mail), await earlierReset(email)];
    await change(email);
    const password = 'Kennwort von gestern';
    for (const code of codes) {
      const { status, body } = await request<Failure>('/api/auth/reset-password', {
        body: { code, password, passwordConfirmation: password },
      });
      expect([status, body.error.details?.code]).toEqual([400, 'account-token']);
    }
  });
});

it('a link that a release before mailed sets a password, too', async () => {
  const email = 'vorher@example.org';
  await register({ username: 'vorher', email, password: PASSWORD });
  const reset = async (code: string) =>
    (
      await request('/api/auth/reset-password', {
        body: { code, password: 'ein neues Kennwort', passwordConfirmation: 'ein neues Kennwort' },
      })
    ).status;
  const code = await earlierReset(email);
  expect([await reset(code), await reset(code)]).toEqual([200, 400]);
  expect((await login(email, 'ein neues Kennwort')).status).toBe(200);
});

it('the database contains no usable link', async () => {
  const email = 'hash@example.org';
  await register({ username: 'hash', email, password: PASSWORD });
  const token = tokenIn(await waitForMail(email));
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: object[] }>(
    `select to_jsonb(l) from stadtverbund.secret_link l union all select to_jsonb(j) from pgboss.job j`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('nobody writes an account over REST, not even their own', async () => {
  const email = 'schreiben@example.org';
  await register({ username: 'schreiben', email, password: PASSWORD });
  await confirm(email);
  const token = (await login(email)).body.jwt ?? '';
  const { id, documentId } = await account(email);
  for (const target of [id, documentId, 'me'])
    for (const method of ['PUT', 'DELETE']) {
      const answer = await request(`/api/users/${String(target)}`, {
        method,
        token,
        body: { role: 1, confirmed: true },
      });
      expect([403, 404, 405]).toContain(answer.status);
    }
  const created = await request('/api/users', { token, body: { username: 'x', email: 'x@example.org' } });
  expect([403, 404, 405]).toContain(created.status);
});

it('someone who knows the password may log in as often as needed', async () => {
  const email = 'oft@example.org';
  await register({ username: 'oft', email, password: PASSWORD });
  await confirm(email);
  for (let number = 0; number < 12; number += 1) expect((await login(email)).status).toBe(200);
});

it('guessing many passwords at once is stopped too', async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, () => login('sturm@example.org', 'falsch')));
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
});

it('guessing a password is stopped, however the account is named', async () => {
  const email = 'opfer@example.org';
  await register({ username: 'Opfer Muster', email, password: PASSWORD });
  const statuses: number[] = [];
  for (let number = 0; number < 12; number += 1)
    statuses.push((await login(number % 2 ? email : 'opfer muster', 'falsch')).status);
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400));
  expect(statuses.slice(10)).toEqual([429, 429]);
  const answer = await login('OPFER@example.org', 'falsch');
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});
