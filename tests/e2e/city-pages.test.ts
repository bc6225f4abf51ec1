import type { Browser } from 'playwright-core';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  startedApp,
  type Stored,
} from '../support';
import { hostileData, type Hostility } from '../support/hostile-documents';
import { htmlProblems } from '../support/valid-html';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { expectNoFaults, expectNoFaultsEnlarged } from './page-faults';
import { screenshot } from './panel-page';
import { DESKTOP, isWiderThanWindow, LOOKS, openWindow, PHONE } from './page-window';

jest.setTimeout(180_000);

let browser: Browser;
/** Pages by a name for their pictures. */
const pages: Record<string, readonly [de: string, en: string]> = {
  home: ['/', '/en'],
  search: ['/suche?q=rad', '/en/search?q=rad'],
  'search-filtered': ['/suche?type=business&openAt=now', '/en/search?type=business&openAt=now'],
  'search-wrong': ['/suche?type=raumschiff', '/en/search?type=spaceship'],
  businesses: ['/betriebe', '/en/businesses'],
  advice: ['/beratung', '/en/advice'],
  'about-us': ['/wir', '/en/about-us'],
  gone: ['/betriebe/gibt-es-nicht', '/en/businesses/nothing'],
};

/** A document of every type with hostile texts in all of its fields. */
async function createHostile(hostility: Hostility): Promise<void> {
  const data = (uid: string) => hostileData(uid, hostility);
  const business = await createBusiness({ ...data('api::business.business'), slug: hostility });
  const offer = await createOffer(business, data('api::offer.offer'));
  const campaign = await createDocument('api::campaign.campaign', {
    ...data('api::campaign.campaign'),
    business: business.documentId,
    goal: 100_000,
    startsAt: '2020-01-01T00:00:00.000Z',
  });
  await createDocument('api::press-notice.press-notice', {
    ...data('api::press-notice.press-notice'),
    slug: hostility,
    publishedOn: '2026-01-02',
  });
  const contact = await createDocument(
    'api::advisory-contact.advisory-contact',
    data('api::advisory-contact.advisory-contact'),
  );
  await createDocument('api::organisation.organisation', {
    ...data('api::organisation.organisation'),
    partner: true,
  });
  await createDocument('api::linked-portal.linked-portal', data('api::linked-portal.linked-portal'));
  const key = ({ documentId }: Stored): string => documentId.slice(0, 12);
  Object.assign(pages, {
    [`business-${hostility}`]: [`/betriebe/${hostility}`, `/en/businesses/${hostility}`],
    [`offer-${hostility}`]: [`/angebote/${key(offer)}`],
    [`campaign-${hostility}`]: [`/kampagnen/${key(campaign)}`],
    [`press-${hostility}`]: [`/presse/${hostility}`],
    [`contact-${hostility}`]: [`/beratung/${key(contact)}`],
  });
}

it.each(['long', 'scripts'] as const)(
  'texts of the kind %s in every field of every type leave pages valid, and are shown as texts',
  async (hostility) => {
    const named = Object.entries(pages).filter(([name]) => name.endsWith(`-${hostility}`));
    expect(named).toHaveLength(5);
    const wrong: string[] = [];
    for (const path of [...named.flatMap(([, paths]) => paths), '/wir', '/beratung', '/presse']) {
      const html = await (await fetch(`${startedApp().url}${path}`)).text();
      for (const problem of await htmlProblems(html)) wrong.push(`${path}: ${problem}`);
      if (html.includes('Töchter <3')) wrong.push(`${path}: a text is read as HTML`);
    }
    expect(wrong).toEqual([]);
  },
);

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({
    claim: 'Einkaufen, wo man sich kennt',
    mainColour: '#c8102e',
    secondColour: '#f2b705',
  });
  const category = (await createCategory({ name: 'Fahrräder', slug: 'fahrraeder' })).documentId;
  const business = await createBusiness({
    name: 'Radwerk Nord',
    slug: 'radwerk-nord',
    categories: [category],
    summary: 'Räder, neu und gebraucht, und eine Werkstatt, die bis zum Abend geöffnet hat.',
    description: 'Wir reparieren jedes Rad.\n\nMeist am selben Tag. Kommen Sie einfach vorbei.',
    contact: { phone: '+49231123456', website: 'https://radwerk.example/laden' },
    hours: [
      { service: 'on-site', rule: 'Mo-Fr 09:00-12:30,14:00-18:00; Sa 10:00-14:00; PH off' },
      { service: 'delivery', rule: 'Mo-Su 10:00-12:00' },
    ],
  });
  const offer = await createOffer(business, { title: 'Inspektion', kind: 'service', price: 4990 });
  const campaign = await createDocument('api::campaign.campaign', {
    business: business.documentId,
    kind: 'support',
    title: 'Ein neuer Montageständer',
    story: 'Der alte ist krumm.',
    goal: 100_000,
    startsAt: '2020-01-01T00:00:00.000Z',
  });
  await createDocument('api::press-notice.press-notice', {
    title: 'Neue Radwege',
    slug: 'neue-radwege',
    teaser: 'Der Rat hat beschlossen.',
    publishedOn: '2026-01-02',
    author: 'Stadt',
    body: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Was kommt' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'Sechs Wege.' }] },
    ],
  });
  await createDocument('api::advisory-contact.advisory-contact', {
    kind: 'hotline',
    title: 'Hotline für Betriebe',
    phones: [{ number: '+49231500', label: 'Zentrale' }],
    hours: [{ service: 'phone', rule: 'Mo-Fr 08:00-16:00' }],
  });
  await createDocument('api::organisation.organisation', {
    name: 'Wirtschaftsförderung',
    kind: 'business-development',
    partner: true,
    contact: { phone: '+49231600' },
  });
  for (const hostility of ['long', 'scripts'] as const) await createHostile(hostility);
  for (let at = 0; at < 14; at += 1)
    await createBusiness({
      name: `Fahrradladen ${at}`,
      categories: [category],
      hours: [{ service: 'on-site', rule: at % 2 === 0 ? '24/7' : 'Mo-Sa 07:00-20:00' }],
    });
  pages['business'] = ['/betriebe/radwerk-nord', '/en/businesses/radwerk-nord'];
  pages['offer'] = [
    `/angebote/${offer.documentId.slice(0, 12)}`,
    `/en/offers/${offer.documentId.slice(0, 12)}`,
  ];
  const key = campaign.documentId.slice(0, 12);
  pages['campaign'] = [`/kampagnen/${key}`, `/en/campaigns/${key}`];
  pages['press-notice'] = ['/presse/neue-radwege', '/en/press/neue-radwege'];
}, 120_000);
afterAll(() => browser?.close());

it.each(LOOKS)(
  '%s: axe finds nothing on any page of listings, nothing is cut off, nothing comes from elsewhere',
  (_how, viewport, colorScheme) => expectNoFaults(browser, pages, { viewport, colorScheme }, 'city'),
);

it.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('%s: pages of listings can be read in 200 % and in forced colours', (_where, viewport) =>
  expectNoFaultsEnlarged(browser, Object.values(pages).flat(), viewport),
);

// A window of 1280 × 1024, enlarged four times (WCAG 2.2, 1.4.10).
const ENLARGED = { width: 320, height: 256 };

it('nothing has to be scrolled sideways at 400 %', async () => {
  const { page } = await openWindow(browser, { viewport: ENLARGED });
  const wider: string[] = [];
  for (const path of Object.values(pages).flat()) {
    await page.goto(path);
    if (await isWiderThanWindow(page)) wider.push(path);
  }
  expect(wider).toEqual([]);
  await page.context().close();
});

it('the menu of a phone opens by keyboard, without a script, and closes again', async () => {
  const { page } = await openWindow(browser, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: 'Hauptmenü' });
  expect(await menu.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menü' }).focus();
  await page.keyboard.press('Enter');
  expect(await menu.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await menu.isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  // Past the search and the map.
  for (let link = 0; link < 3; link += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/betriebe$/);
  await page.context().close();
});

it('axe finds nothing in the open menu of a phone', async () => {
  const { page } = await openWindow(browser, { viewport: PHONE });
  await page.goto('/');
  await page.getByRole('button', { name: 'Menü' }).click();
  expect(await axeFindings(page, 'html')).toEqual([]);
  expect(await isWiderThanWindow(page)).toBe(false);
  await screenshot(page, 'city-menu-390');
  await page.context().close();
});

it('a filter is chosen and taken away by keyboard alone, without a script', async () => {
  const { page } = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto('/suche?q=fahrradladen');
  await page.getByText('Kategorie', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/category=fahrraeder/);
  await page.getByRole('link', { name: 'Fahrräder: Filter entfernen' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/suche' && url.search === '?q=fahrradladen');
  await page.context().close();
});

it('nothing moves for those who do not want it', async () => {
  const { page } = await openWindow(browser, { reducedMotion: 'reduce' });
  const moving = `[...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return transitionDuration.split(', ').some((one) => one !== '0s') || animationName !== 'none';
  }).length`;
  for (const name of ['home', 'search', 'business']) {
    await page.goto(pages[name]?.[0] ?? '');
    expect([name, await page.evaluate<number>(moving)]).toEqual([name, 0]);
  }
  await page.context().close();
});

it('the start and a listing are light, and do not jump while they load', async () => {
  const { page } = await openWindow(browser, { viewport: PHONE });
  let bytes = 0;
  page.on('response', (response) => {
    void response
      .request()
      .sizes()
      .then(({ responseBodySize, responseHeadersSize }) => {
        bytes += responseBodySize + responseHeadersSize;
      });
  });
  await page.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  for (const name of ['home', 'business']) {
    bytes = 0;
    await page.goto(pages[name]?.[0] ?? '', { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(300_000);
    expect(await page.evaluate<number>('window.shift')).toBeLessThan(0.05);
    // Ours is what is shown at the end, and what came before it was as wide.
    expect(await page.evaluate<boolean>(`document.fonts.check('16px "Source Sans 3"')`)).toBe(true);
  }
  await page.context().close();
});

it('a search goes from the start to a listing by keyboard alone, without a script', async () => {
  const { page } = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto('/');
  await page.focus('#q');
  await page.keyboard.type('Radwerk');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/suche\?q=Radwerk/);
  await page.getByRole('link', { name: 'Radwerk Nord' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/betriebe\/radwerk-nord$/);
  await page.context().close();
});
