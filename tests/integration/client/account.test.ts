import { CityError, createAccount, createClient, selfService } from '@stadtverbund/client';
import {
  PASSWORD,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  startedApp,
  waitForMail,
  type ContributorAccount,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';

const addressOf = (input: Parameters<typeof fetch>[0]): string =>
  input instanceof Request ? input.url : input.toString();

let anna: ContributorAccount;
let category: string;

beforeAll(async () => {
  await createCityProfile();
  anna = await createContributor();
  category = (await createCategory({ name: 'Café' })).documentId;
});

/** An account, and the tokens and cookies that it has sent. */
function connected(cookie?: string) {
  const sent: { url: string; token: string | null; cookie: string | null }[] = [];
  const client = createClient({
    url: startedApp().url,
    locale: 'de',
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      sent.push({
        url: addressOf(input),
        token: headers.get('authorization'),
        cookie: headers.get('cookie'),
      });
      return fetch(input, init);
    },
  });
  const account = createAccount(client.connection, cookie === undefined ? {} : { cookie });
  return { account, my: selfService(account), sent };
}

async function signedIn(who: ContributorAccount = anna) {
  const connection = connected();
  await connection.account.signIn({ identifier: who.email, password: PASSWORD });
  return connection;
}

const refusal = (asking: Promise<unknown>): Promise<CityError> =>
  asking.then(
    () => Promise.reject(new Error('It was not refused')),
    (error: unknown) => (error instanceof CityError ? error : Promise.reject(error as Error)),
  );

const CAFE = () => ({
  name: 'Café Muster',
  summary: 'Kaffee und Kuchen',
  categories: [category],
  address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
  sizeClass: 'micro' as const,
});

describe('a session', () => {
  it('begins with a password and ends', async () => {
    const { account } = await signedIn();
    expect(await account.me()).toMatchObject({ email: anna.email });
    await account.signOut();
    expect(account.cookie).toBeUndefined();
    expect(await refusal(account.me())).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await account.resume()).toBe(false);
  });

  it('is not begun with a wrong password', async () => {
    const { account } = connected();
    expect(
      await refusal(account.signIn({ identifier: anna.email, password: 'Falsch-geraten-1' })),
    ).toMatchObject({
      status: 400,
      code: 'sign-in-failed',
    });
    expect(await account.resume()).toBe(false);
  });

  it('goes on in another process by its cookie', async () => {
    const first = await signedIn();
    const second = connected(first.account.cookie);
    expect(await second.account.resume()).toBe(true);
    expect(await second.account.me()).toMatchObject({ email: anna.email });
    expect(second.account.cookie).not.toBe(first.account.cookie);
  });

  it('survives the end of its access token: one refresh for all who find it over', async () => {
    const { account, my, sent } = await signedIn();
    // As if ten minutes had gone by: the server no longer knows the token.
    const before = sent.length;
    const broken = connected(account.cookie);
    const answers = await Promise.all([
      broken.account.me(),
      broken.my.list('businesses'),
      broken.my.claims(),
    ]);
    expect(answers[0]).toMatchObject({ email: anna.email });
    expect(broken.sent.filter(({ url }) => url.endsWith('/api/auth/refresh'))).toHaveLength(1);
    expect(sent).toHaveLength(before);
    expect(await my.list('businesses')).toMatchObject({ meta: { pagination: { page: 1 } } });
  });

  it('replaces a token that the city no longer takes', async () => {
    const client = createClient({
      url: startedApp().url,
      // The first answer of a sign-in gets a token that is over.
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (!addressOf(input).endsWith('/api/auth/local')) return response;
        const body = { ...((await response.json()) as object), jwt: 'over' };
        return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
      },
    });
    const account = createAccount(client.connection);
    await account.signIn({ identifier: anna.email, password: PASSWORD });
    expect(await account.me()).toMatchObject({ email: anna.email });
  });

  it('is for somebody who has registered and followed the mail', async () => {
    const { account } = connected();
    await account.register({
      username: 'neuling',
      email: 'neuling@example.org',
      password: PASSWORD,
      locale: 'de',
    });
    await waitForMail('neuling@example.org');
    await account.sendConfirmation('neuling@example.org');
    await account.forgotPassword('nobody@example.org');
    expect(await refusal(account.resetPassword('wrong', PASSWORD))).toMatchObject({ code: 'account-token' });
    expect(await refusal(account.signIn({ identifier: 'neuling', password: PASSWORD }))).toMatchObject({
      code: 'email-not-confirmed',
    });
  });
});

describe('self-service', () => {
  it('takes a listing from a draft to the editors and back', async () => {
    const { my } = await signedIn();
    const created = await my.create('businesses', CAFE());
    expect(created).toMatchObject({ data: { name: 'Café Muster' }, meta: { publication: 'none' } });
    const { documentId } = created.data as { documentId: string };

    const changed = await my.update(
      'businesses',
      documentId,
      { summary: 'Jetzt mit Eis' },
      { etag: created.etag },
    );
    expect(changed.etag).not.toBe(created.etag);
    expect(await my.get('businesses', documentId)).toMatchObject({ data: { summary: 'Jetzt mit Eis' } });

    const stale = await refusal(
      my.update('businesses', documentId, { summary: 'Zu spät' }, { etag: created.etag }),
    );
    expect(stale).toMatchObject({ status: 412 });

    expect(await my.take('submit', 'businesses', documentId)).toMatchObject({
      meta: { submission: { state: 'submitted' } },
    });
    expect(await my.take('withdraw', 'businesses', documentId)).toMatchObject({
      meta: { submission: { state: 'draft' } },
    });
    const { data, meta } = await my.list('businesses', { pageSize: 5 });
    expect(data.map((one) => (one as { documentId: string }).documentId)).toContain(documentId);
    expect(meta.documents[documentId]).toMatchObject({ publication: 'none' });
    await my.remove('businesses', documentId);
    expect(await refusal(my.get('businesses', documentId))).toMatchObject({ status: 404 });
  });

  it('says which field is wrong and what would be accepted', async () => {
    const { my } = await signedIn();
    const wrong = my.create('businesses', {
      ...CAFE(),
      hours: [{ service: 'on-site' as const, rule: 'Mo-Fr 9-18 Sa 9-14' }],
    });
    const [problem] = (await refusal(wrong)).at('hours', 0);
    expect(problem?.path).toEqual(['hours', 0, 'rule']);
    expect(problem?.suggestions?.length).toBeGreaterThan(0);
  });

  it('brings pictures, invites and claims', async () => {
    const { my } = await signedIn();
    const png = Uint8Array.from(
      atob(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      ),
      (letter) => letter.charCodeAt(0),
    );
    const [picture] = await my.upload([new File([png], 'logo.png', { type: 'image/png' })]);
    expect(picture).toMatchObject({
      documentId: expect.any(String) as string,
      url: expect.any(String) as string,
    });

    const { data, meta } = await my.uploads({ pageSize: 1 });
    expect(meta.pagination.total).toBe(1);
    expect(data).toMatchObject([{ documentId: picture?.documentId, inUse: false, usedBy: [] }]);
    await my.removeUpload(picture?.documentId ?? '');
    expect((await my.uploads()).data).toEqual([]);

    const { documentId } = await createBusiness();
    expect(await my.claim(documentId, 'Ich führe diesen Betrieb.')).toMatchObject({
      business: documentId,
      state: 'open',
    });
    expect(await my.claims()).toHaveLength(1);

    const membership = {
      business: documentId,
      user: anna.id,
      role: 'owner',
      since: new Date().toISOString(),
    };
    await startedApp()
      .strapi.documents('api::membership.membership')
      .create({ data: membership as never });
    expect(await my.managers(documentId)).toMatchObject([{ email: anna.email, role: 'owner' }]);
    const invitation = await my.invite(documentId, 'kollegin@example.org');
    expect(await my.invitations(documentId)).toMatchObject([{ id: invitation.id }]);
    await my.revokeInvitation(documentId, invitation.id);
    expect(await my.invitations(documentId)).toEqual([]);
    expect(await refusal(my.acceptInvitation('wrong'))).toMatchObject({ code: 'invitation-invalid' });
    expect(await refusal(my.removeManager(documentId, 'nobody'))).toBeInstanceOf(CityError);
  });
});

describe('the account itself', () => {
  it('is read and changed, and its other sessions end', async () => {
    const own = await createContributor();
    const { my } = await signedIn(own);
    expect(await my.account()).toMatchObject({ username: own.username, email: own.email, language: 'de' });
    expect(await my.changeAccount({ language: 'en' })).toMatchObject({ language: 'en' });
    const newEmail = `neu.${own.email}`;
    expect(await my.changeEmail(newEmail, own.password)).toMatchObject({ email: own.email, newEmail });
    // That of createContributor(), and another.
    await signedIn(own);
    const [current, other] = await my.sessions();
    expect([current?.current, other?.current]).toEqual([true, false]);
    await my.endSession(other?.id ?? '');
    expect(await my.endOtherSessions()).toBe(1);
    expect(await my.sessions()).toHaveLength(1);
  });

  it('is exported, and deleted unless its owner changes their mind', async () => {
    const own = await createContributor();
    const { my } = await signedIn(own);
    expect(await my.export()).toBeNull();
    expect(await my.askForExport()).toMatchObject({ state: 'making', bytes: 0 });
    await eventually('the export is ready', async () => (await my.export())?.state === 'ready');
    const file = await my.exportFile();
    expect(file.size).toBe((await my.export())?.bytes);
    const deletion = await my.askForDeletion({ password: own.password, listings: 'leave' });
    expect((await my.account()).deletion).toEqual(deletion);
    await my.takeBackDeletion();
    expect((await my.account()).deletion).toBeNull();
  });
});
