import { createBusiness, createCityProfile, createDocument, request, startedApp } from '../../support';
import { openPage, sendForm } from '../../support/pages';
import { rawBytes, rawRequest } from '../../support/raw-request';

const BROWSER = { accept: 'text/html' };

beforeAll(async () => {
  await createCityProfile();
  await createBusiness({ name: 'Radwerk', slug: 'radwerk' });
});

describe('a Host that is no host', () => {
  const HOSTS = [
    ...['a b', ']', '[::1', 'x"><b', '"', 'a/b', 'a?b', 'a#b', 'fremd.example:99999', 'ä.example', ''],
    'x'.repeat(300),
    `${'x.'.repeat(400)}example`,
  ];
  const PATHS = [
    ...['/', '/betriebe/radwerk', '/suche', '/barrierefreiheit', '/melden?kind=wrong', '/nichts'],
    ...['/sitemap.xml', '/robots.txt', '/api/press-notices/feed.rss'],
  ];

  it.each(PATHS)('does not get into %s', async (path) => {
    const own = startedApp().strapi.config.get<string>('server.absoluteUrl').replace('0.0.0.0', 'localhost');
    for (const host of HOSTS) {
      const answer = await rawBytes(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
      );
      expect([host, /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]]).toEqual([
        host,
        path === '/nichts' ? '404' : '200',
      ]);
      const addresses = [
        ...answer.matchAll(/(?:href|content)="(https?:[^"]*)"|<(?:loc|link)>(https?:[^<]*)|Sitemap: (\S+)/g),
      ].map(([, ...found]) => found.find((one) => one !== undefined) ?? '');
      const foreign = addresses.filter(
        (address) => !address.startsWith(own) && !address.startsWith('https://www.openstreetmap.org/'),
      );
      expect([host, foreign]).toEqual([host, []]);
    }
  });
});

describe('an odd path', () => {
  const ENDS = [
    ...[
      '..',
      '../',
      '%2e%2e',
      '.',
      '%2e',
      '%2f',
      '%5c',
      'a%2fb',
      'a%5cb',
      '../konto',
      '%2e%2e/konto',
      '..%2fkonto',
    ],
    ...['%00', '%01', '%0d%0ax', 'radwerk%0a', '%7f', '%c2%85', '%', '%ff', '%ed%a0%80', '%e2%80%ae'],
  ];

  it.each(['/', '/betriebe/', '/en/businesses/', '/l/', '/melden/', '/nichts/'])(
    'below %s is a page',
    async (path) => {
      for (const end of ENDS) {
        const { status, headers, body } = await rawRequest(`${path}${end}`, { headers: BROWSER });
        expect([end, [301, 400, 404]]).toEqual([end, expect.arrayContaining([status]) as number[]]);
        // Here, and not another host.
        if (status === 301) expect(headers.location).toMatch(/^\/(?!\/)[^\\]*$/);
        else expect(body.toString()).toContain('<h1>');
      }
    },
  );

  it.each(['%7f', '%c2%85', '%01'])('with the control character %s is none of ours', async (character) => {
    expect((await rawRequest(`/betriebe/${character}`, { headers: BROWSER })).status).toBe(404);
  });
});

describe('the address that is reported', () => {
  const CONTROL = ['\u0000', '\u0001', '\u0007', '\n', '\u007f', '\u0085', '\u202e'];

  it.each(['/melden?url=', '/melden?kind=wrong&url=', '/barriere-melden?url='])(
    'is shown by %s without what nobody sees',
    async (path) => {
      for (const control of CONTROL.filter((one) => one !== '\u0000')) {
        const { status, headers, text } = await openPage(
          `${path}${encodeURIComponent(`${startedApp().url}/a${control}b`)}`,
        );
        expect([200, 301]).toContain(status);
        expect(`${text}${decodeURIComponent(headers.get('location') ?? '')}`).toContain('/a');
        expect(`${text}${decodeURIComponent(headers.get('location') ?? '')}`).not.toContain(control);
      }
      for (const odd of [
        '..',
        '%2e%2e%2f',
        'javascript:alert(1)',
        '//x.example',
        '%00',
        '%ff',
        '%',
        'x'.repeat(3_000),
      ])
        expect([200, 301, 400]).toContain((await openPage(`${path}${odd}`)).status);
    },
  );

  it.each(CONTROL.filter((one) => one !== '\n'))('is refused with %j in it', async (control) => {
    const { status, body } = await request<{ error: { details: { code: string; errors: object[] } } }>(
      '/api/reports',
      {
        headers: { 'x-forwarded-for': '192.0.2.7' },
        body: { ground: 'privacy', message: 'Hallo', url: `http://localhost/a${control}b` },
      },
    );
    expect([status, body.error.details.code]).toEqual([400, 'text-control-character']);
    expect(body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['url'], message: expect.stringContaining('(U+') as string }),
    ]);
  });
});

it('a form that is to be sent later says when', async () => {
  const report = { kind: 'privacy', message: 'Zu oft' };
  const answers = [];
  for (let at = 0; at < 12; at += 1) answers.push(await sendForm('/melden', report));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers, text } of refused) {
    expect(text).toContain('<h1>');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

describe('a method that no route has', () => {
  const METHODS = ['TRACE', 'PROPFIND', 'MKCOL', 'PURGE', 'SEARCH', 'LINK', 'REPORT', 'M-SEARCH', 'PATCH'];

  it.each([
    ['/', 'HEAD, GET'],
    ['/betriebe/radwerk', 'HEAD, GET'],
    ['/melden', 'HEAD, GET, POST'],
    ['/robots.txt', 'HEAD, GET'],
    ['/api/businesses', 'HEAD, GET'],
    ['/api/directory/search', 'HEAD, GET'],
    ['/graphql', 'GET, POST'],
  ])('is refused by %s, which says what it takes', async (path, allow) => {
    for (const method of METHODS) {
      const { status, headers } = await rawRequest(path, { method, headers: BROWSER });
      expect([method, status, headers.allow]).toEqual([method, 405, allow]);
    }
  });

  it('finds nothing where there is nothing', async () => {
    for (const method of METHODS) expect((await rawRequest('/nichts', { method })).status).toBe(404);
  });
});

describe('a parameter that a page does not know', () => {
  const QUERIES = [
    ...[
      'utm_campaign=50%off',
      'a=%',
      'a=%ff',
      'a=%00',
      '%=a',
      'utm_source[]=',
      'x[y][z]=1',
      '_q[a]=1',
      '_q=a&_q=b',
    ],
    ...['q[]=rad', 'type[a]=x', `a=${'x'.repeat(9_000)}`, 'filters[x][$nope]=1', '=&&?', '__proto__[x]=1'],
  ];
  const PATHS = ['/', '/betriebe/radwerk', '/suche', '/karte', '/betriebe', '/melden', '/wir', '/en/search'];

  it.each([...PATHS, '/konto', '/melden/angekommen', '/konto/bestaetigen'])(
    'is ignored by %s, however it is written',
    async (path) => {
      const plain = await openPage(path);
      const canonical = /<link rel="canonical" href="([^"]*)"/;
      for (const query of QUERIES)
        // Who has a cookie is answered by Koa, the others from memory.
        for (const headers of [{} as Record<string, string>, { cookie: 'a=b' }]) {
          const { status, text } = await openPage(`${path}?${query}`, headers);
          expect([query, status]).toEqual([query, 200]);
          expect(canonical.exec(text)?.[1]).toBe(canonical.exec(plain.text)?.[1]);
        }
    },
  );

  it('is no reason not to be led to the address as we write it', async () => {
    const { status, headers } = await openPage('/Betriebe/Radwerk/?utm_campaign=50%off');
    expect([status, headers.get('location')]).toEqual([301, '/betriebe/radwerk?utm_campaign=50%25off']);
  });

  it('beside one that it knows leaves that one as it is', async () => {
    const { status, text } = await openPage('/suche?utm_campaign=50%off&q=rad', { cookie: 'a=b' });
    expect(status).toBe(200);
    expect(text).toContain('<h1>Suche nach „rad“</h1>');
  });

  it('is refused by the API', async () => {
    for (const query of ['a=%', 'utm_campaign=50%off', 'a=1'])
      expect((await request(`/api/directory/search?${query}`)).status).toBe(400);
    expect((await request('/api/businesses?a=%')).status).toBe(400);
  });
});

describe('a text with pictures', () => {
  // As stored by the editor of blocks.
  const picture = (url: string, alternativeText?: string) => ({
    type: 'image',
    image: {
      ...{ url, alternativeText, name: 'markt.jpg', hash: 'markt', ext: '.jpg', mime: 'image/jpeg' },
      ...{ size: 9, width: 9, height: 9, provider: 'local' },
      ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' },
    },
    children: [{ type: 'text', text: '' }],
  });
  let path: string;

  beforeAll(async () => {
    const notice = await createDocument('api::press-notice.press-notice', {
      title: 'Markt',
      publishedOn: '2026-01-02',
      author: 'Stadt',
      body: [
        picture('/uploads/nah.jpg', 'Der Markt von nah'),
        picture(`${startedApp().url}/uploads/weit.jpg`),
        picture('https://zaehlt.example/uploads/fern.jpg', 'Der Markt von fern'),
        picture('https://zaehlt.example/stumm.gif'),
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              url: 'mailto:markt@muster.example?cc=x@y.example&subject=Stand',
              children: [{ type: 'text', text: 'Schreiben' }],
            },
          ],
        },
      ],
    });
    path = `/presse/${String(notice['slug'])}`;
  });

  it('shows those of this installation, and leads to the others', async () => {
    const { status, text } = await openPage(path);
    expect(status).toBe(200);
    const shown = [...text.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src);
    expect(shown).toEqual(['/uploads/nah.jpg', '/uploads/weit.jpg']);
    expect(text).toContain(
      '<p><a href="https://zaehlt.example/uploads/fern.jpg" rel="noopener nofollow">Der Markt von fern</a></p>',
    );
    expect(text).toContain('>zaehlt.example/stumm.gif</a>');
  });

  it('does so in the feeds', async () => {
    const { url } = startedApp();
    const { body } = await request<{ items: { content_html: string }[] }>('/api/press-notices/feed.json');
    const html = body.items[0]?.content_html ?? '';
    expect([...html.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      `${url}/uploads/nah.jpg`,
      `${url}/uploads/weit.jpg`,
    ]);
    expect(html).toContain('<a href="https://zaehlt.example/uploads/fern.jpg">Der Markt von fern</a>');
    const { text } = await request('/api/press-notices/feed.rss');
    expect(text).not.toMatch(/(?:<|&lt;)img src=(?:"|&quot;)https:\/\/zaehlt/);
  });

  it('writes to the one address of a link, with its subject', async () => {
    for (const where of [path, '/api/press-notices/feed.json', '/api/press-notices/feed.rss']) {
      const { text } = await openPage(where, { accept: '*/*' });
      expect(text).toContain('mailto:markt@muster.example?subject=Stand');
      expect(text).not.toContain('x@y.example');
    }
  });
});

it('an address for mail is one recipient, wherever it is shown', async () => {
  const { strapi } = startedApp();
  const contact = await createDocument('api::advisory-contact.advisory-contact', {
    kind: 'hotline',
    title: 'Beratung',
    phones: [{ number: '+49231500', label: 'Zentrale' }],
    email: 'rat?cc=x@muster.example',
  });
  // The rule of the field takes it, since a question mark is allowed before the @.
  const stored = await strapi.documents('api::advisory-contact.advisory-contact').findOne({
    documentId: contact.documentId,
  });
  expect(stored?.email).toBe('rat?cc=x@muster.example');
  const { text } = await openPage(`/beratung/${contact.documentId.slice(0, 12)}`);
  const links = [...text.matchAll(/href="(mailto:[^"]*)"/g)].map(([, href]) => href);
  expect(new Set(links.filter((href) => !href?.startsWith('mailto:?')))).toEqual(
    new Set(['mailto:rat%3Fcc%3Dx@muster.example']),
  );
});

it('what is shared of a long name and a long text ends at the end of a character', async () => {
  const family = '👨‍👩‍👧‍👦';
  const { slug } = await createBusiness({
    name: family.repeat(14),
    summary: family.repeat(24),
    slug: 'familie',
  });
  const { status, text } = await openPage(`/betriebe/${String(slug)}`);
  expect(status).toBe(200);
  const contents = ['og:title', 'og:description', 'description'].map(
    (name) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(text)?.[1],
  );
  for (const content of contents) expect(content).toMatch(new RegExp(`^(?:${family})+…?$`, 'u'));
});
