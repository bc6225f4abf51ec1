/** @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}} */
import type { Browser, Page } from 'playwright-core';
import { publicBase } from '#src/platform/mail/public-url';
import {
  allMails,
  createAdmin,
  createContributor,
  request,
  startedApp,
  waitForMail,
  type ReceivedMail,
} from '../support';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { inviteToBusiness, MAIL_FLOWS, prepareMailFlows } from '../support/mail-flows';
import { differences, readTables, type Difference } from '../support/table-rows';

/** Programs that check mails open each link, several times, and run what is on its page. */
const TIMES = 5;

// Counters of requests, and what moves with time alone.
const MOVES = /^stadtverbund\.(rate_limit|version|timed_changes|served_address)$/;

// Of what flows have used, and what another link of the same mails has settled.
const DONE_ALREADY =
  /^Die Einladung ist schon angenommen|^Ihr Widerspruch ist eingegangen|^Diese Änderung gilt nicht mehr|^Die neue Adresse ist bestätigt|^Was zu Ihrer E-Mail-Adresse|zurückgenommen$/;

jest.setTimeout(600_000);

let browser: Browser;

const rows = () => readTables(startedApp().databaseUrl);

const changed = (before: Awaited<ReturnType<typeof rows>>, after: typeof before): Difference[] =>
  differences(before, after).filter(({ table }) => !MOVES.test(table));

const waitingMails = async (): Promise<number> => {
  const { rows: found } = await startedApp().strapi.db.connection.raw<{ rows: { count: number }[] }>(
    `select count(*)::int as count from pgboss.job where name in ('mail', 'moderation-digest')
     and state in ('created', 'active', 'retry')`,
  );
  return found[0]?.count ?? 1;
};

const unescaped = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Every link of a mail, wherever it is. */
const linksIn = (mail: ReceivedMail): string[] => [
  ...[...mail.html.matchAll(/href="(https?:[^"]+)"/g)].map(([, url = '']) => unescaped(url)),
  ...[...mail.text.matchAll(/https?:\/\/[^\s<>]+/g)].map(([url]) => url),
  ...[...mail.header('List-Unsubscribe').matchAll(/<(https?:[^>]+)>/g)].map(([, url = '']) => url),
];

const pathOf = (url: string): string => {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
};

/** Pages of secret links, without the action that a mail program posts to. */
const secretLinks = (): string[] => [
  ...new Set(links.flatMap((path) => /^(?:\/en)?\/l\/[\w-]{43}/.exec(path)?.[0] ?? [])),
];

let links: string[] = [];

async function window(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: startedApp().url, locale: 'de-DE', javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

beforeAll(async () => {
  browser = await launchChromium();
  await prepareMailFlows();
  for (const flow of Object.values(MAIL_FLOWS)) await flow();
  // Invitations that nobody has accepted yet: to someone with an account, and to someone without.
  await inviteToBusiness((await createContributor()).email);
  await inviteToBusiness('ohne-konto@vogel.example');
  await waitForMail('ohne-konto@vogel.example');
  const editor = await createAdmin({ role: 'redaktion' });
  await request('/admin/forgot-password', { body: { email: editor.email } });
  await waitForMail(editor.email);
  await eventually('all mails are sent', async () => (await waitingMails()) === 0);
  const base = publicBase(startedApp().strapi);
  links = [
    ...new Set(
      allMails()
        .flatMap(linksIn)
        .filter((url) => url.startsWith(base))
        .map(pathOf),
    ),
  ];
}, 300_000);
afterAll(() => browser?.close());

it('there is a link of every kind', async () => {
  const { rows: purposes } = await startedApp().strapi.db.connection.raw<{ rows: { purpose: string }[] }>(
    'select distinct purpose from stadtverbund.secret_link order by 1',
  );
  expect(purposes.map(({ purpose }) => purpose)).toEqual([
    'account-confirmation',
    'deletion-undo',
    'email-change',
    'email-change-undo',
    'export',
    'invitation',
    'objection',
    'own-data',
    'password-reset',
    'unsubscribe',
  ]);
  expect(links.filter((path) => path.startsWith('/admin/')).length).toBeGreaterThan(1);
  expect(secretLinks().length).toBeGreaterThan(5);
});

it('a program that opens every link of every mail changes nothing', async () => {
  const before = await rows();
  const dead: string[] = [];
  for (let time = 0; time < TIMES; time += 1)
    for (const path of links)
      for (const method of ['HEAD', 'GET'])
        if ((await request(path.replace(/#.*/, ''), { method })).status >= 400) dead.push(path);
  // One of the mails says that the listing has been suspended.
  expect(dead.filter((path) => !path.startsWith('/betriebe/'))).toEqual([]);
  expect(changed(before, await rows())).toEqual([]);
});

it('nor does one that runs the scripts of their pages', async () => {
  const before = await rows();
  const page = await window();
  for (let time = 0; time < TIMES; time += 1)
    for (const path of links) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
    }
  await page.context().close();
  expect(changed(before, await rows())).toEqual([]);
  expect(await waitingMails()).toBe(0);
});

it('the button of each acts, and a second click says what is the case', async () => {
  const page = await window(false);
  let [people, acted] = [0, 0];
  for (const path of secretLinks()) {
    await page.goto(path);
    const asked = await page.getByRole('heading', { level: 1 }).innerText();
    // What was done otherwise, or by the flow itself, says so; of an address with an account there is nothing to do by a mail.
    if ((await page.locator('main form').count()) === 0) {
      expect(asked).toMatch(DONE_ALREADY);
      continue;
    }
    const before = await rows();
    if (asked === 'Ihre Daten herunterladen') {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('main form button').click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^auskunft-[\d-]+\.zip$/);
      expect(await file.failure()).toBeNull();
      expect(changed(before, await rows())).toEqual([]);
      continue;
    }
    acted += 1;
    for (const field of await page.locator('main form :is(input:not([type=hidden]), textarea)').all())
      await field.fill(
        (await field.getAttribute('type')) === 'password'
          ? 'Astern blühen im Herbst'
          : `Neue Person ${(people += 1)}`,
      );
    await page.locator('main form button').click();
    await page.waitForLoadState();
    const done = await page.getByRole('heading', { level: 1 }).innerText();
    expect([path, done]).not.toEqual([path, asked]);
    expect(changed(before, await rows())).not.toEqual([]);

    const answer = await page.goto(path);
    expect([path, answer?.status(), await page.getByRole('heading', { level: 1 }).innerText()]).toEqual([
      path,
      200,
      done,
    ]);
    expect(await page.locator('main form').count()).toBe(0);
    expect((await page.locator('main p').first().innerText()).length).toBeGreaterThan(20);
  }
  expect(acted).toBeGreaterThan(5);
  await page.context().close();
});
