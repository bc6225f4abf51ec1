import {
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  createOffer,
  createPortal,
  request,
} from '../../support';

interface Parameter {
  name: string;
  in: string;
  style?: string;
  explode?: boolean;
  required?: boolean;
  example?: unknown;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  security: Record<string, string[]>[];
}

let paths: Record<string, Record<string, Operation>>;
let portal: string;
let account: string;
let own: string;

beforeAll(async () => {
  await createCityProfile();
  const contact = { phone: '+49231123456' };
  const business = await createBusiness({ contact });
  await createOffer(business);
  await createDocument('api::campaign.campaign', {
    business: business.documentId,
    title: 'Neuer Ofen',
    story: 'Der alte ist von 1962.',
    goal: 100_000,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2099-01-01T00:00:00Z',
  });
  await createDocument('api::district.district', { name: 'Mitte' }, { published: false });
  const organisation = await createDocument('api::organisation.organisation', {
    name: 'Kammer',
    kind: 'chamber',
  });
  await createDocument('api::advisory-contact.advisory-contact', {
    title: 'Beratung',
    organisation: organisation.documentId,
    phones: [{ number: '+49231123456' }],
  });
  await createDocument('api::press-notice.press-notice', {
    title: 'Markt',
    teaser: 'Am Samstag',
    publishedOn: '2026-01-01',
  });
  await createDocument('api::linked-portal.linked-portal', {
    name: 'Beispiel',
    url: 'https://portal.example.org',
  });
  ({ token: portal } = await createPortal());
  ({ token: account } = await createContributor());
  paths = (await request<{ paths: typeof paths }>('/api/openapi.json')).body.paths;
});

/** A parameter of a query as Swagger UI sends it (OpenAPI 3.1, "Style Values"). */
function sent({ name, style = 'form', explode = style === 'form', example }: Parameter): string[] {
  const pair = (key: string, value: unknown): string => `${key}=${encodeURIComponent(String(value))}`;
  if (style === 'deepObject')
    return Object.entries(example as object).map(([key, value]) => pair(`${name}[${key}]`, value));
  if (!Array.isArray(example)) return [pair(name, example)];
  return explode
    ? example.map((value) => pair(name, value))
    : [`${name}=${example.map((value) => encodeURIComponent(String(value))).join(',')}`];
}

function addressOf(path: string, parameters: readonly Parameter[]): string {
  const query = parameters.filter(({ in: place, example }) => place === 'query' && example !== undefined);
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(
      String(
        path.startsWith('/api/my/') && name === 'documentId'
          ? own
          : parameters.find((parameter) => parameter.name === name)?.example,
      ),
    ),
  );
  const text = query.flatMap(sent).join('&');
  return text === '' ? filled : `${filled}?${text}`;
}

// With a token that is only in a mail, or in the address that the panel opens.
const BY_SECRET: ReadonlySet<string> = new Set(['confirmEmail', 'getPreview', 'showLink']);

it('what /docs executes with the examples of the document is answered with 200: every GET', async () => {
  const answers: [string, number][] = [];
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || BY_SECRET.has(get.operationId) || path.startsWith('/api/my/')) continue;
    const address = addressOf(path, get.parameters ?? []);
    const [scheme] = get.security.flatMap((one) => Object.keys(one));
    const isOpen = get.security.some((one) => Object.keys(one).length === 0);
    const token = scheme === 'portal' ? portal : account;
    const { status } = await request(address, isOpen ? {} : { token });
    answers.push([address, status]);
  }
  expect(answers.length).toBeGreaterThan(30);
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
});

it('a contributor reads what is its own by the examples, once it has entered it', async () => {
  const { body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token: account,
    body: { data: { name: 'Café Muster' } },
  });
  own = body.data.documentId;
  const reads = Object.entries(paths).filter(
    ([path, { get }]) => get && /^\/api\/my\/(businesses|claims)/.test(path),
  );
  expect(reads.length).toBeGreaterThan(4);
  for (const [path, { get }] of reads) {
    const address = addressOf(path, get?.parameters ?? []);
    expect([address, (await request(address, { token: account })).status]).toEqual([address, 200]);
  }
});
