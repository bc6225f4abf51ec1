import { changeBetween, stateOf } from '#src/publication/domain/public-change';

const row = (id: number, locale: string | null, updatedAt = 0) => ({ id, locale, updatedAt, visible: true });
const hidden = (id: number, locale: string | null) => ({ ...row(id, locale), visible: false });

describe('the change of what is public', () => {
  test.each([
    ['nothing public before or after', [], [], null],
    ['a first publish', [], [row(1, 'de')], { action: 'published', locales: ['de'] }],
    ['the same rows', [row(1, 'de'), row(2, 'en')], [row(2, 'en'), row(1, 'de')], null],
    ['a row replaced by publish', [row(1, 'de')], [row(3, 'de')], { action: 'published', locales: ['de'] }],
    ['a row updated in place', [row(1, null)], [row(1, null, 5)], { action: 'published', locales: [null] }],
    [
      'one locale of two taken away: what is left is announced',
      [row(1, 'de'), row(2, 'en')],
      [row(1, 'de')],
      { action: 'published', locales: ['de'] },
    ],
    ['all taken away', [row(1, 'de'), row(2, 'en')], [], { action: 'removed', locales: ['de', 'en'] }],
    ['published where nobody sees it', [], [hidden(1, 'de')], null],
    [
      'hidden by a rule while it stays published',
      [row(1, 'de')],
      [hidden(1, 'de')],
      { action: 'removed', locales: ['de'] },
    ],
    [
      'one locale of two is hidden',
      [],
      [row(1, 'de'), hidden(2, 'en')],
      { action: 'published', locales: ['de'] },
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(changeBetween(before, after)).toEqual(expected);
  });
});

describe('what the public now sees of a document', () => {
  test.each([
    ['public in two locales', [row(1, 'de'), row(2, 'en')], { action: 'published', locales: ['de', 'en'] }],
    ['hidden in all of them', [hidden(1, 'de')], { action: 'removed', locales: ['de'] }],
    ['not there', [], { action: 'removed', locales: [] }],
  ])('%s', (_name, rows, expected) => {
    expect(stateOf(rows)).toEqual(expected);
  });
});
