import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES } from '#src/languages/language';
import {
  ORDERS,
  POINTS,
  SORTS,
  sortOfList,
  usualSort,
} from '#src/plugins/directory/server/src/domain/ranking';

it('every order ends with the id, so that it is one and the same for everybody', () => {
  for (const sort of SORTS) {
    expect(ORDERS[sort].at(-1)).toBe('id');
    expect(new Set(ORDERS[sort]).size).toBe(ORDERS[sort].length);
  }
});

it.each([
  [true, true, 'relevance'],
  [true, false, 'relevance'],
  [false, true, 'distance'],
  [false, false, 'name'],
])('with text: %s, with a place: %s, the usual order is %s', (hasText, hasPlace, sort) => {
  expect(usualSort({ hasText, hasPlace })).toBe(sort);
});

it.each([
  ['those whom one turns to', {}, 'name'],
  ['what belongs to a business', { business: 'business' }, 'newest'],
  ['what says when it was published', { attributes: { publishedOn: {} } }, 'newest'],
])('a list of %s has its order', (_, listed, sort) => {
  expect(sortOfList({ attributes: {}, ...listed })).toBe(sort);
});

it('belonging to nothing weighs less than anything that was found', () => {
  const { independent, ...found } = POINTS;
  for (const points of Object.values(found)) expect(points).toBeGreaterThan(independent);
});

it('everything that counts has its words in every language', () => {
  for (const language of LANGUAGES) {
    const { points, criteria, orders } = CATALOGUES[language].lawPages.sorting;
    const { text2: text, ...rest } = points;
    for (const name of Object.keys(POINTS)) expect({ ...rest, text }).toHaveProperty(name);
    for (const sort of SORTS) {
      expect(orders[sort]).not.toBe('');
      for (const criterion of ORDERS[sort]) expect(criteria[criterion]).not.toBe('');
    }
  }
});
