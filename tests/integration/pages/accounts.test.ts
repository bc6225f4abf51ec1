import {
  createBusiness,
  createCityProfile,
  createContributor,
  mailsTo,
  PASSWORD,
  request,
  startedApp,
  tokenIn,
  waitForMail,
} from '../../support';
import {
  expiringToken,
  earlierConfirmation,
  earlierInvitation,
  earlierReset,
} from '../../support/earlier-links';
import { formsIn, openPage, pressButton, sendForm } from '../../support/pages';

beforeAll(() => createCityProfile());

const users = () => startedApp().strapi.db.query('plugin::users-permissions.user');
const account = async (email: string) =>
  (await users().findOne({ where: { email } })) as { confirmed: boolean };

const register = (username: string, locale = 'de') =>
  request('/api/auth/local/register', {
    body: { username, email: `${username}@example.org`, password: PASSWORD, locale },
  });

const login = (identifier: string, password: string) =>
  request('/api/auth/local', { body: { identifier, password } });

const openSessions = async (): Promise<number> => startedApp().strapi.db.query('admin::session').count();

describe('the link of an earlier mail that confirms an address', () => {
  it('changes nothing until a button is pressed, by people or programs that follow it', async () => {
    await register('klickt');
    const link = `/api/auth/email-confirmation?confirmation=${await earlierConfirmation('klickt@example.org')}`;
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET', 'GET']) {
      const led = await request(link, { method, headers: { 'accept-language': 'de' } });
      expect(led.status).toBe(302);
      expect((await request(led.headers.get('location') ?? '', { method })).status).toBe(200);
    }
    expect((await account('klickt@example.org')).confirmed).toBe(false);

    const page = await openPage((await request(link)).headers.get('location') ?? '');
    expect(page.text).toContain('<h1>E-Mail-Adresse bestätigen</h1>');
    const pressed = await pressButton(page.text);
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/konto/bestaetigt']);
    expect((await account('klickt@example.org')).confirmed).toBe(true);

    // The second click, and the second press.
    const again = await openPage((await request(link)).headers.get('location') ?? '');
    expect(again.text).toContain('Dieser Link gilt nicht mehr');
    expect(formsIn(again.text)).toEqual([]);
    expect((await pressButton(page.text)).headers.get('location')).toBe('/konto/bestaetigen');
  });

  it('leads to the language of the browser, and whatever it says is text', async () => {
    const led = await request('/api/auth/email-confirmation?confirmation=%22%3E%3Cb%3E', {
      headers: { 'accept-language': 'en' },
    });
    const path = led.headers.get('location') ?? '';
    expect(path).toMatch(/^\/en\/account\/confirm\?confirmation=/);
    expect((await openPage(path)).text).not.toContain('<b>');
  });
});

describe('asking for a mail', () => {
  it.each([
    ['/konto/passwort-vergessen', '/konto/mail-unterwegs'],
    ['/en/account/forgotten-password', '/en/account/mail-sent'],
    ['/konto/bestaetigung-anfordern', '/konto/mail-unterwegs'],
    ['/en/account/ask-confirmation', '/en/account/mail-sent'],
  ])('%s says the same whether or not there is an account', async (path, next) => {
    const { email } = await createContributor();
    for (const address of [email, 'niemand@example.org']) {
      const answer = await pressButton((await openPage(path)).text, { email: address });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, next]);
    }
    expect(mailsTo('niemand@example.org')).toEqual([]);
  });

  it('names what is wrong at its field, and keeps what was typed', async () => {
    const { status, text } = await sendForm('/konto/passwort-vergessen', { email: ' ' });
    expect(status).toBe(400);
    expect(text).toContain('<title>Fehler: Passwort vergessen');
    expect(text).toContain('<a href="#form-email">');
    expect(text).toMatch(/<input[^>]*aria-describedby="form-email-problem"[^>]*aria-invalid="true"/);
    expect(text).toContain('value=" "');
  });

  it.each([
    ['/konto/daten', ['E-Mail-Adresse: Diese Angabe fehlt.', 'Passwort: Diese Angabe fehlt.']],
    ['/en/account/data', ['E-mail address: this is missing.', 'Password: this is missing.']],
  ])('%s calls fields as the form does, in its order, and has the focus there', async (path, sentences) => {
    const { status, text } = await sendForm(path, { identifier: '', password: '' });
    expect(status).toBe(400);
    expect(text).toContain('<div class="problems" role="alert" tabindex="-1" autofocus="">');
    const places = sentences.map((sentence) => text.indexOf(sentence));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    expect(text).not.toMatch(/(identifier|password): /);
  });
});

describe('a new password', () => {
  it('is set by the link of an earlier mail, without JavaScript, and signs nobody in', async () => {
    const { email } = await createContributor();
    const link = `https://betriebe.example.de/account/reset-password.html#code=${await earlierReset(email)}`;
    const page = await openPage('/konto/neues-passwort');
    const before = await openSessions();

    const short = await pressButton(page.text, { code: link, password: 'kurz' });
    expect(short.status).toBe(400);
    expect(short.text).toContain('mindestens 10 Zeichen');
    expect(short.text).not.toContain('kurz"');
    // The link is still known, so only the password is asked for again.
    const done = await pressButton(short.text, { password: 'Astern blühen im Herbst' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/konto/passwort-gesetzt']);
    expect(done.headers.get('set-cookie')).toBeNull();
    expect(await openSessions()).toBeLessThanOrEqual(before);
    expect((await login(email, 'Astern blühen im Herbst')).status).toBe(200);

    const again = await pressButton(page.text, { code: link, password: 'Nelken blühen im Mai' });
    expect(again.status).toBe(400);
    expect(again.text).toContain('abgelaufen oder wurde schon benutzt');
  });

  it.each(['/account/reset-password.html', '/account/invitation.html', '/account/confirmed.html'])(
    'and other links of mails sent before lead on: %s',
    async (path) => {
      const led = await openPage(`${path}?code=abc&token=def`, { 'accept-language': 'en' });
      expect(led.status).toBe(302);
      const to = led.headers.get('location') ?? '';
      expect(to).toMatch(/^\/en\/account\/[a-z-]+\?code=abc&token=def$/);
      expect((await openPage(to)).status).toBe(200);
    },
  );

  it('of a link with its code in the query asks for the password only, as long as the code is valid', async () => {
    const { email } = await createContributor();
    const code = await earlierReset(email);
    const path = `/konto/neues-passwort?code=${code}`;
    const { text } = await openPage(path);
    expect(formsIn(text)).toEqual([{ action: '/konto/neues-passwort', hidden: { code } }]);
    expect(text).not.toContain('data-from-fragment');
    await pressButton(text, { password: 'Astern blühen im Herbst' });
    await expectToSayWhatToDo(path);
  });

  const expectToSayWhatToDo = async (path: string) => {
    const { status, text } = await openPage(path);
    expect(status).toBe(200);
    expect(formsIn(text)).toEqual([]);
    expect(text).toContain('Dieser Link');
    expect(text).toContain('href="/konto/passwort-vergessen"');
  };

  it.each([
    ['has no end', 'abc'],
    ['has expired', expiringToken(new Date(Date.now() - 1000))],
    ['nobody has', expiringToken(new Date(Date.now() + 3_600_000))],
  ])('of an earlier link whose code %s, says what to do', async (_what, code) => {
    await expectToSayWhatToDo(`/konto/neues-passwort?code=${code}`);
  });

  it('of a link that has ended with the password or the address, says what to do', async () => {
    const { email } = await createContributor();
    await request('/api/auth/forgot-password', { body: { email } });
    const token = tokenIn(await waitForMail(email));
    const before = await openPage(`/l/${token}`);
    await users().update({ where: { email }, data: { email: `neu.${email}` } });
    await expectToSayWhatToDo(`/l/${token}`);
    await expectToSayWhatToDo(`/konto/neues-passwort?code=${token}`);
    const pressed = await pressButton(before.text, { password: 'Astern blühen im Herbst' });
    expect(pressed.status).toBe(404);
    expect(pressed.text).toContain('href="/konto/passwort-vergessen"');
  });
});

it('an invitation that was mailed earlier is accepted by signing in, which lasts no longer than that', async () => {
  const owner = await createContributor();
  const guest = await createContributor();
  const business = (await createBusiness()).documentId;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: owner.id, role: 'owner', since: new Date().toISOString() } });
  await request(`/api/my/businesses/${business}/invitations`, {
    token: owner.token,
    body: { email: guest.email },
  });
  const token = await earlierInvitation(guest.email);
  const page = await openPage(`/konto/einladung?token=${token}`);
  const before = await openSessions();

  const wrong = await pressButton(page.text, { identifier: guest.email, password: 'falsch' });
  expect(wrong.status).toBeGreaterThanOrEqual(400);
  expect(wrong.text).toContain(`value="${guest.email}"`);
  expect(wrong.text).not.toContain('falsch');

  const stranger = await pressButton(page.text, { identifier: owner.email, password: PASSWORD });
  expect(stranger.status).toBeGreaterThanOrEqual(400);

  const done = await pressButton(wrong.text, { identifier: guest.email, password: PASSWORD });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/konto/einladung-angenommen']);
  expect(done.headers.get('set-cookie')).toBeNull();
  expect(await openSessions()).toBe(before);
  const { body } = await request<{ data: { documentId: string }[] }>('/api/my/businesses', {
    token: guest.token,
  });
  expect(body.data.map(({ documentId }) => documentId)).toContain(business);
});
