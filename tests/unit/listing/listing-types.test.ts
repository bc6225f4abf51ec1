import { execFileSync } from 'node:child_process';
import { PROJECT_ROOT } from '#scripts/lib/project';
import type { Schema } from '#src/listing/domain/listing-type';
import { readListingTypes } from '#src/listing/domain/read-listing-types';
import { ourListingTypes } from '../../support/listing-types';

const SHOP: Schema = {
  uid: 'api::shop.shop',
  info: { singularName: 'shop', pluralName: 'shops' },
  options: { draftAndPublish: true },
  attributes: { name: { type: 'string' }, opens: { type: 'component', component: 'time.hours' } },
  pluginOptions: { listing: { public: true, name: 'name', business: 'self' } },
};

const JOB: Schema = {
  uid: 'api::job.job',
  info: { singularName: 'job', pluralName: 'jobs' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string' },
    kind: { type: 'enumeration' },
    employer: { type: 'relation', relation: 'manyToOne', target: SHOP.uid },
    friends: { type: 'relation', relation: 'manyToMany', target: SHOP.uid },
    begins: { type: 'date' },
    ends: { type: 'date' },
    shownAt: { type: 'datetime' },
    goneAt: { type: 'datetime' },
    contact: { type: 'component', component: 'test.contact' },
  },
};

const attributesOf = (uid: string) => (uid === 'test.contact' ? { phone: { type: 'string' } } : undefined);

const job = (listing: unknown, rest: Partial<Schema> = {}): Schema => ({
  ...JOB,
  ...rest,
  pluginOptions: { listing },
});

const read = (...schemas: Schema[]) => readListingTypes([SHOP, ...schemas], attributesOf);

describe('deny is the default', () => {
  it.each([
    ['no option at all', JOB],
    ['no more than a name', job({ name: 'title' })],
    [
      '`false` for every room',
      job({ name: 'title', feed: false, directory: false, moderation: false, selfService: false }),
    ],
    ['public: false', job({ name: 'title', public: false, moderation: true })],
  ])('a type with %s is not public anywhere', (_what, schema) => {
    const types = read(schema);
    expect(types.all.get(JOB.uid)?.rule).toBeUndefined();
    for (const room of [types.public, types.directory, types.feed, types.selfService])
      expect(room.has(JOB.uid)).toBe(false);
  });

  it('a public type joins only the rooms it names', () => {
    const types = read(job({ public: true, name: 'title' }));
    expect(types.public.has(JOB.uid)).toBe(true);
    for (const room of [types.directory, types.feed, types.moderated, types.selfService])
      expect(room.has(JOB.uid)).toBe(false);
  });
});

describe('the rule of a type', () => {
  it('knows its business by whatever name the relation has', () => {
    const { rule } =
      read(job({ public: true, name: 'title', business: 'employer' })).public.get(JOB.uid) ?? {};
    expect(rule?.business).toEqual({ attribute: 'employer', rule: { drafts: true } });
  });

  it.each([
    [
      'days',
      { from: 'begins', through: 'ends' },
      { through: { attribute: 'ends', kind: 'day' } },
      [
        ['begins', 'first-day'],
        ['ends', 'last-day'],
      ],
    ],
    [
      'moments',
      { publicFrom: 'shownAt', through: 'goneAt' },
      { from: { attribute: 'shownAt', kind: 'moment' }, through: { attribute: 'goneAt', kind: 'moment' } },
      [
        ['shownAt', 'moment'],
        ['goneAt', 'moment'],
      ],
    ],
    [
      'moments that hide nothing',
      { from: 'shownAt', through: 'goneAt', ends: false },
      {},
      [
        ['shownAt', 'moment'],
        ['goneAt', 'moment'],
      ],
    ],
    [
      'a first day',
      { publicFrom: 'begins' },
      { from: { attribute: 'begins', kind: 'day' } },
      [['begins', 'first-day']],
    ],
    [
      'days that hide nothing',
      { from: 'begins', through: 'ends', ends: false },
      {},
      [
        ['begins', 'first-day'],
        ['ends', 'last-day'],
      ],
    ],
    [
      'one day',
      { from: 'begins', through: 'begins' },
      { through: { attribute: 'begins', kind: 'day' } },
      [
        ['begins', 'first-day'],
        ['begins', 'last-day'],
      ],
    ],
    [
      'one moment',
      { publicFrom: 'shownAt', from: 'shownAt' },
      { from: { attribute: 'shownAt', kind: 'moment' } },
      [['shownAt', 'moment']],
    ],
  ])('follows a period of %s', (_what, period, rule, boundaries) => {
    const type = read(job({ public: true, name: 'title', period })).public.get(JOB.uid);
    expect(type?.rule).toEqual({ drafts: true, ...rule });
    expect(type?.boundaries.map(({ attribute, kind }) => [attribute, kind])).toEqual(boundaries);
  });
});

const PUBLIC = { public: true, name: 'title' };

describe('a schema that joins in a way that cannot work stops the start, naming type and field', () => {
  it.each([
    ['an unknown option', { ...PUBLIC, feeed: true }, /feeed/],
    ['no name', { public: true }, /name/],
    ['a name that is no attribute', { public: true, name: 'label' }, /name names label/],
    ['a business that is no attribute', { ...PUBLIC, business: 'boss' }, /business names boss/],
    ['a business that is no relation', { ...PUBLIC, business: 'title' }, /business names title/],
    ['a business that is several', { ...PUBLIC, business: 'friends' }, /business names friends/],
    [
      'a second type that is the business',
      { ...PUBLIC, business: 'self' },
      /"self" at api::shop.shop already/,
    ],
    ['a period that is no time', { ...PUBLIC, period: { through: 'title' } }, /period names title/],
    ['an unknown attribute to show', { ...PUBLIC, directory: { show: ['nix'] } }, /directory.show names nix/],
    ['a directory of what is not public', { name: 'title', directory: true }, /directory needs public/],
    ['a feed of what is not public', { name: 'title', feed: true }, /feed needs public/],
    ['a schema.org type that is none', { ...PUBLIC, feed: { schemaType: 'job posting' } }, /schemaType/],
    [
      'self-service without moderation',
      { ...PUBLIC, business: 'employer', selfService: { writable: ['title'] } },
      /needs moderation/,
    ],
    [
      'self-service of nobody',
      { ...PUBLIC, moderation: true, selfService: { writable: ['title'] } },
      /needs business/,
    ],
    [
      'an unknown attribute to write',
      { ...PUBLIC, business: 'employer', moderation: true, selfService: { writable: ['nix'] } },
      /writable names nix/,
    ],
    ['a text without review', { ...PUBLIC, moderation: { autoApprove: ['title'] } }, /which texts of title/],
    [
      'a field without review that is none',
      { ...PUBLIC, moderation: { autoApprove: ['contact.fax'] } },
      /contact.fax/,
    ],
    ['a component without review', { ...PUBLIC, moderation: { autoApprove: ['contact'] } }, /contact/],
  ])('%s', (_what, listing, message) => {
    const reading = () => read(job(listing));
    expect(reading).toThrow(/^pluginOptions.listing of api::(job.job|shop.shop): /);
    expect(reading).toThrow(message);
  });

  it('rooms without draft & publish', () => {
    expect(() => read(job({ ...PUBLIC, moderation: true }, { options: {} }))).toThrow(/draftAndPublish/);
  });

  it.each(['moderation', 'directory', 'feed', 'selfService', 'publicFrom'])(
    'the former option %s, which is no longer read',
    (name) => {
      expect(() => read({ ...JOB, pluginOptions: { [name]: { enabled: true } } })).toThrow(
        new RegExp(`api::job.job: say here what pluginOptions.${name} says`),
      );
    },
  );
});

describe('our own types', () => {
  const types = ourListingTypes();

  it('are public as before', () => {
    expect([...types.public.keys()].sort()).toEqual(
      [
        'advisory-contact',
        'business',
        'campaign',
        'category',
        'city-profile',
        'district',
        'linked-portal',
        'offer',
        'organisation',
        'press-notice',
      ].map((name) => `api::${name}.${name}`),
    );
    expect([...types.directory.keys()]).toEqual([...types.feed.keys()]);
    expect([...types.directory.values()].map(({ type }) => type).sort()).toEqual([
      'advisory-contact',
      'business',
      'campaign',
      'offer',
      'press-notice',
    ]);
    expect([...types.moderated.keys()]).toEqual([...types.selfService.keys()]);
    expect([...types.moderated.values()].map(({ type }) => type).sort()).toEqual([
      'business',
      'campaign',
      'offer',
    ]);
  });
});

// Strapi's own option for languages is read where schemas are traversed.
const READERS = ['src/listing/domain/read-listing-types.ts', 'src/platform/strapi/schema.ts'];
// The panel reads which attributes are localized from the schemas that Strapi sends it.
const PANEL = [
  'src/plugins/moderation/admin/src/api/use-schemas.ts',
  'src/plugins/moderation/admin/src/review/difference.tsx',
];

it('nothing but the register reads pluginOptions', () => {
  const found = execFileSync(
    'grep',
    ['-rlE', '\\bpluginOptions\\b', 'src', '--include=*.ts', '--include=*.tsx'],
    {
      cwd: PROJECT_ROOT,
      encoding: 'utf8',
    },
  );
  const code = found
    .trim()
    .split('\n')
    .filter((path) => path !== 'src/listing/domain/listing-type.ts');
  const inCode = code.filter((path) => {
    const text = execFileSync('grep', ['-E', '\\bpluginOptions\\b', path], {
      cwd: PROJECT_ROOT,
      encoding: 'utf8',
    });
    return text.split('\n').some((line) => line && !/^\s*(\*|\/\*\*|\/\/)/.test(line));
  });
  expect(inCode.sort()).toEqual([...READERS, ...PANEL].sort());
});

describe('the addresses of a type’s pages', () => {
  const listed = { public: true, name: 'title', directory: true };

  it('are those that it names', () => {
    const types = read(job({ ...listed, page: { de: 'stellen', en: 'jobs' } }));
    expect(types.directory.get(JOB.uid)?.page).toEqual({ de: 'stellen', en: 'jobs' });
  });

  it.each([
    ['in one language only', { ...listed, page: { de: 'stellen' } }, /page/],
    ['with a slash', { ...listed, page: { de: 'stellen/neu', en: 'jobs' } }, /word in lower case/],
    [
      'without the directory',
      { ...listed, directory: false, page: { de: 'stellen', en: 'jobs' } },
      /directory/,
    ],
  ])('stop the start if they are %s', (_what, listing, message) => {
    expect(() => read(job(listing))).toThrow(message);
  });

  it('belong to one type', () => {
    const page = { de: 'stellen', en: 'jobs' };
    const other = { ...JOB, uid: 'api::post.post', info: { singularName: 'post', pluralName: 'posts' } };
    expect(() =>
      read(job({ ...listed, page }), { ...other, pluginOptions: { listing: { ...listed, page } } }),
    ).toThrow(/page\.de is stellen, as at api::job\.job already/);
  });
});
