import fc from 'fast-check';
import { orderSteps, type Added } from '#src/writing/domain/order-steps';

interface Step {
  readonly name: string;
}

const step = (name: string): Step => ({ name });
const names = (list: readonly (Step | string)[], added: readonly Added<Step>[]): string[] =>
  orderSteps(list, added).map(({ name }) => name);

const BASE = [step('transaction'), 'moderation', step('checks'), step('slug')];
const MODERATION = { step: step('moderation') };

it('puts a step where its name is reserved', () => {
  expect(names(BASE, [MODERATION])).toEqual(['transaction', 'moderation', 'checks', 'slug']);
});

it.each([
  [
    'before another',
    [{ step: step('x'), place: { before: 'checks' } }],
    'transaction moderation x checks slug',
  ],
  ['after another', [{ step: step('x'), place: { after: 'slug' } }], 'transaction moderation checks slug x'],
  [
    'after one that comes later',
    [
      { step: step('x'), place: { after: 'y' } },
      { step: step('y'), place: { before: 'transaction' } },
    ],
    'y x transaction moderation checks slug',
  ],
  [
    'two at one place: the later is nearer',
    [
      { step: step('x'), place: { before: 'checks' } },
      { step: step('y'), place: { before: 'checks' } },
    ],
    'transaction moderation x y checks slug',
  ],
])('puts a step %s', (_case, added, expected) => {
  expect(names(BASE, [MODERATION, ...added]).join(' ')).toBe(expected);
});

it.each([
  ['an unknown place', [MODERATION, { step: step('x'), place: { before: 'cheques' } }], /“x”.*“cheques”/],
  [
    'two that wait for each other',
    [MODERATION, { step: step('x'), place: { before: 'y' } }, { step: step('y'), place: { after: 'x' } }],
    /“x”.*“y”/,
  ],
  ['no place', [MODERATION, { step: step('x') }], /“x” has no place/],
  ['a name that there is', [MODERATION, { step: step('checks'), place: { after: 'slug' } }], /two.*“checks”/],
  ['a reserved name twice', [MODERATION, MODERATION], /two.*“moderation”/],
  ['a reserved name that nobody fills', [], /Nobody.*“moderation”/],
])('refuses %s', (_case, added: Added<Step>[], message) => {
  expect(() => orderSteps(BASE, added)).toThrow(message);
});

it('keeps the order of existing steps, and puts every new one directly where it belongs', () => {
  const places = fc.array(fc.record({ at: fc.nat(3), after: fc.boolean() }), { maxLength: 8 });
  fc.assert(
    fc.property(places, (given) => {
      const base = ['a', 'b', 'c', 'd'];
      const added = given.map(({ at, after }, index) => {
        const name = base[at] as string;
        return { step: step(`x${index}`), place: after ? { after: name } : { before: name } };
      });
      const ordered = names(base.map(step), added);
      expect(ordered.filter((name) => base.includes(name))).toEqual(base);
      expect([...ordered].sort()).toEqual([...base, ...added.map((one) => one.step.name)].sort());
      for (const { step: one, place } of added) {
        const [here, there] = [ordered.indexOf(one.name), ordered.indexOf(Object.values(place)[0] as string)];
        const between = ordered.slice(Math.min(here, there) + 1, Math.max(here, there));
        expect(between.filter((name) => base.includes(name))).toEqual([]);
        expect('before' in place ? here < there : here > there).toBe(true);
      }
    }),
  );
});
