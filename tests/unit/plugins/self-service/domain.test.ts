import { groundsIn } from '#src/platform/refusals/zod-refusal';
import { bodySchema } from '#src/plugins/self-service/server/src/domain/body-schema';
import {
  fileMentions,
  mergeComponents,
  relationMentions,
  withFileIds,
} from '#src/plugins/self-service/server/src/domain/document-body';
import { checkEligibility, SIZE_CLASSES } from '#src/plugins/self-service/server/src/domain/eligibility';
import { entityTag, readIfMatch } from '#src/plugins/self-service/server/src/domain/entity-tag';
import { checkImage } from '#src/plugins/self-service/server/src/domain/image-rules';
import { canRemoveManager, type Manager } from '#src/plugins/self-service/server/src/domain/manager-rules';
import type { Shape as Schema } from '#src/platform/strapi/schema';
import { shapeDocument } from '#src/plugins/self-service/server/src/domain/shape-document';

const SHOP: Schema = {
  uid: 'api::shop.shop',
  attributes: {
    name: { type: 'string', maxLength: 10 },
    slug: { type: 'string' },
    secret: { type: 'string', private: true },
    size: { type: 'enumeration', enum: ['s', 'm'] },
    price: { type: 'integer', min: 0 },
    opened: { type: 'date' },
    tags: { type: 'relation', relation: 'manyToMany', target: 'api::tag.tag' },
    area: { type: 'relation', relation: 'manyToOne', target: 'api::area.area' },
    owner: { type: 'relation', relation: 'manyToOne', target: 'plugin::users-permissions.user' },
    place: { type: 'component', component: 'test.place' },
    photos: { type: 'component', component: 'test.photo', repeatable: true },
  },
};

const PARTS: Record<string, Schema> = {
  'test.place': { uid: 'test.place', attributes: { street: { type: 'string' }, town: { type: 'string' } } },
  'test.photo': { uid: 'test.photo', attributes: { image: { type: 'media' }, credit: { type: 'string' } } },
};

const schemaOf = (uid: string): Schema => {
  const schema = PARTS[uid] ?? (uid === SHOP.uid ? SHOP : undefined);
  if (!schema) throw new Error(uid);
  return schema;
};

const TYPE = {
  uid: SHOP.uid,
  selfService: {
    writable: ['name', 'size', 'price', 'opened', 'tags', 'area', 'place', 'photos', 'secret'],
  },
};

const parse = (body: unknown) => bodySchema(TYPE, schemaOf).safeParse(body);

const refusals = (body: unknown) => {
  const { error } = parse(body);
  return error
    ? groundsIn(error, { attributes: new Set(Object.keys(SHOP.attributes)) }).map(
        ({ path = [], code }) => `${path.join('.')}: ${code}`,
      )
    : [];
};

describe('a body', () => {
  test.each([
    [
      'every kind of value',
      {
        name: 'A',
        size: 's',
        price: 1,
        opened: '2026-05-01',
        tags: ['a1'],
        area: 'b2',
        place: { street: 'X' },
      },
    ],
    ['null for what is emptied', { name: null, price: null, area: null, place: null }],
    ['a relation as an object', { area: { documentId: 'b2' }, tags: [{ documentId: 'a1' }] }],
    [
      'a file by id or documentId',
      { photos: [{ image: 7 }, { image: 'abc' }, { image: { id: 7 } }, { image: { documentId: 'x' } }] },
    ],
    ['nothing', {}],
  ])('may hold %s', (_what, body) => {
    expect(refusals(body)).toEqual([]);
  });

  test.each([
    ['an attribute that is not writable', { slug: 'x' }, 'slug: field-not-writable'],
    ['a private attribute, also a listed one', { secret: 'x' }, 'secret: field-not-writable'],
    ['an account', { owner: 1 }, 'owner: field-not-writable'],
    ['a field that does not exist', { quatsch: 1 }, 'quatsch: field-unknown'],
    ['connect', { tags: { connect: ['a1'] } }, 'tags: field-shape'],
    ['set inside a to-one relation', { area: { set: ['b2'] } }, 'area: field-shape'],
    ['a database id for a relation', { area: 3 }, 'area: field-shape'],
    ['an id of a component', { place: { id: 1, street: 'X' } }, 'place.id: field-not-writable'],
    ['a component name', { place: { __component: 'a.b' } }, 'place.__component: field-not-writable'],
    ['a filter', { name: { $ne: null } }, 'name: field-shape'],
    ['a text that is too long', { name: 'x'.repeat(11) }, 'name: value-too-long'],
    ['a value that is not in the list', { size: 'xxl' }, 'size: field-shape'],
    ['a negative amount', { price: -1 }, 'price: value-too-short'],
    ['an amount beyond the column', { price: 2 ** 31 }, 'price: value-too-long'],
    ['a day that does not exist', { opened: '2026-02-30' }, 'opened: field-shape'],
  ])('is refused with %s', (_what, body, expected) => {
    expect(refusals(body)).toEqual([expected]);
  });

  test('lists what it refers to, also in components', () => {
    const values = parse({ tags: ['a1', 'a2'], photos: [{ image: 7 }, { credit: 'C' }, { image: 'doc' }] })
      .data as Record<string, unknown>;
    expect(
      relationMentions(SHOP, values, schemaOf).map(({ path, target }) => [path.join('.'), target]),
    ).toEqual([
      ['tags.0', 'a1'],
      ['tags.1', 'a2'],
    ]);
    expect(fileMentions(SHOP, values, schemaOf).map(({ path }) => path.join('.'))).toEqual([
      'photos.0.image',
      'photos.2.image',
    ]);
    expect(withFileIds(SHOP, values, schemaOf, (file) => ('id' in file ? file.id : 99)).photos).toEqual([
      { image: 7 },
      { credit: 'C' },
      { image: 99 },
    ]);
  });

  test('changes only what it contains in a single component', () => {
    const current = { place: { id: 5, street: 'Alt', town: 'Kiel' }, photos: [{ id: 1 }] };
    expect(mergeComponents(SHOP, { place: { street: 'Neu' }, photos: [] }, current, schemaOf)).toEqual({
      place: { id: 5, street: 'Neu' },
      photos: [],
    });
    expect(mergeComponents(SHOP, { place: null }, current, schemaOf)).toEqual({ place: null });
    expect(mergeComponents(SHOP, { place: { street: 'Neu' } }, {}, schemaOf)).toEqual({
      place: { street: 'Neu' },
    });
  });
});

test('a document is shown without private attributes, accounts and component ids', () => {
  const shown = shapeDocument(
    SHOP,
    {
      id: 1,
      documentId: 'd',
      locale: 'de',
      publishedAt: null,
      name: 'A',
      secret: 'S',
      createdBy: { id: 1 },
      owner: { id: 2, email: 'x' },
      place: { id: 5, street: 'X', town: null },
      photos: [
        { id: 6, image: { id: 7, documentId: 'f', url: '/u', provider_metadata: 1, hash: 'h' }, credit: 'C' },
      ],
      tags: [{ id: 3, documentId: 'a1', name: 'T', createdAt: 'x' }],
    },
    schemaOf,
  );
  expect(shown).toEqual({
    documentId: 'd',
    locale: 'de',
    name: 'A',
    place: { street: 'X', town: null },
    photos: [{ image: { id: 7, documentId: 'f', url: '/u', formats: null }, credit: 'C' }],
    tags: [{ documentId: 'a1', name: 'T' }],
  });
});

describe('eligibility', () => {
  const rank = (size: (typeof SIZE_CLASSES)[number]) => SIZE_CLASSES.indexOf(size);
  const cases = SIZE_CLASSES.flatMap((maximum) => SIZE_CLASSES.map((found) => [found, maximum] as const));

  test.each(cases)('a %s business where the largest is %s', (sizeClass, largestSizeClass) => {
    const decision = checkEligibility({ sizeClass }, { largestSizeClass });
    expect(decision.ok).toBe(rank(sizeClass) <= rank(largestSizeClass));
  });

  test.each([
    ['no size where the city sets one', {}, { largestSizeClass: 'small' }, 'size-class-missing'],
    ['no size where the city sets none', {}, {}, undefined],
    [
      'a chain where chains are not admitted',
      { chain: true, sizeClass: 'micro' },
      { chainsAdmitted: false },
      'chain-not-admitted',
    ],
    ['a chain where chains are admitted', { chain: true }, { chainsAdmitted: true }, undefined],
    ['nothing said about chains', { sizeClass: 'micro' }, { chainsAdmitted: false }, undefined],
  ] as const)('of %s', (_what, applicant, city, reason) => {
    const decision = checkEligibility(applicant, city);
    expect(decision.ok ? undefined : decision.reason).toBe(reason);
  });
});

describe('If-Match', () => {
  const tag = entityTag('doc1', 3, 'a_b-c');
  test.each([
    ['nothing', '', { kind: 'none' }],
    ['any', '*', { kind: 'any' }],
    ['the tag of the draft', tag, { kind: 'versions', versions: [3] }],
    ['several tags', `"x-1-a", ${tag}`, { kind: 'versions', versions: [3] }],
    ['a tag that a proxy made weak', `W/${tag}`, { kind: 'versions', versions: [3] }],
    ['the tag of another document', entityTag('doc2', 3, 'a'), { kind: 'versions', versions: [] }],
    ['nonsense', 'abc', { kind: 'versions', versions: [] }],
  ])('with %s', (_what, header, expected) => {
    expect(readIfMatch(header, 'doc1')).toEqual(expected);
  });
});

describe('ending a membership', () => {
  const owner: Manager = { id: 'o', accountId: 1, role: 'owner' };
  const manager: Manager = { id: 'm', accountId: 2, role: 'manager' };
  const second: Manager = { id: 's', accountId: 3, role: 'owner' };
  test.each([
    ['an owner sends a manager away', owner, manager, [owner, manager], undefined],
    ['a manager leaves', manager, manager, [owner, manager], undefined],
    ['a manager sends an owner away', manager, owner, [owner, manager, second], 'not-owner'],
    ['one of two owners leaves', owner, owner, [owner, second], undefined],
    ['the only owner leaves managers behind', owner, owner, [owner, manager], 'last-owner'],
    ['the last one leaves', manager, manager, [manager], 'last-manager'],
  ])('%s', (_what, by, target, all, reason) => {
    const decision = canRemoveManager(by, target, all);
    expect(decision.ok ? undefined : decision.reason).toBe(reason);
  });
});

test.each([
  ['a JPEG', { format: 'jpeg', width: 9, height: 9, bytes: 9 }, undefined],
  ['an SVG', { format: 'svg', width: 9, height: 9, bytes: 9 }, 'kind-not-allowed'],
  ['no image', { format: undefined, width: undefined, height: undefined, bytes: 9 }, 'not-an-image'],
  ['25 megapixels', { format: 'png', width: 5_000, height: 5_000, bytes: 9 }, undefined],
  ['one row more', { format: 'png', width: 5_000, height: 5_001, bytes: 9 }, 'too-many-pixels'],
  ['25 in pages', { format: 'webp', width: 1_000, height: 1_000, pages: 25, bytes: 9 }, undefined],
  ['a page more', { format: 'webp', width: 1_000, height: 1_000, pages: 26, bytes: 9 }, 'too-many-pixels'],
  ['10 MB and a byte', { format: 'png', width: 9, height: 9, bytes: 10 * 1024 * 1024 + 1 }, 'too-many-bytes'],
  [
    'a name of Object.prototype',
    { format: 'constructor', width: 9, height: 9, bytes: 9 },
    'kind-not-allowed',
  ],
])('an upload of %s', (_what, facts, reason) => {
  const decision = checkImage(facts);
  expect(decision.ok ? undefined : decision.reason).toBe(reason);
});
