/** @jest-environment-options {"env": {"METRICS_TOKEN": "metrics-token-of-the-tests"}} */
import {
  createBusiness,
  createCityProfile,
  createDocument,
  createOffer,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { cacheMetrics } from '../../support/cache-metrics';
import { editorActor, moderation } from '../../support/moderation';
import { openPage } from '../../support/pages';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (ahead: number): string => new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10);

const LONG = `Ü${'x'.repeat(157)}😀`;
const HOSTILE = 'Müller & "Söhne" <3 \' متجر';

let business: Stored;
let offer: Stored;
/** The path of a listing of each type, in German and English. */
let listings: Readonly<Record<string, readonly [de: string, en: string]>>;

const key = ({ documentId }: Stored): string => documentId.slice(0, 12);

beforeAll(async () => {
  await createCityProfile({ claim: 'Hier wird gekauft.' });
  business = await createBusiness({
    name: 'Radwerk Nord',
    summary: 'Räder, neu und gebraucht',
    description: 'Erster Absatz.\n\nZweiter Absatz mit < und &.',
    contact: {
      phone: '+49231123456',
      website: 'https://radwerk.example/laden',
      email: 'geheim@radwerk.example',
      socialLinks: [{ network: 'mastodon', url: 'https://social.example/@radwerk' }],
    },
    hours: [
      { service: 'on-site', rule: 'Mo-Su 00:00-24:00' },
      { service: 'delivery', rule: 'Mo-Su 10:00-12:00' },
      { service: 'delivery', rule: 'Mo-Su 14:00-15:00', validFrom: day(2), validThrough: day(2) },
      { service: 'delivery', rule: 'off', validFrom: day(20), validThrough: day(22), note: 'Inventur' },
    ],
  });
  offer = await createOffer(business, {
    title: 'Inspektion',
    kind: 'service',
    price: 4990,
    validThrough: day(30),
    url: 'https://radwerk.example/inspektion',
  });
  const campaign = await createDocument('api::campaign.campaign', {
    business: business.documentId,
    kind: 'support',
    title: 'Ein neuer Montageständer',
    story: 'Der alte ist krumm.',
    goal: 100_000,
    startsAt: '2020-01-01T00:00:00.000Z',
    rewards: [{ title: 'Gutschein', minimumAmount: 2000, quantity: 0 }],
  });
  const notice = await createDocument('api::press-notice.press-notice', {
    title: 'Neue Radwege',
    teaser: 'Der Rat hat beschlossen.',
    publishedOn: '2026-01-02',
    author: 'Stadt',
    body: [
      { type: 'heading', level: 1, children: [{ type: 'text', text: 'Was kommt' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'Sechs Wege.', bold: true }] },
    ],
  });
  const contact = await createDocument('api::advisory-contact.advisory-contact', {
    kind: 'hotline',
    title: 'Hotline für Betriebe',
    phones: [{ number: '+49231500', label: 'Zentrale' }],
    email: 'hotline@stadt.example',
    hours: [{ service: 'phone', rule: 'Mo-Fr 08:00-16:00' }],
  });
  const at = (de: string, en: string, slug: string) => [`/${de}/${slug}`, `/en/${en}/${slug}`] as const;
  listings = {
    business: at('betriebe', 'businesses', String(business['slug'])),
    offer: at('angebote', 'offers', key(offer)),
    campaign: at('kampagnen', 'campaigns', key(campaign)),
    'press-notice': at('presse', 'press', String(notice['slug'])),
    'advisory-contact': at('beratung', 'advice', key(contact)),
  };
});

const TYPES = ['business', 'offer', 'campaign', 'press-notice', 'advisory-contact'] as const;

const jsonLdIn = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

describe.each(TYPES)('the page of a listing of the type %s', (type) => {
  it('is whole in both languages, and says where it is', async () => {
    const [de, en] = listings[type] ?? ['', ''];
    const { url } = startedApp();
    for (const [path, language] of [
      [de, 'de'],
      [en, 'en'],
    ] as const) {
      const { status, headers, text } = await openPage(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-language')).toBe(language);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      expect(text).toContain(`<link rel="canonical" href="${url}${path}"/>`);
      expect(text).toContain(`hrefLang="de" href="${url}${de}"`);
      expect(text).toContain(`hrefLang="en" href="${url}${en}"`);
      expect(text).toContain(`<meta property="og:url" content="${url}${path}"/>`);
      expect(text).not.toMatch(/undefined|\[object|NaN|<style|\sstyle=|\son\w+=/);
      expect(text).not.toContain('geheim@radwerk.example');
    }
  });

  it('is where the API leads, in the language that was asked for', async () => {
    const [de, en] = listings[type] ?? ['', ''];
    const slug = de.split('/').at(-1) ?? '';
    for (const [locale, path] of [
      ['de', de],
      ['en', en],
    ]) {
      const { body } = await request<{ data: { url: string } }>(
        `/api/directory/listings/${type}/${slug}?locale=${locale}`,
      );
      expect(new URL(body.data.url).pathname).toBe(path);
    }
  });

  it('has the JSON-LD of the API', async () => {
    const [de] = listings[type] ?? [''];
    const { text } = await openPage(de);
    const slug = de.split('/').at(-1) ?? '';
    const { body } = await request(`/api/directory/listings/${type}/${slug}.jsonld`);
    expect(jsonLdIn(text)).toEqual(body);
  });
});

describe('the list of a type', () => {
  it.each(TYPES)('asks for what the type %s has', async (type) => {
    const [de] = listings[type] ?? [''];
    const { text } = await openPage(de.slice(0, de.lastIndexOf('/')));
    // A notice is nowhere, and never closed.
    expect([type, text.includes('id="open-now"')]).toEqual([type, type !== 'press-notice']);
  });

  it('says how to call a hotline', async () => {
    expect((await openPage('/beratung')).text).toContain('<p class="line">0231 500</p>');
  });
});

describe('an offer', () => {
  it('says first whose it is', async () => {
    const { text } = await openPage(listings.offer?.[0] ?? '');
    const path = listings.business?.[0] ?? '';
    expect(text).toContain(`<p class="of">Von <a href="${path}"><bdi>Radwerk Nord</bdi></a></p>`);
  });
});

describe('a business', () => {
  it('is shown with hours in words, contact, offers, campaign and what one can do', async () => {
    const { text } = await openPage(listings.business?.[0] ?? '');
    expect(text).toContain('Rund um die Uhr geöffnet');
    expect(text).toContain('<summary><span>Lieferung</span>');
    expect(text).toContain('10–12 Uhr');
    expect(text).toMatch(/Sonderöffnungszeit<\/small><\/th><td>14–15 Uhr/);
    expect(text).toMatch(
      /<h3>Besondere Zeiten<\/h3><ul><li>\d+\. [^ ]+ bis \d+\. [^ ]+: geschlossen \(Inventur\)</,
    );
    expect(text).toContain('href="tel:+49231123456"');
    expect(text).toContain('href="https://radwerk.example/laden"');
    expect(text).toContain('Inspektion');
    expect(text).toContain('49,90');
    expect(text).toContain('Ein neuer Montageständer');
    expect(text).toContain('Zweiter Absatz mit &lt; und &amp;.');
    expect(text).toContain('https://www.openstreetmap.org/directions?to=');
    expect(text).toContain('.vcf?locale=de"');
    expect(text).toContain('Das ist mein Betrieb');
  });

  it('is said in English around its German text', async () => {
    const { text } = await openPage(listings.business?.[1] ?? '');
    expect(text).toContain('Open around the clock');
    expect(text).toContain('This text is only available in German.');
    expect(text).toContain('<div lang="de" dir="auto">');
    expect(text).toContain('<h1 lang="de" dir="auto">Radwerk Nord</h1>');
  });

  it.each([
    ['a name of 160 characters without a blank', LONG],
    ['quotes, signs of HTML and another script', HOSTILE],
  ])('may have %s', async (_what, name) => {
    const stored = await createBusiness({ name, summary: name, slug: `name-${name.length}` });
    const { status, text } = await openPage(`/betriebe/${String(stored['slug'])}`);
    expect(status).toBe(200);
    expect(text).not.toContain('<3');
    expect((jsonLdIn(text) as { name: string }).name).toBe(name);
    expect((await openPage('/')).status).toBe(200);
  });
});

describe('an address', () => {
  const path = () => listings.business?.[0] ?? '';

  it.each([
    ['in capitals', (written: string) => written.toUpperCase()],
    ['with a slash at the end', (written: string) => `${written}/`],
    ['with doubled slashes', (written: string) => `/${written}`],
    ['with a letter encoded', (written: string) => written.replace('b', '%62')],
  ])('%s leads to the written one for good, with its query', async (_what, respelt) => {
    const { status, headers } = await openPage(`${respelt(path())}?utm_source=x`);
    expect([status, headers.get('location')]).toEqual([301, `${path()}?utm_source=x`]);
  });

  // Kept by the cache, and one for all: without what comes after it.
  it.each([
    ['by document id leads to the slug', () => `/betriebe/${business.documentId}?utm_source=x`],
    ['with a full stop after it leads to the slug', () => `${path()}.?utm_source=x`],
  ])('%s', async (_what, respelt) => {
    const { status, headers } = await openPage(respelt());
    expect([status, headers.get('location')]).toEqual([301, path()]);
  });

  it('is one whatever is written after it that nobody reads, and is answered from memory', async () => {
    const first = await openPage(path());
    const before = await cacheMetrics();
    const again = await openPage(`${path()}?utm_source=x&fbclid=y&q=z`);
    const after = await cacheMetrics();
    expect(again.text).toBe(first.text);
    expect((after.requests.hit ?? 0) - (before.requests.hit ?? 0)).toBe(1);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    const unchanged = await openPage(path(), { 'if-none-match': tag });
    expect([unchanged.status, unchanged.text]).toEqual([304, '']);
    // Who has a cookie is answered by Koa, and alike.
    const byKoa = await openPage(path(), { cookie: 'a=b' });
    expect(byKoa.headers.get('etag')).toBe(tag);
    expect(byKoa.text).toBe(first.text);
    expect(byKoa.headers.get('x-stadtverbund-expires')).toBeNull();
    expect((await openPage(path(), { cookie: 'a=b', 'if-none-match': tag })).status).toBe(304);
  });
});

it('no page shows the state before a publish', async () => {
  const { strapi } = startedApp();
  const documents = strapi.documents('api::business.business');
  const stored = await createBusiness({ name: 'Frisch', summary: 'Stand 0' });
  const paths = [`/betriebe/${String(stored['slug'])}`, '/', '/betriebe', '/suche?q=frisch'];
  for (const state of [1, 2, 3]) {
    const { documentId } = stored;
    await documents.update({ documentId, locale: 'de', data: { summary: `Stand ${state}` } });
    await documents.publish({ documentId, locale: 'de' });
    for (const path of paths)
      expect([path, /Stand (\d)/.exec((await openPage(path)).text)?.[1]]).toEqual([path, String(state)]);
  }
});

describe('what is not there', () => {
  const archive = async (documentId: string, action: 'archive' | 'suspend') =>
    moderation().perform({
      uid: 'api::business.business',
      documentId,
      action,
      actor: editorActor(),
      reason: 'Geprüft',
    });

  it('was never there: 404 with a search, in the language of the page', async () => {
    const { status, text } = await openPage('/en/businesses/nothing', { 'accept-language': 'de' });
    expect(status).toBe(404);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('action="/en/search"');
    expect((await openPage('/angebote/zzzzzzzzzzzz')).status).toBe(404);
  });

  it('is archived: 410, and no name', async () => {
    const stored = await createBusiness({ name: 'Vergangenheit' });
    const path = `/betriebe/${String(stored['slug'])}`;
    expect((await openPage(path)).status).toBe(200);
    await archive(stored.documentId, 'archive');
    const { status, text } = await openPage(path);
    expect(status).toBe(410);
    expect(text).not.toMatch(/Vergangenheit/);
    expect(text).toContain('Diese Seite gibt es nicht mehr');
  });

  it('is suspended, also if it was archived then: 404', async () => {
    const stored = await createBusiness({ name: 'Gesperrt' });
    const path = `/betriebe/${String(stored['slug'])}`;
    await archive(stored.documentId, 'suspend');
    expect((await openPage(path)).status).toBe(404);
    await archive(stored.documentId, 'archive');
    expect((await openPage(path)).status).toBe(404);
  });

  it('has ended: 410', async () => {
    const ended = await createOffer(business, { title: 'Vorbei', validThrough: day(-3) });
    const { status, text } = await openPage(`/angebote/${key(ended)}`);
    expect(status).toBe(410);
    expect(text).not.toContain('Vorbei');
  });

  it('is a draft, or not yet public: 404', async () => {
    const draft = await createBusiness({ name: 'Entwurf', slug: 'entwurf-1' }, { published: false });
    expect((await openPage(`/betriebe/${String(draft['slug'])}`)).status).toBe(404);
    const notice = await createDocument('api::press-notice.press-notice', {
      title: 'Morgen',
      publishedOn: day(3),
      author: 'Stadt',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }],
    });
    expect((await openPage(`/presse/${String(notice['slug'])}`)).status).toBe(404);
  });
});

describe('the search', () => {
  it('finds, and offers filters as links that keep what was asked', async () => {
    const { status, text } = await openPage('/suche?q=radwerk&utm_source=x');
    expect(status).toBe(200);
    expect(text).toContain('<h1>Suche nach „radwerk“</h1>');
    expect(text).toContain(`href="${listings.business?.[0] ?? ''}"`);
    expect(text).toContain('href="/suche?q=radwerk&amp;type=offer"');
    expect(text).toContain('value="radwerk"');
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    // The other language asks the same.
    expect(text).toContain('href="/en/search?q=radwerk"');
  });

  it('says what is chosen, and how to take it away', async () => {
    const { text } = await openPage('/suche?q=radwerk&type=offer&openAt=now');
    expect(text).toContain('href="/suche?q=radwerk&amp;openAt=now"');
    expect(text).toContain('href="/suche?q=radwerk&amp;type=offer"');
    expect(text).toMatch(/id="open-now"[^>]* checked=""/);
    expect(text).toContain('<input type="hidden" name="type" value="offer"/>');
  });

  it('has one result at least, or says that it has none', async () => {
    const { status, text } = await openPage('/suche?q=xyzzyqq&category=gibt-es-nicht');
    expect(status).toBe(200);
    expect(text).toContain('Nichts gefunden');
  });

  it('names a postcode that it filters by, and how to take it away', async () => {
    const { text } = await openPage('/suche?q=radwerk&postcode=44309');
    expect(text).toContain('aria-label="Postleitzahl 44309: Filter entfernen"');
    expect(text).toContain('href="/suche?q=radwerk"');
  });

  it('offers no filters where it has found nothing without them', async () => {
    const [nothing, filtered] = await Promise.all(
      ['/suche?q=xyzzyqq', '/suche?q=xyzzyqq&type=offer'].map((path) => openPage(path)),
    );
    expect(nothing?.text).not.toContain('class="filters"');
    expect(filtered?.text).toContain('class="filters"');
  });

  it.each([
    ['a type that does not exist', 'type=spaceship'],
    ['a service that does not exist', 'service=teleport'],
    ['an audience that does not exist', 'audience=x'],
    ['a place that is none', 'near=1'],
    ['a place beyond the earth', 'near=999,999'],
    ['a distance without a place', 'radius=5'],
    ['a distance that is too long', 'near=51.5,7.4&radius=99999999'],
    ['an order that does not exist', 'sort=x'],
    ['an order without a place', 'sort=distance'],
    ['a moment that is none', 'openAt=nie'],
    ['a postcode that is none', 'postcode=x'],
  ])('explains %s in words for people, and keeps those that were typed', async (_what, wrong) => {
    const { status, text } = await openPage(`/suche?q=rad&${wrong}`);
    expect(status).toBe(400);
    const [notice = ''] = /<div class="notice[^"]*"[^>]*>.*?<\/div>/s.exec(text) ?? [];
    expect(notice).toContain('Bitte');
    // No name of a parameter, and no value of the API.
    expect(notice.replace(/<[^>]*>/g, ' ')).not.toMatch(
      /\b(?:type|service|audience|near|radius|sort|openAt|postcode|bbox|ISO|business|meta)\b/,
    );
    expect((await openPage(`/en/map?q=rad&${wrong}`)).text).toContain('Please remove the filters');
    expect(text).toContain('value="rad"');
    expect(text).toContain('<h1>Suche nach „rad“</h1>');
    expect(text).toContain('href="/suche?q=rad"');
  });

  it('leads through all results by cursors', async () => {
    for (let at = 0; at < 30; at += 1) await createBusiness({ name: `Kettenglied ${at}` });
    const seen = new Set<string>();
    let path: string | undefined = '/suche?q=kettenglied&type=business';
    for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
      const { status, text } = await openPage(path);
      expect(status).toBe(200);
      for (const [, slug = ''] of text.matchAll(/href="\/betriebe\/(kettenglied-\d+)"/g)) seen.add(slug);
      path = /rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(path).toBeUndefined();
    expect(seen.size).toBe(30);
  });

  it.each([
    ['/suche?q=rad&cursor=abc&type=offer', '/suche?q=rad&type=offer'],
    ['/karte?cursor=abc', '/karte'],
  ])('begins at the beginning where it does not know the cursor: %s', async (path, first) => {
    const { status, headers } = await openPage(path);
    expect([status, headers.get('location')]).toEqual([301, first]);
  });

  it.each(['/suche?q=kettenglied&type=business', '/betriebe'])(
    'leads from the second page of %s to the other language',
    async (path) => {
      const { text } = await openPage(path);
      const next = /rel="next" href="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      const second = await openPage(next ?? '');
      expect(second.status).toBe(200);
      const other = /<a href="([^"]*)" hrefLang="en"/.exec(second.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(other).not.toBe('');
      expect(other).not.toContain('cursor');
      expect((await openPage(other)).status).toBe(200);
    },
  );

  it('shows the first page where somebody asks for one by its number', async () => {
    for (const path of ['/suche?q=kettenglied&page=999', '/betriebe?page=7', '/karte?page=-1'])
      expect((await openPage(path)).status).toBe(200);
  });

  it('of a list that does not know the cursor begins at the beginning', async () => {
    const { status, headers } = await openPage('/angebote?cursor=abc');
    expect([status, headers.get('location')]).toEqual([301, '/angebote']);
  });
});

describe('what search engines read', () => {
  it('leads to every page, and each answers', async () => {
    const { url } = startedApp();
    const { text: robots } = await request('/robots.txt');
    expect(robots).toContain(`Sitemap: ${url}/sitemap.xml`);
    const { text, headers } = await request('/sitemap.xml?x=y');
    expect(headers.get('etag')).not.toBeNull();
    const paths = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
      address.slice(url.length),
    );
    for (const type of TYPES) expect(paths).toEqual(expect.arrayContaining([...(listings[type] ?? [])]));
    const wrong: string[] = [];
    expect(paths).toContain('/impressum');
    // It leads on.
    expect(paths).not.toContain('/barriere-melden');
    for (const path of paths) {
      const { status, text: html } = await openPage(path);
      if (status !== 200 || !html.includes(`<link rel="canonical" href="${url}${path}"/>`)) wrong.push(path);
    }
    expect(wrong).toEqual([]);
  });
});

it('the start shows what there is without a script, at any hour', async () => {
  const { text } = await openPage('/');
  expect(new Set(text.match(/class="hit"/g)).size).toBe(1);
  expect((text.match(/class="hit"/g) ?? []).length).toBeGreaterThanOrEqual(12);
  expect(text).toContain('action="/suche"');
  expect(text).toContain('Hotline für Betriebe');
  expect(text).toContain('Neue Radwege');
  expect(text).toContain('Ein neuer Montageständer');
});

it('who is behind it is named, without an address for e-mail of theirs', async () => {
  await createDocument('api::organisation.organisation', {
    name: 'Wirtschaftsförderung Musterstadt',
    kind: 'business-development',
    partner: true,
    contact: { phone: '+49231600', website: 'https://wf.example/', email: 'privat@wf.example' },
  });
  const { text } = await openPage('/wir');
  expect(text).toContain('<h2>Partner</h2>');
  expect(text).toContain('Wirtschaftsförderung Musterstadt');
  expect(text).toContain('href="tel:+49231600"');
  expect(text).not.toContain('privat@wf.example');
});
