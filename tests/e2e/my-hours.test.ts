import type { Browser, Locator, Page } from 'playwright-core';
import { createCityProfile, createContributor, PASSWORD, request } from '../support';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { axeFindings } from './axe-findings';
import { DESKTOP, isWiderThanWindow, LOOKS, openWindow, PHONE } from './page-window';
import { screenshot } from './panel-page';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
}, 120_000);
afterAll(() => browser?.close());

interface Row {
  readonly service: string;
  readonly rule: string;
  readonly validFrom?: string | null;
  readonly validThrough?: string | null;
  readonly note?: string | null;
}

interface Bakery {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

/** A bakery with these hours, and the account that looks after it. */
async function bakery(hours: readonly Row[] = []): Promise<Bakery> {
  const { email, token } = await createContributor();
  const { status, body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token,
    body: { data: { name: 'Backstube Öztürk', hours } },
  });
  expect(status).toBe(201);
  return { id: body.data.documentId, email, token };
}

/** The hours that the city has. */
async function stored({ id, token }: Bakery): Promise<Row[]> {
  const { body } = await request<{ data: { hours: (Row & { id?: number })[] } }>(`/api/my/businesses/${id}`, {
    token,
  });
  return body.data.hours.map(({ id: _id, ...row }) => row);
}

const rulesOf = async (own: Bakery): Promise<string[]> => (await stored(own)).map(({ rule }) => rule);

const ADDRESSES = {
  de: ['/mein-betrieb', '/mein-betrieb/schnell/businesses'],
  en: ['/en/my-business', '/en/my-business/quick/businesses'],
} as const;

const editor = (page: Page): Locator => page.locator('.hours-editor');

async function openHours(page: Page, { id, email }: Bakery, language: 'de' | 'en' = 'de'): Promise<void> {
  const [root, quick] = ADDRESSES[language];
  await page.goto(root);
  await page.getByLabel(/E-Mail-Adresse oder Name|E-mail address or name/).fill(email);
  await page.getByLabel(/^(Passwort|Password)$/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Anmelden|Sign in)$/ }).click();
  await page.getByRole('heading', { level: 1, name: /^(Guten Tag|Hello)/ }).waitFor();
  await page.goto(`${quick}/${id}`);
  await editor(page).waitFor();
}

/** Saves, and waits until the city has it. */
async function save(page: Page, press: (button: Locator) => Promise<void> = (button) => button.click()) {
  const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
  await press(page.getByRole('button', { name: 'Speichern', exact: true }));
  expect((await answered).status()).toBe(200);
  await page
    .getByRole('status')
    .filter({ hasText: /^Gespeichert\./ })
    .waitFor();
}

const typed = (page: Page): Locator => page.getByLabel('Zeiten, wie Sie sie an die Tür schreiben').first();

it.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('%s: a week with holidays, vacation and a special day, day by day', async (_how, viewport) => {
  const own = await bakery();
  const { page } = await openWindow(browser, { viewport });
  await openHours(page, own);
  await page.getByRole('checkbox', { name: 'Montag geöffnet' }).check();
  await page.getByLabel('Montag, von').fill('06:00');
  await page.getByText('Bitte auch das Ende angeben').waitFor();
  await page.getByLabel('Montag, bis').fill('12:00');
  await page.getByRole('button', { name: 'Montag: Zweite Zeit, nach der Pause' }).click();
  await page.getByLabel('Montag, 2. Zeit, von').fill('14:00');
  await page.getByLabel('Montag, 2. Zeit, bis').fill('18:00');
  await page.getByRole('button', { name: 'Montag: Übernehmen für: Mo–Fr' }).click();
  await page.getByText('Die Zeiten von Montag gelten jetzt für Mo–Fr.').waitFor();
  // The next day begins as the one before it.
  await page.getByRole('checkbox', { name: 'Samstag geöffnet' }).check();
  await page.getByRole('button', { name: 'Samstag: Zeit entfernen (2)' }).click();
  await page.getByText('Feiertage, Ferien, besondere Tage').click();
  await page.getByLabel('An Feiertagen').selectOption('geschlossen');
  await page.getByRole('button', { name: 'Ferien eintragen' }).click();
  await page.getByLabel('Geschlossen von').fill('2027-08-02');
  await page.getByLabel('bis einschließlich', { exact: true }).fill('2027-08-20');
  await page.getByRole('button', { name: 'Heute oder an einem Tag anders' }).click();
  await page.getByLabel('Besonderer Tag', { exact: true }).fill('2027-12-24');
  await page.getByLabel('Besonderer Tag, von').fill('06:00');
  await page.getByLabel('Besonderer Tag, bis').fill('10:00');
  await save(page);
  expect(await rulesOf(own)).toEqual([
    'Mo-Fr 06:00-12:00,14:00-18:00; Sa 06:00-12:00; PH off; 2027 Aug 02-2027 Aug 20 off; 2027 Dec 24 06:00-10:00',
  ]);
  await page.reload();
  await editor(page).waitFor();
  expect(await page.getByLabel('Freitag, 2. Zeit, bis').inputValue()).toBe('18:00');
  expect(await page.getByRole('checkbox', { name: 'Sonntag geöffnet' }).isChecked()).toBe(false);
  expect(await page.getByLabel('An Feiertagen').inputValue()).toBe('closed');
  await page.context().close();
});

it('hours are typed as on a door; what is unclear is asked, and a tap answers it', async () => {
  const own = await bakery();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await openHours(page, own);
  await typed(page).fill('werktags 9-18 Uhr');
  await page.getByText('Gehört der Samstag zu „werktags“?').waitFor();
  const take = page.getByRole('button', { name: 'Vor Ort: Übernehmen', exact: true });
  expect(await take.count()).toBe(0);
  await page.getByRole('button', { name: 'Mo-Fr', exact: true }).click();
  // Who goes on has said what they mean.
  await page.getByText('Übernommen. Sie können es in der Tabelle ändern.').waitFor();
  expect(await page.getByLabel('Freitag, bis').inputValue()).toBe('18:00');
  await page.getByRole('checkbox', { name: 'Samstag geöffnet' }).check();
  await page.getByLabel('Samstag, bis').fill('13:00');
  await save(page);
  expect(await rulesOf(own)).toEqual(['Mo-Fr 09:00-18:00; Sa 09:00-13:00']);
  await page.context().close();
});

it('without a net what is typed stays, and is read when the net is back', async () => {
  const own = await bakery();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await openHours(page, own);
  await page.context().setOffline(true);
  await typed(page).fill('Di-Sa 6-13 Uhr');
  await page.getByText('Ohne Netz können wir das nicht lesen.').waitFor();
  expect(await typed(page).inputValue()).toBe('Di-Sa 6-13 Uhr');
  await page.context().setOffline(false);
  await page.getByText('Dienstag bis Samstag: 6–13 Uhr').waitFor();
  await page.context().close();
});

const SEASONAL = 'Mar-Dec Tu-Sa 14:00-19:00';
const OLD_FORM = 'Fr-Mo 9:00-12:30';

it('what is not touched stays as it is, also what no table shows', async () => {
  const rows: Row[] = [
    { service: 'on-site', rule: SEASONAL, validFrom: null, validThrough: null, note: null },
    { service: 'delivery', rule: OLD_FORM, validFrom: null, validThrough: null, note: null },
    { service: 'on-site', rule: 'off', validFrom: '2027-12-24', validThrough: '2027-12-26', note: null },
  ];
  const own = await bakery(rows);
  const before = await stored(own);
  const { page } = await openWindow(browser, { viewport: PHONE });
  await openHours(page, own);
  await page.getByText('März bis Dezember, Dienstag bis Samstag: 14–19 Uhr').waitFor();
  const phone = page.getByRole('group', { name: 'Telefonisch', exact: true });
  await page.getByRole('button', { name: 'Auch Zeiten eintragen für: Telefonisch' }).click();
  await phone.getByRole('checkbox', { name: 'Dienstag geöffnet' }).check();
  await phone.getByLabel('Dienstag, von').fill('07:00');
  await phone.getByLabel('Dienstag, bis').fill('12:00');
  await save(page);
  expect((await stored(own)).slice(0, 3)).toEqual(before);
  expect((await rulesOf(own)).at(3)).toBe('Tu 07:00-12:00');

  // It can be replaced, and comes back.
  await page.getByRole('button', { name: 'Vor Ort: Neu eingeben' }).click();
  const onSite = page.getByRole('group', { name: 'Vor Ort', exact: true });
  await onSite.getByRole('checkbox', { name: 'Montag geöffnet' }).first().check();
  await onSite.getByLabel('Montag, von').fill('08:00');
  await onSite.getByLabel('Montag, bis').fill('12:00');
  await page.getByRole('button', { name: 'Vor Ort: Bisherige Zeiten zurückholen' }).click();
  await page.getByText('März bis Dezember, Dienstag bis Samstag: 14–19 Uhr').waitFor();
  await page.context().close();
});

/** Whether this is in what the browser keeps of the app. */
const keptOnDevice = (page: Page, text: string): Promise<boolean> =>
  page.evaluate<boolean>(`(async () => {
    const result = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores);
      const all = await Promise.all(stores.map((store) => result(transaction.objectStore(store).getAll())));
      database.close();
      if (JSON.stringify(all).includes(${JSON.stringify(text)})) return true;
    }
    return false;
  })()`);

it('half a time is neither stored nor lost, and is said where it is', async () => {
  const own = await bakery();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await openHours(page, own);
  await page.getByRole('checkbox', { name: 'Montag geöffnet' }).check();
  await page.getByLabel('Montag, von').fill('06:00');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await editor(page).getByText('Bitte ergänzen Sie, was hier noch fehlt.').waitFor();
  expect(await stored(own)).toEqual([]);
  await eventually('it is kept on the device', () => keptOnDevice(page, '06:00-?'));
  await page.reload();
  await editor(page).waitFor();
  expect(await page.getByLabel('Montag, von').inputValue()).toBe('06:00');
  await page.getByText('Bitte auch das Ende angeben').waitFor();
  await page.getByLabel('Montag, bis').fill('12:00');
  await save(page);
  expect(await rulesOf(own)).toEqual(['Mo 06:00-12:00']);
  await page.context().close();
});

it('other hours hold for a period, which has to be named; a service goes and comes back', async () => {
  const own = await bakery([{ service: 'on-site', rule: 'Mo-Fr 06:00-18:00' }]);
  const { page } = await openWindow(browser, { viewport: PHONE });
  await openHours(page, own);
  await page.getByRole('button', { name: 'Vor Ort: andere Zeiten für einen Zeitraum' }).click();
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByRole('alert').waitFor();
  expect(await rulesOf(own)).toEqual(['Mo-Fr 06:00-18:00']);
  await page.getByLabel('Gilt ab').fill('2027-07-01');
  await page.getByLabel('Gilt bis einschließlich').fill('2027-08-31');
  const period = page.getByRole('group', { name: 'Andere Zeiten für einen Zeitraum' });
  await period.getByRole('checkbox', { name: 'Samstag geöffnet' }).check();
  await period.getByLabel('Samstag, von').fill('07:00');
  await period.getByLabel('Samstag, bis').fill('11:00');
  await page.getByRole('button', { name: 'Alle Zeiten für „Vor Ort“ entfernen' }).click();
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await save(page);
  expect(await stored(own)).toMatchObject([
    { service: 'on-site', rule: 'Mo-Fr 06:00-18:00', validFrom: null },
    { service: 'on-site', rule: 'Sa 07:00-11:00', validFrom: '2027-07-01', validThrough: '2027-08-31' },
  ]);
  await page.context().close();
});

/** Goes on to a field by keyboard. */
const tabTo = (page: Page, label: string): Promise<unknown> =>
  eventually(`the focus is on ${label}`, async () => {
    if ((await page.evaluate("document.activeElement.getAttribute('aria-label')")) === label) return true;
    await page.keyboard.press('Tab');
    return false;
  });

it('all of it works by keyboard, and the focus is never lost', async () => {
  const own = await bakery();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await openHours(page, own);
  await editor(page).focus();
  await tabTo(page, 'Montag geöffnet');
  await page.keyboard.press('Space');
  for (const [label, time] of [
    ['Montag, von', '0600AM'],
    ['Montag, bis', '1100AM'],
  ] as const) {
    await tabTo(page, label);
    await page.keyboard.type(time);
  }
  await tabTo(page, 'Montag: Übernehmen für: Mo–Sa');
  await page.keyboard.press('Enter');
  await page.getByText('Die Zeiten von Montag gelten jetzt für Mo–Sa.').waitFor();
  // The button has gone with what it belongs to.
  await page.getByRole('button', { name: 'Auch Zeiten eintragen für: Lieferung' }).focus();
  await page.keyboard.press('Enter');
  const focused = (): Promise<string> =>
    page.evaluate(
      "document.activeElement.querySelector('legend')?.textContent ?? document.activeElement.tagName",
    );
  expect(await focused()).toBe('Lieferung');
  await page.getByRole('button', { name: 'Alle Zeiten für „Lieferung“ entfernen' }).focus();
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Öffnungszeiten');
  await save(page, (button) => button.press('Enter'));
  expect(await rulesOf(own)).toEqual(['Mo-Sa 06:00-11:00']);
  await page.context().close();
});

describe('a full form', () => {
  let own: Bakery;
  beforeAll(async () => {
    own = await bakery([
      {
        service: 'on-site',
        rule: 'Mo-Fr 06:00-12:00,14:00-18:00; Sa 06:00+; PH off; 2027 Aug 02-2027 Aug 20 off; 2027 Dec 24 06:00-10:00',
        note: 'Klingeln im Hof',
      },
      { service: 'delivery', rule: SEASONAL },
      { service: 'on-site', rule: 'off', validFrom: '2027-12-24', validThrough: '2027-12-26' },
    ]);
  });

  it.each(LOOKS)(
    '%s: axe finds nothing, and nothing is cut off, in twice the size neither',
    async (_how, viewport, colorScheme) => {
      const { page } = await openWindow(browser, { viewport, colorScheme });
      const found: string[] = [];
      for (const language of ['de', 'en'] as const) {
        await openHours(page, own, language);
        await page
          .locator('.hours-lines')
          .getByText(/Dezember|December/)
          .waitFor();
        await page
          .getByRole('button', { name: /^(Montag: Mehr|Monday: More)$/ })
          .first()
          .click();
        await page
          .getByText(/^(Oder einfach hinschreiben|Or just write it down)$/)
          .first()
          .click();
        await page
          .getByLabel(/^(Zeiten, wie|Hours as you)/)
          .first()
          .fill('werktags 9-18');
        await page.getByText(/(Gemeint ist|What is meant is):/).waitFor();
        const look = async (size: string): Promise<void> => {
          found.push(...(await axeFindings(page, 'html')).map((line) => `${language} ${size}: ${line}`));
          if (await isWiderThanWindow(page)) found.push(`${language} ${size}: wider than the window`);
          await screenshot(page, `my-hours-${language}-${viewport.width}-${colorScheme}-${size}`, {
            fullPage: true,
          });
        };
        await look('100');
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        await look('200');
        await page.context().clearCookies();
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
  );
});
