import { parse } from 'csv-parse/sync';
import {
  createBusiness,
  createCityProfile,
  createDocument,
  createOffer,
  graphql,
  request,
  type Stored,
} from '../../support';

interface Detail {
  data: Record<string, unknown> & {
    offers: { title: string }[];
    campaigns: { title: string; state: string }[];
  };
  meta: { locale: string };
  error: { status: number; message: string };
}

const at = (slug: string, headers: Record<string, string> = {}) =>
  request<Detail>(`/api/directory/listings/business/${slug}`, { headers });

let shop: Stored;

beforeAll(async () => {
  await createCityProfile();
  shop = await createBusiness({
    name: 'Käse; Wein, "Brot"',
    summary: 'Zeile eins; mit Komma, und\nUmbruch',
    contact: { phone: '0231 123456', email: 'laden@beispiel.de', website: 'https://www.beispiel.de' },
    hours: [{ service: 'on-site', rule: '24/7' }],
  });
  await createOffer(shop, { kind: 'voucher', title: 'Gutschein über 20 Euro' });
  await createDocument('api::campaign.campaign', {
    business: shop.documentId,
    kind: 'support',
    title: 'Neue Theke',
    story: 'Die alte ist kaputt.',
    goal: 500_000,
    startsAt: '2020-01-01T00:00:00.000Z',
    endsAt: '2020-02-01T00:00:00.000Z',
    rewards: [{ title: 'Ein Dank', minimumAmount: 1000 }],
  });
  await createBusiness({ name: '=HYPERLINK("https://boese.example")', summary: '@SUM(1+1)*cmd' });
});

describe('one listing of the directory', () => {
  it('contains everything, including its offers and campaigns', async () => {
    const { status, body, headers } = await at(String(shop['slug']));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('vary')).toMatch(/accept\b/i);
    expect(body.data['name']).toBe('Käse; Wein, "Brot"');
    expect(body.data['openNow']).toBe(true);
    expect(body.data.offers.map(({ title }) => title)).toEqual(['Gutschein über 20 Euro']);
    expect(body.data.campaigns).toEqual([expect.objectContaining({ title: 'Neue Theke', state: 'ended' })]);
    expect(body.data['services']).toEqual(['on-site', 'voucher']);
    expect(JSON.stringify(body)).not.toContain('syndicationConsent":null');
  });

  it('is found by its document id too, and not under another type', async () => {
    expect((await at(shop.documentId)).status).toBe(200);
    const { status, body } = await request<Detail>(`/api/directory/listings/offer/${String(shop['slug'])}`);
    expect(status).toBe(404);
    expect(body.error.message).toContain('Eintrag');
  });

  it('is available as JSON-LD by Accept and by extension', async () => {
    for (const answer of [
      await at(String(shop['slug']), { accept: 'application/ld+json' }),
      await at(`${String(shop['slug'])}.jsonld`),
    ]) {
      expect(answer.headers.get('content-type')).toContain('application/ld+json');
      const node = JSON.parse(answer.text) as Record<string, unknown>;
      expect(node['@context']).toBeDefined();
      expect(node['name']).toBe('Käse; Wein, "Brot"');
      expect(node['telephone'] ?? JSON.stringify(node)).toContain('+49231123456');
    }
  });

  it('is a vCard whose values are escaped', async () => {
    const { status, text, headers } = await at(`${String(shop['slug'])}.vcf`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/vcard');
    const lines = text.replace(/\r\n /g, '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCARD');
    expect(lines.find((line) => line.startsWith('FN'))).toMatch(/Käse\\; Wein\\, "Brot"$/);
    expect(lines.find((line) => line.startsWith('NOTE'))).toMatch(
      /Zeile eins\\; mit Komma\\, und\\nUmbruch$/,
    );
    expect(text).toContain('+49231123456');
  });

  it('is the same vCard until it changes: REV is the day of the change', async () => {
    // A cookie, so that the response cache does not answer.
    const card = () => at(`${String(shop['slug'])}.vcf`, { cookie: 'a=b' });
    const [one, other] = [await card(), await card()];
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'));
    const { body } = await at(String(shop['slug']));
    expect(one.text).toContain(`\r\nREV:${String(body.data['updatedAt'])}\r\n`);
  });

  it('has a vCard where it can be found or reached in any way, with whom to name', async () => {
    const place = await createBusiness({
      name: 'Ohne Telefon',
      summary: 'Ruhig',
      contact: null,
      attribution: { text: '© Mitwirkende', licenceUrl: 'https://licence.example' },
    });
    const { status, text } = await at(`${String(place['slug'])}.vcf`);
    expect(status).toBe(200);
    expect(text).toContain('\r\nGEO:51.5126;7.4661\r\n');
    expect(text.replace(/\r\n /g, '')).toContain('NOTE:Ruhig\\n© Mitwirkende\\, https://licence.example\r\n');
    const notice = await createDocument('api::press-notice.press-notice', {
      title: 'Nur Text',
      teaser: 'Kurz',
      publishedOn: '2020-01-01',
    });
    const none = await request(`/api/directory/listings/press-notice/${String(notice['slug'])}.vcf`);
    expect(none.status).toBe(406);
  });

  it('has one address wherever it is shown, and an offer its own on the web beside it', async () => {
    const website = 'https://www.beispiel.de/eis';
    await createOffer(shop, { kind: 'service', title: 'Eis am Stiel', url: website });
    const hits = await request<{ data: Record<string, unknown>[] }>('/api/directory/search?q=stiel');
    const [hit = {}] = hits.body.data;
    expect(hits.text.match(/"url":/g)).toHaveLength(1);
    const page = await request<Detail>(`/api/directory/listings/offer/${String(hit['slug'])}`);
    const ofBusiness = (await at(String(shop['slug']))).body.data.offers.find(
      ({ title }) => title === 'Eis am Stiel',
    );
    const { body } = await graphql<{ directorySearch: { data: { url: string; data: object }[] } }>(
      '{ directorySearch(q: "stiel") { data { url data } } }',
    );
    const [inGraphql] = body.data?.directorySearch.data ?? [];
    const table = await request('/api/directory/listings.csv?q=stiel');
    const rows = parse<Record<string, string>>(table.text, { bom: true, columns: true });
    const { url } = hit;
    expect(url).toContain('/angebote/');
    for (const shown of [hit, page.body.data, ofBusiness, inGraphql?.data, rows[0]])
      expect(shown).toMatchObject({ url, website });
    expect(inGraphql?.url).toBe(url);
  });

  it('lists the available formats if another one is requested', async () => {
    const { status, body } = await at(String(shop['slug']), { accept: 'image/png' });
    expect(status).toBe(406);
    expect(body.error.message).toContain('application/ld+json');
  });
});

describe('the list as a table', () => {
  it('is CSV under the same filters, with no formula in it', async () => {
    const { status, text, headers } = await request('/api/directory/listings.csv?type=business');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
    expect(rows.map((row) => row['name'])).toEqual([
      `'=HYPERLINK("https://boese.example")`,
      'Käse; Wein, "Brot"',
      'Ohne Telefon',
    ]);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows[1]?.['phone']).toBe('tel:+49231123456');
    // Three decimals are thousands to a German spreadsheet; five can be nothing but decimals.
    expect([rows[1]?.['latitude'], rows[1]?.['longitude']]).toEqual(['51.51260', '7.46610']);
  });

  it('refuses what the search refuses', async () => {
    const { status } = await request('/api/directory/listings.csv?pageSize=5');
    expect(status).toBe(400);
  });
});

describe('opening hours as people write them', () => {
  const read = (query: string) => request<{ data: unknown }>(`/api/directory/opening-hours?${query}`);

  it('are read, in the language asked for', async () => {
    const text = encodeURIComponent('täglich 8–20 Uhr, Di Ruhetag');
    const { status, body } = await read(`text=${text}&locale=de`);
    expect(status).toBe(200);
    expect(body.data).toEqual({
      understood: 'exact',
      rule: 'Tu off; Mo,We-Su 08:00-20:00',
      reading: ['Montag und Mittwoch bis Sonntag: 8–20 Uhr', 'Dienstag: geschlossen'],
      questions: [],
      left: [],
    });
  });

  it.each([
    [
      'a rich rule is left as it is',
      'Mo-Su sunrise-sunset; PH off',
      { understood: 'exact', rule: 'Mo-Su sunrise-sunset; PH off' },
    ],
    [
      'what is unclear is asked',
      'Mo-Fr 9-5',
      { understood: 'no', questions: [{ code: 'half-of-day', text: '9-5' }] },
    ],
    ['nothing is no hours', '', { understood: 'no', questions: [{ code: 'no-hours' }] }],
    [
      'too much is not read',
      'Mo 9-12 '.repeat(200),
      { understood: 'no', questions: [{ code: 'text-too-long' }] },
    ],
  ])('%s', async (_what, text, answer) => {
    const { status, body } = await read(`text=${encodeURIComponent(text)}&locale=en`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject(answer);
  });

  it('other parameters are refused by name', async () => {
    expect((await read('text=x&q=1')).status).toBe(400);
    expect((await read('text=x&text=y')).status).toBe(400);
  });
});

describe('suggestions', () => {
  it('complete what has been typed', async () => {
    const { body } = await request<{ data: { kind: string; text: string; slug?: string }[] }>(
      '/api/directory/suggest?q=K%C3%A4',
    );
    expect(body.data).toContainEqual(
      expect.objectContaining({ kind: 'listing', text: 'Käse; Wein, "Brot"' }),
    );
    expect(body.data.some(({ kind }) => kind === 'word')).toBe(true);
  });

  it('are empty for text without words', async () => {
    const { status, body } = await request<{ data: unknown[] }>('/api/directory/suggest?q=%25%27');
    expect(status).toBe(200);
    expect(body.data).toEqual([]);
  });
});
