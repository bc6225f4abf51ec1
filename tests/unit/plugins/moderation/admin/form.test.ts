import * as fc from 'fast-check';
import {
  changedNames,
  isSame,
  seenAfter,
  withTyped,
} from '#src/plugins/moderation/admin/src/form/domain/three-way';
import {
  KEPT_DAYS,
  parseKept,
  staleKeys,
  writtenKept,
} from '#src/plugins/moderation/admin/src/form/domain/kept-input';

const NOW = new Date('2026-11-29T14:03:00Z');
const daysAgo = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const values = fc.dictionary(fc.constantFrom('summary', 'hours', 'contact'), fc.jsonValue());

test.each([
  [undefined, null, true],
  ['', null, true],
  [{ id: 1, street: 'Ostwall', note: null }, { street: 'Ostwall' }, true],
  [[{ id: 1, __temp_key__: 'a0', rule: 'Mo' }], [{ id: 9, __temp_key__: 'a1', rule: 'Mo' }], true],
  [0, null, false],
  [false, null, false],
  [['a', 'b'], ['b', 'a'], false],
])('%j and %j are the same: %s', (one, other, same) => {
  expect(isSame(one, other)).toBe(same);
});

test('what was typed stays on top of newer content, and nothing else does', () => {
  fc.assert(
    fc.property(values, values, values, (base, typed, fresh) => {
      const names = changedNames(base, typed);
      const merged = withTyped(fresh, names, typed);
      for (const name of names) expect(isSame(merged[name], typed[name])).toBe(true);
      for (const name of changedNames(fresh, merged)) expect(names).toContain(name);
    }),
  );
});

test('of newer content a form has shown everything except what was typed over', () => {
  const old = { de: { summary: 'a', hours: 'a' } };
  const fresh = { de: { summary: 'b', hours: 'b', note: 'n' }, en: { summary: 'e' } };
  expect(seenAfter(old, fresh, 'de', ['summary', 'note'])).toEqual({
    de: { summary: 'a', hours: 'b' },
    en: { summary: 'e' },
  });
});

describe('what is stored in the browser', () => {
  const kept = (days: number) => ({ at: daysAgo(days), fields: { summary: 'Brot' }, seen: { summary: 'a' } });

  test('is restored unchanged', () => {
    expect(parseKept(writtenKept(kept(1)), NOW)).toEqual(kept(1));
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another form', '[]'],
    ['no fields', JSON.stringify({ ...kept(1), fields: {} })],
    ['no time', JSON.stringify({ ...kept(1), at: 'gestern' })],
    ['too old', JSON.stringify(kept(KEPT_DAYS))],
  ])('is ignored: %s', (_what, text) => {
    expect(parseKept(text, NOW)).toBeNull();
  });

  test('is not stored if it is very long', () => {
    expect(writtenKept({ ...kept(0), fields: { description: 'x'.repeat(300_000) } })).toBeNull();
  });

  test('is limited to the twenty newest', () => {
    const all = new Map(
      Array.from({ length: 25 }, (_, at) => [`form ${at}`, writtenKept(kept(at / 10))] as const),
    );
    expect(staleKeys(all, NOW)).toEqual(['form 20', 'form 21', 'form 22', 'form 23', 'form 24']);
  });
});
