/** @jest-environment-options {"env": {"RATE_LIMIT_WRITES_PER_MINUTE": "100000"}} */
import {
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  request,
  type ContributorAccount,
} from '../../support';

interface One {
  data: Record<string, unknown> & { documentId: string };
}

let anna: ContributorAccount;
let ids: Record<string, string>;

const send = (method: string, path: string, body: string | object) =>
  request<One>(`/api/my/${path}`, {
    method,
    token: anna.token,
    body,
    headers: { 'content-type': 'application/json' },
  });

beforeAll(async () => {
  await createCityProfile();
  anna = await createContributor();
  const categories = [(await createCategory()).documentId];
  const business = (await send('POST', 'businesses', { data: { name: 'Seltsam', categories } })).body.data
    .documentId;
  const offer = await send('POST', 'offers', { data: { business, kind: 'delivery', title: 'Seltsam' } });
  const campaign = await send('POST', 'campaigns', { data: { business, kind: 'support', title: 'Seltsam' } });
  ids = {
    businesses: business,
    offers: offer.body.data.documentId,
    campaigns: campaign.body.data.documentId,
  };
});

const TEXTS: [string, string][] = [
  ['256 characters', JSON.stringify('x'.repeat(256))],
  ['501 characters', JSON.stringify('x'.repeat(501))],
  ['20,001 characters', JSON.stringify('x'.repeat(20_001))],
  ['a NUL', '"a\\u0000b"'],
  ['half a character', '"a\\ud800"'],
  ['markup', '"<script>alert(1)</script>"'],
  ['emoji', '"🥨🥨"'],
  ['a number', '1e308'],
  ['a negative number', '-1'],
  ['a boolean', 'true'],
  ['an empty text', '""'],
  ['a list in lists', '[[[[]]]]'],
  ['an object', '{"$ne":null}'],
  ['null', 'null'],
];

const FIELDS: [string, string[]][] = [
  [
    'businesses',
    [
      'name',
      'summary',
      'description',
      'categories',
      'district',
      'address',
      'address.street',
      'address.postcode',
      'location',
      'location.latitude',
      'contact',
      'contact.phone',
      'contact.email',
      'contact.website',
      'contact.socialLinks',
      'hours',
      'sizeClass',
      'chain',
      'logo',
      'logo.caption',
      'photos',
      'syndicationConsent',
    ],
  ],
  [
    'offers',
    [
      'business',
      'kind',
      'title',
      'description',
      'url',
      'price',
      'currency',
      'validFrom',
      'validThrough',
      'deliveryArea',
    ],
  ],
  [
    'campaigns',
    ['business', 'kind', 'title', 'story', 'goal', 'currency', 'startsAt', 'endsAt', 'rewards', 'image'],
  ],
];

const nested = (path: string, value: string): string => {
  const [first = '', ...rest] = path.split('.');
  return rest.length === 0 ? `{"${first}":${value}}` : `{"${first}":${nested(rest.join('.'), value)}}`;
};

describe.each(FIELDS)('%s', (collection, fields) => {
  it.each(fields)('accepts or refuses any value of %s, and never breaks', async (field) => {
    const answers = await Promise.all(
      TEXTS.map(async ([what, value]) => {
        const { status } = await send(
          'PUT',
          `${collection}/${ids[collection]}`,
          `{"data":${nested(field, value)}}`,
        );
        return `${what}: ${status}`;
      }),
    );
    expect(answers.filter((answer) => !/: (200|400)$/.test(answer))).toEqual([]);
  });
});

it.each([
  ['hours', 'rule'],
  ['hours', 'note'],
  ['photos', 'credit'],
  ['contact.socialLinks', 'url'],
])('the same inside the list %s: %s', async (list, field) => {
  for (const [what, value] of TEXTS) {
    const body = `{"data":${nested(list, `[{"${field}":${value}}]`)}}`;
    const { status } = await send('PUT', `businesses/${ids.businesses}`, body);
    expect([what, [200, 400].includes(status)]).toEqual([what, true]);
  }
});

it('a district that exists only in German is set in German, and applies to English too', async () => {
  const { documentId } = await createDocument(
    'api::district.district',
    { name: 'Hörde' },
    { published: false },
  );
  const english = await send('PUT', `businesses/${ids.businesses}?locale=en`, {
    data: { district: documentId },
  });
  expect(english.status).toBe(400);
  expect(english.text).toContain('relation-not-in-language');
  const german = await send('PUT', `businesses/${ids.businesses}`, { data: { district: documentId } });
  expect(german.body.data.district).toMatchObject({ documentId });
});

it.each(['{', '[]', '"x"', 'null', '{"data":null}', '{"data":"x"}'])(
  'a body of %s is refused',
  async (body) => {
    expect((await send('POST', 'businesses', body)).status).toBe(400);
  },
);

it.each(['%00', '..%2f..', "'; drop table x", 'x'.repeat(5000), '%ff'])(
  'a document named %s does not exist',
  async (id) => {
    const { status } = await request(`/api/my/businesses/${id}`, { token: anna.token });
    expect([400, 404, 414]).toContain(status);
  },
);
