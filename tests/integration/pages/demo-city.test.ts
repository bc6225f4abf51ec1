import { decodeHTML } from 'entities';
import { parseUrl } from '#src/domain/parse-url';
import { request, startedApp } from '../../support';
import { openPage } from '../../support/pages';
import { htmlProblems } from '../../support/valid-html';
import { loadWhole } from '../directory/query-list';

jest.setTimeout(300_000);

interface Read {
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly cookie: string | null;
}

const read = async (path: string): Promise<Read> => {
  const { status, text, headers } = await openPage(path);
  return { path, status, html: text, cookie: headers.get('set-cookie') };
};

/** The values of an attribute in a page, decoded. */
const valuesOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'gi'))].map(([, value = '']) =>
    decodeHTML(value),
  );

/** The kind of a page: its language and the first part of its path. */
const kindOf = (path: string): string => {
  const [first = '', second = '', third] = path.split('?')[0]?.slice(1).split('/') ?? [];
  const [language, kind, slug] = first === 'en' ? ['en', second, third] : ['de', first, second || undefined];
  return [language, kind, slug === undefined ? 'itself' : 'below'].join(' ');
};

// Every kind of page is looked at closely, and as many of each.
const OF_EACH = 3;

const sampled = (paths: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  return paths.filter((path) => {
    const kind = kindOf(path);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= OF_EACH;
  });
};

/** What a browser fetches for a page by itself. */
function resourcesOf(html: string): string[] {
  const own = [...html.matchAll(/<(?:img|script|source|iframe|video|audio|link)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/rel="(?:canonical|alternate)"/.test(tag));
  return own.flatMap((tag) => [
    ...valuesOf(tag, 'src'),
    ...valuesOf(tag, 'href'),
    ...valuesOf(tag, 'srcset').flatMap((set) => set.split(', ').map((one) => one.split(' ')[0] ?? '')),
  ]);
}

let sitemap: string[];

beforeAll(async () => {
  await loadWhole('dortmund');
  const { url } = startedApp();
  const { text } = await request('/sitemap.xml');
  sitemap = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
    decodeHTML(address).slice(url.length),
  );
});

it('the start shows at least 20 listings without a script', async () => {
  for (const path of ['/', '/en']) {
    const { html } = await read(path);
    expect((html.match(/<li class="hit">/g) ?? []).length).toBeGreaterThanOrEqual(20);
  }
});

it('from the start and the sitemap every page is valid, in its language, and leads nowhere wrong', async () => {
  const { url } = startedApp();
  const wrong: string[] = [];
  const links = new Set<string>();
  const seen = new Set<string>();
  // Pages of pages: filters, further results, and what the sitemap does not have.
  let next = sampled(['/', '/en', ...sitemap]);
  for (let depth = 0; depth < 3; depth += 1) {
    const found = new Set<string>();
    for (const path of next) {
      seen.add(path);
      const { status, html, cookie } = await read(path);
      const say = (what: string) => wrong.push(`${path}: ${what}`);
      if (status !== 200) say(`answers ${status}`);
      if (cookie !== null) say('sets a cookie');
      const language = path === '/en' || path.startsWith('/en/') ? 'en' : 'de';
      if (!html.includes(`<html lang="${language}">`)) say('another language');
      if (html.match(/<h1[ >]/g)?.length !== 1) say('not one h1');
      for (const problem of await htmlProblems(html)) say(problem);
      for (const address of resourcesOf(html)) {
        if (!address.startsWith('/') || address.startsWith('//')) say(`fetches ${address}`);
        links.add(address);
      }
      for (const address of [...valuesOf(html, 'href'), ...valuesOf(html, 'action')]) {
        if (address.startsWith('#') && !html.includes(`id="${address.slice(1)}"`)) say(`no ${address}`);
        const own = address.startsWith(url) ? address.slice(url.length) || '/' : address;
        if (own.startsWith('/')) found.add(own.replace(/#.*/, ''));
      }
    }
    for (const path of found) links.add(path);
    const pages = [...found].filter((path) => !path.startsWith('/api/') && !/\.\w+(?:\?|$)/.test(path));
    const kinds = new Set([...seen].map(kindOf));
    next = sampled(pages.filter((path) => !seen.has(path) && !kinds.has(kindOf(path)))).concat(
      pages.filter((path) => path.includes('?') && !seen.has(path)).slice(0, 10),
    );
    next = next.filter((path) => !path.startsWith('/admin') && !path.startsWith('/docs'));
  }
  for (const path of links) {
    // The panel is not part of every suite.
    if (path.startsWith('/admin')) continue;
    const { status } = await openPage(path);
    if (status >= 300) wrong.push(`${path}: a link that answers ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(links.size).toBeGreaterThan(100);
});

type Facts = Readonly<Record<string, unknown>>;

const within = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Facts)[name] : undefined),
    value,
  );

const rows = (value: unknown): Facts[] => (Array.isArray(value) ? (value as Facts[]) : []);

/** Every string in JSON-LD, at whatever place of its type. */
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** What has to be in the page and in JSON-LD, as the API says it. */
function factsOf(data: Facts): { page: string[]; linked: string[] } {
  const contact = data['contact'];
  const numbers = [within(contact, 'phone'), within(contact, 'mobile')]
    .concat(rows(data['phones']).map(({ number }) => number))
    .filter((number): number is string => typeof number === 'string');
  const website = within(contact, 'website') ?? data['website'];
  const address = data['address'];
  const part = (name: string) => within(address, name);
  const street = [part('street'), part('houseNumber')].filter(Boolean).join(' ');
  const place = [part('postcode'), part('place')].filter(Boolean).join(' ');
  const says = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);
  return {
    page: [...says(data['name']), ...says(street), ...says(place)],
    linked: [
      ...says(data['name']),
      ...numbers.slice(0, 1),
      ...(typeof website === 'string' ? [new URL(website).href] : []),
      ...says(street),
      ...says(part('postcode')),
      ...says(part('place')),
    ],
  };
}

/** A sum as a page writes it in German: without cents where there are none. */
const euros = (cents: number): string =>
  new Intl.NumberFormat('de-DE', {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(cents / 100);

/** What it costs or asks for: in the page as people write it, in JSON-LD with a dot. */
function sumsOf(data: Facts): { page: string; linked: string }[] {
  const { price, goal } = data;
  const linked = (cents: number): string => (cents / 100).toFixed(2);
  return [
    ...(typeof price === 'number'
      ? [{ page: price === 0 ? 'kostenlos' : euros(price), linked: linked(price) }]
      : []),
    ...(typeof goal === 'number' ? [{ page: `Ziel: ${euros(goal)}`, linked: linked(goal) }] : []),
  ];
}

it('page, API and JSON-LD show the same facts of every listing', async () => {
  const types: Readonly<Record<string, string>> = {
    betriebe: 'business',
    angebote: 'offer',
    kampagnen: 'campaign',
    presse: 'press-notice',
    beratung: 'advisory-contact',
  };
  const wrong: string[] = [];
  let [compared, sums] = [0, 0];
  for (const path of sitemap) {
    const [, page = '', slug] = path.split('/');
    const type = types[page];
    if (type === undefined || slug === undefined) continue;
    const api = `/api/directory/listings/${type}/${slug}`;
    const [{ html }, answer, linked] = [
      await read(path),
      await request<{ data: Facts }>(`${api}?locale=de`),
      await request(`${api}.jsonld?locale=de`),
    ];
    const { data } = answer.body;
    const text = decodeHTML(html);
    const inPage: unknown = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}',
    );
    // Addresses are written with and without a slash at their end, and with umlauts or without.
    const strings = stringsIn(linked.body).flatMap((one) => [one, parseUrl(one)?.href ?? one]);
    const say = (what: string) => wrong.push(`${path}: ${what}`);
    if (JSON.stringify(inPage) !== JSON.stringify(linked.body)) say('other JSON-LD than the API');
    if (new URL(String(data['url'])).pathname !== path) say(`the API says ${String(data['url'])}`);
    const facts = factsOf(data);
    for (const fact of facts.page) if (!text.includes(fact)) say(`the page lacks ${fact}`);
    for (const fact of facts.linked) if (!strings.includes(fact)) say(`JSON-LD lacks ${fact}`);
    for (const sum of sumsOf(data)) {
      sums += 1;
      if (!text.includes(`<strong>${sum.page}</strong>`)) say(`the page lacks ${sum.page}`);
      if (!JSON.stringify(linked.body).includes(`"price":"${sum.linked}"`))
        say(`JSON-LD lacks ${sum.linked}`);
    }
    for (const number of [
      within(data['contact'], 'phone'),
      ...rows(data['phones']).map((row) => row['number']),
    ])
      if (
        typeof number === 'string' &&
        !/^\+49(1\d\d|116\d{3})$/.test(number) &&
        !html.includes(`href="tel:${number}"`)
      )
        say(`the page does not call ${number}`);
    const state = /class="state (open|closed|perhaps)"/.exec(html)?.[1];
    const open = data['openNow'];
    const hasState = rows(data['open']).length > 0 && data['goal'] === undefined;
    if (hasState && type === 'business' && rows(data['open']).some(({ service }) => service === 'on-site')) {
      const onSite = rows(data['open']).find(({ service }) => service === 'on-site')?.['openNow'];
      if (state !== (onSite === null ? 'perhaps' : onSite ? 'open' : 'closed'))
        say(`the page says ${String(state)}, the API ${String(open)}`);
    }
    compared += 1;
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(250);
  expect(sums).toBeGreaterThan(5);
});
