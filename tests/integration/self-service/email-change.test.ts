import { personalDataOf, runRetention } from '#src/platform/personal-data/index';
import { sqlOf } from '#src/platform/sql/sql';
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
  type ContributorAccount,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { changesNothing } from '#tests/support/changes-nothing';
import { actOnLink, showLink, someone, type LinkAnswer } from '#tests/support/links';

type Answer = { data: { email: string; newEmail: string | null } } & Pick<LinkAnswer, 'error'>;

const NEW_PASSWORD = 'Astern blühen im Herbst';
const CONFIRM = /bestätigen Sie Ihre neue E-Mail-Adresse/;
const UNDO = /soll sich ändern/;
const UNDONE = /wurde zurückgenommen/;
const EXISTS = /schon ein Konto/;

const sql = () => sqlOf(startedApp().strapi);
const users = () => startedApp().strapi.db.query('plugin::users-permissions.user');

const change = (token: string, email: string, password = PASSWORD, language = 'de') =>
  request<Answer>('/api/my/account/email', {
    method: 'PUT',
    token,
    body: { email, password },
    headers: { 'accept-language': language },
  });

const signIn = (identifier: string, password = PASSWORD) =>
  request<{ jwt: string }>('/api/auth/local', { body: { identifier, password } });

const register = (email: string) =>
  request('/api/auth/local/register', {
    body: { username: `Name ${email}`.replace('@', ' '), email, password: 'Kennwort der Fremden' },
  });

const account = async (token: string) => (await request<Answer>('/api/my/account', { token })).body.data;

const isIn = async (token: string): Promise<boolean> =>
  (await request('/api/my/account', { token })).status === 200;

const linkTo = async (email: string, subject: RegExp, after = 0): Promise<string> => {
  await eventually(
    `a mail about ${subject} to ${email}`,
    () => mailsTo(email).filter((mail) => subject.test(mail.subject)).length > after,
  );
  return tokenIn(await waitForMail(email, (mail) => subject.test(mail.subject)));
};

/** Asks for a change. @returns the tokens that were mailed to both */
async function asked(token: string, from: string, to: string, after = 0) {
  expect((await change(token, to)).status).toBe(200);
  return { confirming: await linkTo(to, CONFIRM), undoing: await linkTo(from, UNDO, after) };
}

const confirm = (token: string) => actOnLink(token, 'confirm');
const undo = (token: string, password = NEW_PASSWORD) => actOnLink(token, 'undo', { password });

let anna: ContributorAccount;

beforeAll(() => createCityProfile());

beforeEach(async () => {
  anna = await createContributor();
});

describe('another address', () => {
  it('is valid once it is confirmed; password and sessions stay', async () => {
    const email = someone();
    const answer = await change(anna.token, `  ${email.toUpperCase()} `);
    expect(answer.body.data).toMatchObject({ email: anna.email, newEmail: email });
    const token = await linkTo(email, CONFIRM);
    expect((await signIn(email)).status).toBe(400);
    await changesNothing(() => showLink(token));

    const done = await confirm(token);
    expect(done.status).toBe(200);
    expect([(await signIn(email)).status, (await signIn(anna.email)).status]).toEqual([200, 400]);
    expect(await account(anna.token)).toMatchObject({ email, newEmail: null });
    expect((await confirm(token)).body).toEqual(done.body);
    expect((await showLink(token)).body).toEqual(done.body);
  });

  it('at an umlaut domain is the same however it is spelled', async () => {
    const user = someone().split('@', 1)[0];
    await change(anna.token, `${user}@Blumen-Müller.example`);
    await confirm(await linkTo(`${user}@xn--blumen-mller-klb.example`, CONFIRM));
    expect((await signIn(`${user}@blumen-müller.example`)).status).toBe(200);
    const again = await change(anna.token, ` ${user}@BLUMEN-MÜLLER.example`);
    expect([again.status, again.body.error.details.code]).toEqual([400, 'email-unchanged']);
  });

  it('that somebody has gets the same answer, its owner a mail, and the account nothing', async () => {
    const bert = await createContributor();
    const [taken, free] = [await change(anna.token, bert.email), await change(anna.token, someone())];
    expect({ ...taken.body.data, newEmail: '' }).toEqual({ ...free.body.data, newEmail: '' });
    expect([taken.status, [...taken.headers.keys()].sort()]).toEqual([
      free.status,
      [...free.headers.keys()].sort(),
    ]);
    // Anna's first no longer waits, so its mail may not have been written.
    const claire = await createContributor();
    await change(claire.token, bert.email);
    await linkTo(bert.email, EXISTS);
    await linkTo(claire.email, UNDO);
    expect(mailsTo(bert.email).filter(({ subject }) => CONFIRM.test(subject))).toEqual([]);
  });

  it('that somebody confirms meanwhile stays theirs', async () => {
    const email = someone();
    const bert = await createContributor();
    const mine = await asked(anna.token, anna.email, email);
    expect((await change(bert.token, email)).status).toBe(200);
    const his = await linkTo(email, CONFIRM, 1);
    expect((await confirm(his)).status).toBe(200);
    const late = await confirm(mine.confirming);
    expect([late.status, late.body.error.details.code]).toEqual([400, 'account-taken']);
    expect((await account(anna.token)).email).toBe(anna.email);
  });

  it('is taken from an account that a stranger has registered with it and never confirmed', async () => {
    const email = someone();
    await register(email);
    const { confirming } = await asked(anna.token, anna.email, email);
    expect((await confirm(confirming)).status).toBe(200);
    expect(await users().count({ where: { email } })).toBe(1);
    expect((await signIn(email, 'Kennwort der Fremden')).status).toBe(400);
  });

  it('is not taken from one to which editors have given a business', async () => {
    const email = someone();
    await register(email);
    const { id } = (await users().findOne({ where: { email } })) as { id: number };
    const { documentId: business } = await createBusiness();
    await startedApp()
      .strapi.documents('api::membership.membership')
      .create({ data: { business, user: id, role: 'owner', since: new Date().toISOString() } });
    const { confirming } = await asked(anna.token, anna.email, email);
    expect((await confirm(confirming)).body.error.details.code).toBe('account-taken');
  });

  it('takes the user name with it, if that is the address', async () => {
    await request('/api/my/account', { method: 'PUT', token: anna.token, body: { username: anna.email } });
    const email = someone();
    await confirm((await asked(anna.token, anna.email, email)).confirming);
    expect(await account(anna.token)).toMatchObject({ username: email });
  });

  it('replaces one that waits', async () => {
    const [first, second] = [someone(), someone()];
    const before = await asked(anna.token, anna.email, first);
    await asked(anna.token, anna.email, second, 1);
    const late = await confirm(before.confirming);
    expect([late.status, late.body.error.details.code]).toEqual([404, 'link-unknown']);
    expect((await showLink(before.confirming)).body.data).toMatchObject({
      title: 'Diese Änderung gilt nicht mehr',
      actions: [],
    });
    expect(await account(anna.token)).toMatchObject({ email: anna.email, newEmail: second });
  });

  it.each([
    [
      'in the account',
      () =>
        request('/api/auth/change-password', {
          token: anna.token,
          body: { currentPassword: PASSWORD, password: NEW_PASSWORD, passwordConfirmation: NEW_PASSWORD },
        }),
    ],
    [
      'by a link',
      async () => {
        await request('/api/auth/forgot-password', { body: { email: anna.email } });
        return actOnLink(await linkTo(anna.email, /neues Passwort/), 'set', { password: NEW_PASSWORD });
      },
    ],
  ])('ends with the password that it was asked for with: %s', async (_where, changePassword) => {
    const { confirming, undoing } = await asked(anna.token, anna.email, someone());
    expect((await changePassword()).status).toBe(200);
    expect((await confirm(confirming)).status).toBe(404);
    expect(await users().count({ where: { id: anna.id, email: anna.email } })).toBe(1);
    // The mail says that it can be undone, so that stays true.
    expect((await undo(undoing, 'Nelken blühen im Mai')).status).toBe(200);
  });

  it('ends links to a new password that were mailed to the one before', async () => {
    await request('/api/auth/forgot-password', { body: { email: anna.email } });
    const reset = await linkTo(anna.email, /neues Passwort/);
    await confirm((await asked(anna.token, anna.email, someone())).confirming);
    expect((await actOnLink(reset, 'set', { password: NEW_PASSWORD })).status).toBe(404);
    expect((await showLink(reset)).body.data.title).toBe('Dieser Link gilt nicht mehr');
  });

  it('is not given to a blocked account', async () => {
    const { confirming, undoing } = await asked(anna.token, anna.email, someone());
    await users().update({ where: { id: anna.id }, data: { blocked: true } });
    for (const { status } of [await confirm(confirming), await undo(undoing), await showLink(undoing)])
      expect(status).toBe(404);
  });

  it('is confirmed within three days', async () => {
    const { confirming } = await asked(anna.token, anna.email, someone());
    await sql()(`update stadtverbund.secret_link set expires_at = expires_at - interval '3 days'
      where purpose = 'email-change'`);
    const late = await confirm(confirming);
    expect([late.status, late.body.error.details]).toMatchObject([
      410,
      { code: 'link-expired', canBeSentAgain: false },
    ]);
  });

  it.each([
    ['a wrong password', () => ({ email: 'neu@example.org', password: 'falsch' }), 'password-current-wrong'],
    ['no password', () => ({ email: 'neu@example.org' }), 'value-missing'],
    ['an empty one', () => ({ email: 'neu@example.org', password: '' }), 'value-missing'],
    ['a number', () => ({ email: 'neu@example.org', password: 1 }), 'value-missing'],
    ['no address', () => ({ password: PASSWORD }), 'email-shape'],
    ['what is none', () => ({ email: 'niemand', password: PASSWORD }), 'email-shape'],
    [
      'a line break',
      () => ({ email: 'a@example.org\nBcc: b@example.org', password: PASSWORD }),
      'email-shape',
    ],
    [
      'the present one',
      () => ({ email: ` ${anna.email.toUpperCase()}`, password: PASSWORD }),
      'email-unchanged',
    ],
    ['more', () => ({ email: 'neu@example.org', password: PASSWORD, confirmed: true }), 'field-unknown'],
  ])('is refused with %s, in both languages, and changes nothing', async (_what, body, code) => {
    const texts = [];
    for (const language of ['de', 'en']) {
      const answer = await request<Answer>('/api/my/account/email', {
        method: 'PUT',
        token: anna.token,
        body: body(),
        headers: { 'accept-language': language },
      });
      expect([answer.status, answer.body.error.details.code]).toEqual([400, code]);
      texts.push(answer.body.error.message);
    }
    expect(texts[0]).not.toBe(texts[1]);
    expect(await account(anna.token)).toMatchObject({ email: anna.email, newEmail: null });
  });

  it('a stolen session guesses at no password', async () => {
    const statuses = [];
    for (let tries = 0; tries < 12; tries += 1)
      statuses.push((await change(anna.token, someone(), `geraten ${tries}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429]);
  });
});

describe('a change', () => {
  it.each([
    ['before', false],
    ['after', true],
  ])('is undone %s it is confirmed, with a new password', async (_when, isConfirmed) => {
    const email = someone();
    const { confirming, undoing } = await asked(anna.token, anna.email, email);
    if (isConfirmed) {
      expect((await confirm(confirming)).status).toBe(200);
      // A thief who registers the address that is free now does not keep the owner from it.
      await register(anna.email);
    }
    const shown = await showLink(undoing);
    expect(shown.text).not.toContain(email);
    await changesNothing(() => showLink(undoing));
    const short = await undo(undoing, 'kurz');
    expect([short.status, short.body.error.details.code]).toEqual([400, 'password-short']);

    const done = await undo(undoing);
    expect(done.status).toBe(200);
    expect((await undo(undoing)).body).toEqual(done.body);
    const tries = [
      await signIn(anna.email, NEW_PASSWORD),
      await signIn(email, NEW_PASSWORD),
      await signIn(anna.email),
    ];
    expect(tries.map(({ status }) => status)).toEqual([200, 400, 400]);
    expect(await isIn(anna.token)).toBe(false);
    if (!isConfirmed) expect((await confirm(confirming)).status).toBe(404);
    await waitForMail(anna.email, ({ subject }) => /Passwort wurde geändert/.test(subject));
    if (isConfirmed) await waitForMail(email, ({ subject }) => UNDONE.test(subject));
    expect(mailsTo(email).filter(({ subject }) => UNDONE.test(subject))).toHaveLength(isConfirmed ? 1 : 0);
  });

  it('of a thief who changes it again, and the password too, is undone as a whole', async () => {
    const [first, second] = [someone(), someone()];
    const owner = await asked(anna.token, anna.email, first);
    await confirm(owner.confirming);
    await request('/api/auth/change-password', {
      token: anna.token,
      body: {
        currentPassword: PASSWORD,
        password: 'Kennwort der Fremden',
        passwordConfirmation: 'Kennwort der Fremden',
      },
    });
    const { jwt } = (await signIn(first, 'Kennwort der Fremden')).body;
    expect((await change(jwt, second, 'Kennwort der Fremden')).status).toBe(200);
    const thief = { confirming: await linkTo(second, CONFIRM), undoing: await linkTo(first, UNDO) };
    await confirm(thief.confirming);

    expect((await undo(owner.undoing)).status).toBe(200);
    expect((await undo(thief.undoing, 'Nelken blühen im Mai')).status).toBe(404);
    expect((await showLink(thief.undoing)).body.data.actions).toEqual([]);
    expect(await isIn(jwt)).toBe(false);
    expect((await signIn(anna.email, NEW_PASSWORD)).status).toBe(200);
    await waitForMail(second, ({ subject }) => UNDONE.test(subject));
  });

  it('that was replaced can still be undone by the first mail', async () => {
    const [first, second] = [someone(), someone()];
    const { undoing } = await asked(anna.token, anna.email, first);
    await confirm((await asked(anna.token, anna.email, second, 1)).confirming);
    expect((await undo(undoing)).status).toBe(200);
    expect((await signIn(anna.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('keeps the account that somebody else has asked to be deleted', async () => {
    const email = someone();
    const { confirming, undoing } = await asked(anna.token, anna.email, email);
    await confirm(confirming);
    const deletion = { password: PASSWORD, listings: 'remove' };
    const wish = await request('/api/my/account/deletion', { token: anna.token, body: deletion });
    expect(wish.status).toBe(202);
    expect((await undo(undoing)).status).toBe(200);
    expect(await sql()('select account_id from stadtverbund.account_deletion')).toEqual([]);
  });

  it('is confirmed or undone, if both happen at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const who = await createContributor();
      const email = someone();
      const { confirming, undoing } = await asked(who.token, who.email, email);
      const [confirmed, undone] = await Promise.all([confirm(confirming), undo(undoing)]);
      expect([200, 404]).toContain(confirmed.status);
      expect(undone.status).toBe(200);
      expect((await signIn(who.email, NEW_PASSWORD)).status).toBe(200);
    }
  });

  it('of two at once, the later one waits', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => change(anna.token, someone())));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const states = await sql()<{ state: string }>(
      'select state from stadtverbund.email_change where account_id = :id order by id',
      { id: anna.id },
    );
    expect(states.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended', 'waiting']);
  });

  it('is undone within seven days, and then nothing of it is kept but the links', async () => {
    const email = someone();
    const { confirming, undoing } = await asked(anna.token, anna.email, email);
    await confirm(confirming);
    const { strapi } = startedApp();
    const count = async () =>
      (
        await sql()<{ rows: number }>(
          'select count(*)::int as rows from stadtverbund.email_change where account_id = :id',
          { id: anna.id },
        )
      )[0]?.rows;
    await sql()(`update stadtverbund.secret_link set expires_at = expires_at - interval '7 days'
      where purpose = 'email-change-undo'`);
    await sql()(
      `update stadtverbund.email_change set created_at = '2026-11-29T12:00:00Z' where account_id = :id`,
      { id: anna.id },
    );
    await runRetention(strapi, '2026-12-06');
    expect(await count()).toBe(1);
    await runRetention(strapi, '2026-12-07');
    expect(await count()).toBe(0);
    expect((await undo(undoing)).status).toBe(410);
    const links = await sql()<{ link: string }>(
      `select to_jsonb(l)::text as link from stadtverbund.secret_link l where purpose like 'email-change%'`,
    );
    expect(links.length).toBeGreaterThan(1);
    for (const { link } of links) expect(link).not.toContain('@');
  });
});

describe('what is known of it', () => {
  const data = () => personalDataOf(startedApp().strapi).find(({ name }) => name === 'email-changes');
  const found = (who: object) => data()?.find?.(sql(), who);
  const erase = (who: object) => data()?.erase?.(sql(), who, 'own-request', { listings: 'leave' });

  it('is found by the account and by both addresses; each address is told to its owner only', async () => {
    const email = someone();
    await asked(anna.token, anna.email, email);
    const both = { oldEmail: anna.email, newEmail: email };
    expect(await found({ accountId: anna.id })).toMatchObject([{ ...both, state: 'waiting' }]);
    expect(await found({ email })).toMatchObject([{ oldEmail: null, newEmail: email }]);
    expect(await found({ email: anna.email })).toMatchObject([{ oldEmail: anna.email, newEmail: null }]);
    expect(await found({ email: someone(), accountId: 0 })).toEqual([]);
  });

  it('is erased for the owner of the new address, who cannot take the undoing from that of the old one', async () => {
    const [email, waiting] = [someone(), someone()];
    const bert = await createContributor();
    const { confirming, undoing } = await asked(anna.token, anna.email, email);
    await confirm(confirming);
    const mistyped = await asked(bert.token, bert.email, waiting);
    for (const address of [email, waiting, email]) await erase({ email: address });
    expect([await found({ email }), await found({ email: waiting })]).toEqual([[], []]);
    expect((await confirm(mistyped.confirming)).status).toBe(404);
    expect((await undo(undoing)).status).toBe(200);
    expect((await signIn(anna.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('is erased with the account', async () => {
    await asked(anna.token, anna.email, someone());
    for (let time = 0; time < 2; time += 1) await erase({ accountId: anna.id, email: anna.email });
    expect(await found({ accountId: anna.id, email: anna.email })).toEqual([]);
  });
});
