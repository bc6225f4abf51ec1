import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { measurePages } from '../../scripts/lib/measure-pages';
import { createBusiness, createCityProfile, startedApp } from '../support';
import { launchChromium } from '../support/chromium';
import { LAWFUL_CITY } from '../support/lawful-city';
import { openPage } from '../support/pages';
import { expectNoFaults, expectNoFaultsEnlarged } from './page-faults';
import { screenshot } from './panel-page';
import { LOOKS, openWindow, PHONE } from './page-window';

jest.setTimeout(180_000);

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenmanufaktur'.repeat(3).slice(0, 160);

/** Pages by a name for their pictures. */
const PAGES: Readonly<Record<string, readonly [de: string, en: string]>> = {
  imprint: ['/impressum', '/en/imprint'],
  privacy: ['/datenschutz', '/en/privacy'],
  accessibility: ['/barrierefreiheit', '/en/accessibility'],
  terms: ['/nutzungsbedingungen', '/en/terms'],
  sorting: ['/wie-wir-sortieren', '/en/how-we-sort'],
  report: ['/melden', '/en/report'],
  'report-illegal': ['/melden?kind=illegal', '/en/report?kind=illegal'],
  'report-barrier': ['/melden?kind=accessibility', '/en/report?kind=accessibility'],
  'report-taken': [
    '/melden/angekommen?number=2026-17&kind=illegal',
    '/en/report/arrived?number=2026-17&kind=illegal',
  ],
};

const WHOLE = {
  ...LAWFUL_CITY,
  operator: {
    ...LAWFUL_CITY.operator,
    operatorName: LONG,
    email: `${'post'.repeat(12)}@muster.example`,
  },
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
}, 120_000);
afterAll(() => browser?.close());

describe.each([
  ['of a city that has said nothing', 'missing', {}],
  ['of a city that has said everything', 'whole', WHOLE],
])('the pages of the law, %s', (_what, state, profile) => {
  beforeAll(() => createCityProfile(profile));

  it.each(LOOKS)(
    '%s: axe finds nothing, nothing is cut off, and nothing comes from elsewhere',
    (_how, viewport, colorScheme) =>
      expectNoFaults(browser, PAGES, { viewport, colorScheme }, `law-${state}`),
  );

  it('can be read in 200 % and in forced colours', () =>
    expectNoFaultsEnlarged(
      browser,
      Object.values(PAGES).map(([path]) => path),
      PHONE,
    ));
});

it('a listing is reported by keyboard alone, with the challenge worked out meanwhile', async () => {
  const business = await createBusiness({ name: 'Bäckerei Krume' });
  const { page } = await openWindow(browser, { viewport: PHONE });
  await page.goto(`/betriebe/${String(business['slug'])}`);
  await page.getByRole('link', { name: 'Eintrag melden' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Geschlossen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Worum geht es?').focus();
  await page.keyboard.type('Hier ist jetzt eine Änderungsschneiderei.');
  await page.getByRole('button', { name: 'Meldung schicken' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/melden/angekommen');
  await page.context().close();
});

it('what is refused is said above and at its field, and axe finds nothing then', async () => {
  const { page } = await openWindow(browser, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto('/en/report?kind=illegal');
  await page.getByLabel('What is illegal, and why?').fill('The picture insults my neighbour.');
  await page.getByLabel('I believe that what I report').check();
  await page.getByLabel('Address of the page').fill('https://andere.example/seite');
  await page.getByRole('button', { name: 'Send the report' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('What is illegal, and why?').inputValue()).toContain('insults my neighbour');
  await screenshot(page, 'law-report-refused-en-390', { fullPage: true });
  await page.context().close();
});

it('a planted violation is measured, and the statement says so', async () => {
  const { strapi, url } = startedApp();
  const file = join(mkdtempSync(join(tmpdir(), 'measured-')), 'accessibility.json');
  strapi.config.set('plugin::pages.measurement', file);
  const about = { version: '9.9.9', measuredOn: '2026-11-30' };
  const page = { name: 'start', paths: { de: '/wie-wir-sortieren', en: '/en/how-we-sort' } };
  const statement = async (more: object) => {
    writeFileSync(file, JSON.stringify(await measurePages(browser, url, [page], about)));
    // Another version of the profile: the page is made again.
    await createCityProfile({ ...WHOLE, ...more });
    return (await openPage('/barrierefreiheit')).text;
  };
  const before = await statement({ claim: 'vorher' });
  expect(before).toContain('Ergebnis: 0 Verstöße.');
  expect(before).toContain('Version 9.9.9');
  expect(before).not.toContain('Die automatische Prüfung hat Verstöße gefunden');

  await createCityProfile({ ...WHOLE, claim: 'gepflanzt' });
  const planted = await measurePages(planting(browser), url, [page], about);
  expect(planted.violations.map(({ rule }) => rule)).toEqual(['image-alt']);
  writeFileSync(file, JSON.stringify(planted));
  await createCityProfile({ ...WHOLE, claim: 'nachher' });
  const after = (await openPage('/barrierefreiheit')).text;
  expect(after).toContain('Ergebnis: 1 Regel wird verletzt');
  expect(after).toContain('<code>image-alt</code>');
  expect(after).toContain('/wie-wir-sortieren');
  expect(after).toContain('Die automatische Prüfung hat Verstöße gefunden');
});

/** The browser, in which every page has a picture without a text. */
const planting = (real: Browser): Pick<Browser, 'newContext'> => ({
  async newContext(options) {
    const context = await real.newContext(options);
    await context.route('**/*', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('</main>', '<img src="/favicon.png"></main>');
      await route.fulfill({ response: answer, body });
    });
    return context;
  },
});
