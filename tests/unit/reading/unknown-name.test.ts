import { isOperator } from '@strapi/utils';
import type { Shape } from '#src/platform/strapi/schema';
import { OPERATORS, unknownName, type Known } from '#src/reading/domain/unknown-name';

const relation = (target: string) => ({ type: 'relation', relation: 'manyToOne', target });

const SHAPES: Readonly<Record<string, Shape>> = {
  'api::shop.shop': {
    uid: 'api::shop.shop',
    attributes: {
      name: { type: 'string' },
      source: { type: 'component', component: 'one.source' },
      secret: { type: 'string', private: true },
      logo: { type: 'component', component: 'media.picture' },
      category: relation('api::category.category'),
      owner: relation('plugin::users-permissions.user'),
      localizations: relation('api::shop.shop'),
    },
  },
  'api::category.category': { uid: 'api::category.category', attributes: { label: { type: 'string' } } },
  'media.picture': {
    uid: 'media.picture',
    attributes: { credit: { type: 'string' }, image: { type: 'media' } },
  },
  'plugin::upload.file': { uid: 'plugin::upload.file', attributes: { url: { type: 'string' } } },
};

const KNOWN: Known = {
  schemaOf: (uid) => SHAPES[uid],
  isPublic: (target) => target.startsWith('api::'),
  derived: (uid) => (uid === 'api::shop.shop' ? ['state'] : []),
};

const found = (query: object) => unknownName(query, SHAPES['api::shop.shop'] as Shape, KNOWN);

describe('names in a query', () => {
  it.each<[string, object]>([
    ['nothing', {}],
    [
      'every option',
      { fields: 'name,locale', sort: 'name:desc', populate: '*', filters: { name: 'x' }, locale: 'de' },
    ],
    ['what other rules refuse with a better word', { status: 'draft', limit: 3, pagination: {} }],
    ['a derived field', { fields: ['name', 'state'] }],
    ['every field', { fields: '*' }],
    ['lists of names', { sort: ['category.label:asc', 'name'], populate: ['logo.image', 'category'] }],
    ['sort as objects', { sort: [{ category: { label: 'asc' } }, 'name'] }],
    [
      'conditions in groups',
      { filters: { $and: [{ name: { $eq: 'x' } }, { $or: { 0: { category: { label: 'y' } } } }] } },
    ],
    ['a condition turned round', { filters: { name: { $not: { $in: ['a', 'b'] } } } }],
    ['a value with names', { filters: { name: { $in: { nam: 'x' } } } }],
    [
      'populations with options',
      {
        populate: {
          logo: { populate: { image: { fields: ['url'] } } },
          category: { filters: { label: 'x' }, sort: 'label' },
        },
      },
    ],
    ['the other languages', { populate: { localizations: { fields: ['locale', 'name'] } } }],
  ])('%s are known', (_what, query) => {
    expect(found(query)).toBeUndefined();
  });

  it.each<[object, string, string, string]>([
    [{ foo: 1 }, 'foo', 'foo', 'filters'],
    [{ fields: 'name,nam' }, 'fields', 'nam', 'name'],
    [{ fields: ['logo'] }, 'fields', 'logo', 'state'],
    [{ filters: { nam: 'x' } }, 'filters[nam]', 'nam', 'name'],
    [{ filters: { state: 'x' } }, 'filters[state]', 'state', 'category'],
    [{ filters: { category: { nam: 'x' } } }, 'filters[category][nam]', 'nam', 'label'],
    [{ filters: { $or: [{ name: 'x' }, { nam: 'y' }] } }, 'filters[$or][1][nam]', 'nam', 'name'],
    [{ filters: { name: { $like: 'x' } } }, 'filters[name][$like]', '$like', '$containsi'],
    [{ filters: { name: { $containsI: 'x' } } }, 'filters[name][$containsI]', '$containsI', '$containsi'],
    [{ filters: { name: { label: 'x' } } }, 'filters[name][label]', 'label', 'documentId'],
    [{ filters: { secret: 'x' } }, 'filters[secret]', 'secret', 'name'],
    [{ filters: { owner: { email: 'x' } } }, 'filters[owner]', 'owner', 'name'],
    [{ sort: 'category.nam:asc' }, 'sort', 'nam', 'label'],
    [{ sort: { category: { nam: 'asc' } } }, 'sort[category][nam]', 'nam', 'label'],
    [{ sort: ['name', { nam: 'asc' }] }, 'sort[1][nam]', 'nam', 'name'],
    [{ populate: 'gallery' }, 'populate', 'gallery', 'logo'],
    [{ populate: ['logo.imag'] }, 'populate', 'imag', 'image'],
    [{ populate: { owner: true } }, 'populate[owner]', 'owner', 'category'],
    [{ populate: { logo: { populate: 'imag' } } }, 'populate[logo][populate]', 'imag', 'image'],
    [{ populate: { category: { fields: 'nam' } } }, 'populate[category][fields]', 'nam', 'label'],
    [{ populate: { category: { filter: 'x' } } }, 'populate[category][filter]', 'filter', 'filters'],
  ])('%j is refused where it is wrong, with what is possible there', (query, param, name, example) => {
    const unknown = found(query);
    expect(unknown).toMatchObject({ param, name });
    expect(unknown?.possible).toContain(example);
    for (const hidden of ['secret', 'owner', 'source']) expect(unknown?.possible).not.toContain(hidden);
  });

  it('names operators that Strapi knows', () => {
    expect(OPERATORS.filter((name) => !isOperator(name))).toEqual([]);
  });
});
