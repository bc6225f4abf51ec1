import { mergeFacts } from '#src/domain/merge-facts';

const TEXTS = new Set(['note']);
const row = (id: number | undefined, rule: string, note?: string) => ({
  ...(id === undefined ? {} : { id }),
  rule,
  note,
});

describe('facts of a localized component', () => {
  test.each([
    [
      'a changed fact keeps the translation',
      [row(1, 'Sa 10:00-12:00', 'Nur mit Termin')],
      [row(7, 'Sa 09:00-12:00', 'By appointment')],
      [row(7, 'Sa 10:00-12:00', 'By appointment')],
    ],
    [
      'a new row has no text yet',
      [row(1, 'Mo', 'a'), row(2, 'Tu', 'neu')],
      [row(7, 'Mo', 'A')],
      [row(7, 'Mo', 'A'), row(undefined, 'Tu')],
    ],
    [
      'a row in front takes no translation away',
      [row(3, 'We', 'neu'), row(1, 'Mo', 'a')],
      [row(7, 'Mo', 'A')],
      [row(undefined, 'We'), row(7, 'Mo', 'A')],
    ],
    ['a deleted row goes', [row(2, 'Tu', 'b')], [row(7, 'Mo', 'A'), row(8, 'Tu', 'B')], [row(8, 'Tu', 'B')]],
    [
      'rows that changed places take their texts along',
      [row(2, 'Tu'), row(1, 'Mo')],
      [row(7, 'Mo', 'A'), row(8, 'Tu', 'B')],
      [row(8, 'Tu', 'B'), row(7, 'Mo', 'A')],
    ],
    ['nothing left empties the other locale', [], [row(7, 'Mo', 'A')], []],
  ])('%s', (_case, source, target, expected) => {
    expect(mergeFacts(source, target, TEXTS)).toEqual(expected);
  });

  test('tell an edited row from a new one by the facts they share', () => {
    const hours = (service: string, rule: string, note: string) => ({ service, rule, note });
    const source = [hours('delivery', 'Sa', 'neu'), hours('on-site', 'Mo-Th', 'geändert')];
    const target = [hours('on-site', 'Mo-Fr', 'Please ring'), hours('phone', 'Mo', 'Call')];
    expect(mergeFacts(source, target, TEXTS)).toEqual([
      { service: 'delivery', rule: 'Sa' },
      hours('on-site', 'Mo-Th', 'Please ring'),
    ]);
  });

  test('copy to a new row only the texts it cannot do without', () => {
    const source = [{ id: 1, title: 'Brot', description: 'Frisch', minimumAmount: 500 }];
    const texts = new Set(['title', 'description']);
    expect(mergeFacts(source, [], texts, new Set(['title', 'minimumAmount']))).toEqual([
      { title: 'Brot', minimumAmount: 500 },
    ]);
  });

  test('compare files by their id and nested components by their values', () => {
    const source = [
      { id: 1, image: { id: 5, mime: 'image/png', url: '/a' }, place: { id: 3, street: 'x' }, note: 'de' },
    ];
    const target = [
      { id: 9, image: { id: 5, mime: 'image/png', url: '/b' }, place: { id: 4, street: 'x' }, note: 'en' },
    ];
    expect(mergeFacts(source, target, TEXTS)).toMatchObject([{ id: 9, note: 'en' }]);
  });
});
