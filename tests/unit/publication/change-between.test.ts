import { changeBetween } from '../../../src/publication/domain/change-between';

const row = (id: number, locale: string | null, updatedAt = 0) => ({ id, locale, updatedAt });

describe('what became of the public side', () => {
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
  ])('%s', (_name, before, after, expected) => {
    expect(changeBetween(before, after)).toEqual(expected);
  });
});
