import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import { previewToken } from '#src/reading/preview/domain/preview-token';
import { previewKeys } from '#src/reading/preview/preview-keys';
import { modelOf } from '#src/platform/strapi/models';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  createOffer,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { changesNothing } from '../../support/changes-nothing';
import { editorActor, moderation } from '../../support/moderation';
import { openPage } from '../../support/pages';
import { htmlProblems } from '../../support/valid-html';

jest.setTimeout(120_000);

const TYPES = ['business', 'offer', 'campaign', 'press-notice', 'advisory-contact'] as const;
type Type = (typeof TYPES)[number];
const LOCALES = ['de', 'en'] as const;
type Locale = (typeof LOCALES)[number];

const uidOf = (type: Type): string => `api::${type}.${type}`;
// The attribute that names a document.
const nameOf = (type: Type): 'name' | 'title' => (type === 'business' ? 'name' : 'title');
const PATHS = { de: '/vorschau', en: '/en/preview' } as const;
const LISTINGS: Readonly<Record<Type, readonly [de: string, en: string]>> = {
  business: ['/betriebe', '/en/businesses'],
  offer: ['/angebote', '/en/offers'],
  campaign: ['/kampagnen', '/en/campaigns'],
  'press-notice': ['/presse', '/en/press'],
  'advisory-contact': ['/beratung', '/en/advice'],
};

let stored: Readonly<Record<Type, Stored>>;
let editor: { token: string };

const documents = (type: Type) =>
  startedApp().strapi.documents(uidOf(type) as 'api::business.business') as unknown as {
    update(asked: { documentId: string; locale: string; data: object }): Promise<unknown>;
    publish(asked: { documentId: string; locale: string }): Promise<unknown>;
    delete(asked: { documentId: string; locale: string }): Promise<unknown>;
  };

/** The address that the panel's preview opens. */
async function askedInPanel(
  token: string | undefined,
  type: Type,
  { documentId, locale = 'de', status = 'draft' }: { documentId: string; locale?: string; status?: string },
): Promise<string | undefined> {
  const query = new URLSearchParams({ documentId, locale, status }).toString();
  const { body } = await request<{ data?: { url?: string } }>(
    `/content-manager/preview/url/${uidOf(type)}?${query}`,
    { token },
  );
  return (body as { data?: { url?: string } } | undefined)?.data?.url;
}

async function opened(
  type: Type,
  asked: { documentId: string; locale?: string; status?: string },
): Promise<Awaited<ReturnType<typeof openPage>>> {
  const url = await askedInPanel(editor.token, type, asked);
  if (url === undefined) throw new Error('The panel shows no preview.');
  return openPage(url);
}

const publicPath = (type: Type, locale: Locale): string => {
  const { slug, documentId } = stored[type];
  return `${LISTINGS[type][locale === 'de' ? 0 : 1]}/${typeof slug === 'string' ? slug : documentId.slice(0, 12)}`;
};

const draftName = (type: Type, locale: Locale): string => `Entwurf ${type} ${locale}`;

/** What is between header and footer, without what only one of both pages has. */
const mainOf = (html: string): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '')
    .replace(/<p class="notice preview">.*?<\/p>/s, '')
    .replace(/<li><a href="[^"]*\.vcf[^"]*".*?<\/li>/s, '');

const titleOf = (html: string): string => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: EDITORIAL_ROLE });
  const business = await createBusiness({
    name: 'Radwerk Nord',
    description: 'Erster Absatz.\n\nZweiter Absatz.',
    contact: { phone: '+49231123456', email: 'geheim@radwerk.example' },
    hours: [
      { service: 'on-site', rule: 'Mo-Fr 09:00-18:00' },
      { service: 'delivery', rule: 'Sa 10:00-12:00' },
    ],
  });
  const offer = await createOffer(business, { title: 'Inspektion', price: 4990 });
  const campaign = await createDocument(uidOf('campaign'), {
    business: business.documentId,
    kind: 'support',
    title: 'Ein neuer Montageständer',
    story: 'Der alte ist krumm.',
    goal: 100_000,
    startsAt: '2020-01-01T00:00:00.000Z',
  });
  const notice = await createDocument(uidOf('press-notice'), {
    title: 'Neue Radwege',
    teaser: 'Der Rat hat beschlossen.',
    publishedOn: '2026-01-02',
    author: 'Stadt',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Sechs Wege.' }] }],
  });
  const contact = await createDocument(uidOf('advisory-contact'), {
    kind: 'hotline',
    title: 'Hotline für Betriebe',
    phones: [{ number: '+49231500', label: 'Zentrale' }],
    hours: [{ service: 'phone', rule: 'Mo-Fr 08:00-16:00' }],
  });
  stored = { business, offer, campaign, 'press-notice': notice, 'advisory-contact': contact };
});

describe.each(TYPES)('the preview of a draft of the type %s', (type) => {
  it('is the page of the public while the draft is what is published', async () => {
    const { documentId } = stored[type];
    const { status, text } = await opened(type, { documentId });
    const open = await openPage(publicPath(type, 'de'));
    expect([status, open.status]).toEqual([200, 200]);
    expect(mainOf(text)).toBe(mainOf(open.text));
    expect(mainOf(text)).not.toBe('');
  });

  it.each(LOCALES)('shows the draft in the language %s, and the public does not see it', async (locale) => {
    const { documentId } = stored[type];
    const name = draftName(type, locale);
    await documents(type).update({ documentId, locale, data: { [nameOf(type)]: name } });
    const url = (await askedInPanel(editor.token, type, { documentId, locale })) ?? '';
    expect(url).toMatch(`${PATHS[locale]}/${type}/${documentId}?token=`);
    for (const attempt of [1, 2]) {
      const { status, headers, text } = await openPage(url);
      expect([attempt, status, titleOf(text)]).toEqual([attempt, 200, name]);
      expect(text).toContain(locale === 'de' ? 'Entwurf – noch nicht öffentlich' : 'Draft – not public yet');
      expect(text).toContain(`<html lang="${locale}">`);
      expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex']);
      expect(text).not.toMatch(/canonical|alternate|og:url|ld\+json|undefined|\[object|NaN/);
      expect(text).not.toContain('geheim@radwerk.example');
      expect(await htmlProblems(text)).toEqual([]);
    }
    for (const path of [publicPath(type, locale), '/sitemap.xml', LISTINGS[type][locale === 'de' ? 0 : 1]]) {
      const open = await openPage(path);
      expect([path, open.status]).toEqual([path, 200]);
      expect(open.text).not.toContain(name);
      expect(open.text).not.toContain(PATHS[locale]);
    }
  });

  it('shows what is published in its other tab', async () => {
    const { documentId } = stored[type];
    const { status, text } = await opened(type, { documentId, status: 'published' });
    expect([status, titleOf(text)]).toEqual([200, String(stored[type][nameOf(type)])]);
    expect(text).toContain('Veröffentlichte Fassung');
    expect(text).not.toContain(draftName(type, 'de'));
  });

  it('is HEAD as well, and changes nothing', async () => {
    const url = (await askedInPanel(editor.token, type, stored[type])) ?? '';
    await changesNothing(async () => {
      expect((await openPage(url)).status).toBe(200);
      const head = await request(url, { method: 'HEAD' });
      expect([head.status, head.text, head.headers.get('cache-control')]).toEqual([200, '', 'no-store']);
    });
  });
});

describe('a frame', () => {
  it('is allowed to the panel around the preview, and to nobody around anything else', async () => {
    const url = (await askedInPanel(editor.token, 'business', stored.business)) ?? '';
    // Where it says no, too, it is in the panel's frame.
    for (const path of [url, url.replace(/token=.*/, 'token=x')]) {
      const { headers } = await openPage(path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'; base-uri 'none'");
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    const others = ['/', publicPath('business', 'de'), '/konto', '/gibt-es-nicht', '/docs', '/graphql'];
    for (const path of [...others, '/admin', '/api/businesses', '/api/directory/search', '/robots.txt']) {
      const { headers } = await openPage(path);
      expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('is allowed to a panel on another host, which then gets a whole address', async () => {
    const { config } = startedApp().strapi;
    const before = config.get<string>('admin.url');
    config.set('admin.url', 'https://verwaltung.example/admin');
    try {
      const url = (await askedInPanel(editor.token, 'business', stored.business)) ?? '';
      expect(url).toMatch(/^http:\/\/.+\/vorschau\/business\//);
      const { pathname, search } = new URL(url);
      const { headers } = await openPage(pathname + search);
      expect(headers.get('content-security-policy')).toContain(
        "frame-ancestors 'self' https://verwaltung.example;",
      );
      // It cannot name another host.
      expect(headers.get('x-frame-options')).toBeNull();
    } finally {
      config.set('admin.url', before);
    }
  });

  it('of the panel has nothing in it but this server', async () => {
    const { headers } = await request('/admin');
    expect(headers.get('content-security-policy')).toMatch(/frame-src 'self'(;|$)/);
  });
});

describe('a token', () => {
  const made = (type: string, documentId: string, { locale = 'de', age = 0 } = {}): string =>
    previewToken(
      previewKeys(startedApp().strapi)[0],
      { type, documentId, locale },
      new Date(Date.now() - age),
    );
  const at = (token: string, path = `/vorschau/business/${stored.business.documentId}`) =>
    openPage(`${path}?token=${token}`);

  it.each<[string, () => Promise<{ status: number; text: string }>]>([
    ['no token', () => openPage(`/vorschau/business/${stored.business.documentId}`)],
    ['a mistyped one', () => at(`${made('business', stored.business.documentId).slice(0, -4)}AAAA`)],
    ['one that is over', () => at(made('business', stored.business.documentId, { age: 3_600_000 }))],
    ['that of another document', () => at(made('business', stored.offer.documentId))],
    ['that of another type', () => at(made('offer', stored.business.documentId))],
    ['that of another language', () => at(made('business', stored.business.documentId, { locale: 'en' }))],
    ['that of a type without pages', () => at(made('membership', 'x'), '/vorschau/membership/x')],
    ['the session of an editor', () => at(editor.token)],
  ])('says what to do for %s', async (_whose, open) => {
    const { status, text } = await open();
    expect(status).toBe(401);
    expect(titleOf(text)).toBe('Diese Vorschau gilt nicht oder nicht mehr');
    expect(text).not.toContain('Entwurf business');
  });

  it('says so in English', async () => {
    const { status, text } = await at('x', `/en/preview/business/${stored.business.documentId}`);
    expect([status, titleOf(text)]).toEqual([401, 'This preview is not valid, or not any more']);
    expect(await htmlProblems(text)).toEqual([]);
  });

  it('is made for nobody who may not read the draft', async () => {
    const contributor = await createContributor();
    for (const token of [undefined, contributor.token])
      expect(await askedInPanel(token, 'business', stored.business)).toBeUndefined();
    expect(await askedInPanel(editor.token, 'business', { documentId: 'a'.repeat(24) })).toBeUndefined();
  });

  it('shows nothing once the draft is deleted', async () => {
    const gone = await createOffer(stored.business, { title: 'Bald fort' }, { published: false });
    const url = (await askedInPanel(editor.token, 'offer', gone)) ?? '';
    expect(titleOf((await openPage(url)).text)).toBe('Bald fort');
    await documents('offer').delete({ documentId: gone.documentId, locale: '*' });
    const { status, text } = await openPage(url);
    expect([status, titleOf(text)]).toEqual([404, 'Diesen Entwurf gibt es nicht mehr']);
    expect(text).not.toContain('Bald fort');
  });
});

describe('a draft', () => {
  it('never published is shown, and nowhere else', async () => {
    const fresh = await createBusiness({ name: 'Nie gesehen' }, { published: false });
    const { status, text } = await opened('business', fresh);
    expect([status, titleOf(text)]).toEqual([200, 'Nie gesehen']);
    expect((await openPage(`/betriebe/${String(fresh['slug'])}`)).status).toBe(404);
    const other = await opened('business', { ...fresh, status: 'published' });
    expect([other.status, titleOf(other.text)]).toEqual([404, 'Zurzeit nicht öffentlich']);
  });

  it('with new hours says when it is open by them', async () => {
    const always = await createBusiness({ name: 'Immer da', hours: [{ service: 'on-site', rule: 'off' }] });
    await documents('business').update({
      documentId: always.documentId,
      locale: 'de',
      data: { hours: [{ service: 'on-site', rule: '24/7' }] },
    });
    expect((await opened('business', always)).text).toContain('<span class="state open">');
    expect((await openPage(`/betriebe/${String(always['slug'])}`)).text).toContain(
      '<span class="state closed">',
    );
  });

  it('of an offer shows its business, and its hours, as the public sees them', async () => {
    const { documentId } = stored.business;
    await documents('business').update({ documentId, locale: 'de', data: { name: 'Geheimer Name' } });
    const { text } = await opened('offer', stored.offer);
    expect(text).toContain('Radwerk Nord');
    expect(text).not.toContain('Geheimer Name');
    expect(text).toContain('id="hours"');
  });

  it('of what is over, and of a business that is suspended, is shown to editors only', async () => {
    const business = await createBusiness({ name: 'Bald gesperrt' });
    const offer = await createOffer(business, { title: 'Längst vorbei', validThrough: '2020-01-01' });
    expect(titleOf((await opened('offer', offer)).text)).toBe('Längst vorbei');
    await moderation().perform({
      uid: uidOf('business'),
      documentId: business.documentId,
      action: 'suspend',
      actor: editorActor(),
      reason: 'Probe',
    });
    const { status, text } = await opened('business', business);
    expect([status, titleOf(text)]).toEqual([200, 'Bald gesperrt']);
    expect((await openPage(`/betriebe/${String(business['slug'])}`)).status).toBe(404);
    const ofOffer = await opened('offer', offer);
    expect([ofOffer.status, ofOffer.text.includes('Bald gesperrt')]).toEqual([200, false]);
  });

  // Below the document service, whose rules would refuse some of it: older releases and imports may have left it.
  it.each(TYPES)('of the type %s with nothing or nonsense in it is a page', async (type) => {
    const made = await createDocument(uidOf(type), { [nameOf(type)]: 'Leer' }, { published: false });
    const { strapi } = startedApp();
    const nonsense = {
      [nameOf(type)]: null,
      slug: null,
      ...(type === 'offer' || type === 'campaign' ? { currency: '¤¤¤', price: -5, goal: -5 } : {}),
      ...(type === 'press-notice' ? { body: [{ type: 'nonsense' }] } : {}),
    };
    const { attributes } = modelOf(strapi, uidOf(type));
    const known = Object.fromEntries(Object.entries(nonsense).filter(([name]) => name in attributes));
    await strapi.db.query(uidOf(type)).update({ where: { documentId: made.documentId }, data: known });
    const { status, text } = await opened(type, made);
    expect([status, titleOf(text)]).toEqual([200, 'Noch ohne Namen']);
    expect(await htmlProblems(text)).toEqual([]);
  });

  it('with hours that nobody can read, and without a service, is a page', async () => {
    const odd = await createBusiness(
      { name: 'Wirr', hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:00' }] },
      { published: false },
    );
    const { strapi } = startedApp();
    await strapi.db.connection.raw(
      `update components_time_service_hours set rule = 'irgendwann', service = case when id % 2 = 0 then service end
       where id in (select cmp_id from businesses_cmps p join businesses b on b.id = p.entity_id where b.document_id = ?)`,
      [odd.documentId],
    );
    expect((await opened('business', odd)).status).toBe(200);
  });

  it('of which only other languages have a version is no draft in this one', async () => {
    const english = await createDocument(
      uidOf('press-notice'),
      { title: 'English only', publishedOn: '2026-01-02' },
      { published: false, locale: 'en' },
    );
    const { documentId } = english;
    expect(await askedInPanel(editor.token, 'press-notice', { documentId })).toBeUndefined();
    const { text } = await opened('press-notice', { documentId, locale: 'en' });
    expect(titleOf(text)).toBe('English only');
  });
});
