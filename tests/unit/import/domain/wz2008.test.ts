import { join } from 'node:path';
import { readCurated, readDrafts } from '#src/import/category-directory';
import { CategoryWords } from '#src/import/domain/category-words';
import { ACTIVITY_CATEGORIES, categoryOfActivity, isActivityCode } from '#src/import/domain/wz2008';

const DATA = join(__dirname, '../../../../data');

test('every category that a code can mean is one of ours', () => {
  const drafts = readDrafts(DATA);
  expect(ACTIVITY_CATEGORIES.filter((id) => !drafts.has(id))).toEqual([]);
});

test.each([
  ['47.24.0', 'shop/bakery'],
  ['47.24', 'shop/bakery'],
  ['47240', 'shop/bakery'],
  ['4724', 'shop/bakery'],
  ['56.10.4', 'amenity/cafe'],
  ['56.10', undefined],
  ['79.11.0', 'shop/travel_agency'],
  ['68.20.1', undefined],
  ['99.99.9', undefined],
])('%s', (code, id) => {
  expect(isActivityCode(code)).toBe(true);
  expect(categoryOfActivity(code)).toBe(id);
});

test.each(['', '47', '47.2.4.0', '47.240', '0231 47240', 'shop=bakery', '44137 Dortmund'])(
  'no code: %j',
  (text) => expect(isActivityCode(text)).toBe(false),
);

test('a code in a column of words is read, with its text behind it or not', () => {
  const words = new CategoryWords(readDrafts(DATA), readCurated(DATA));
  for (const cell of ['47.24.0', '47.24.0 Einzelhandel mit Back- und Süßwaren', '47.24.0; 56.10.4'])
    expect(words.read(cell).found[0]).toEqual({ id: 'shop/bakery', name: 'Bäckerei', isNamed: false });
});

test('who trades in something does not repair it', () => {
  const words = new CategoryWords(readDrafts(DATA), readCurated(DATA));
  expect(words.read('Kfz-Handel').found.map(({ id }) => id)).toEqual(['shop/car']);
  expect(words.read('Elektronikreparaturhandel').found).toEqual([]);
});
