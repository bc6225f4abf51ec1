import { emailRule, RULE_SHAPES, VALUE_RULES } from '#src/writing/rules/attribute-rules';
import { valueShape } from '#src/writing/rules/value-shape';

const rules = Object.entries(VALUE_RULES).flatMap(([uid, names]) =>
  Object.entries(names).map(([name, rule]) => [`${uid} ${name}`, rule] as const),
);

test.each([...rules, ['e-mail', emailRule] as const])('%s says what values it admits', (_name, rule) => {
  expect(RULE_SHAPES.has(rule)).toBe(true);
});

test.each([
  ['a text without a limit', 'a.b', 'x', { type: 'string' }, { kind: 'text', maxLength: 255 }],
  ['a short one', 'a.b', 'x', { type: 'string', maxLength: 9 }, { kind: 'text', maxLength: 9 }],
  [
    'one longer than any',
    'a.b',
    'x',
    { type: 'text', maxLength: 99_999 },
    { kind: 'long-text', maxLength: 20_000 },
  ],
  [
    'an amount',
    'api::offer.offer',
    'price',
    { type: 'integer', min: 5 },
    { kind: 'money', min: 5, max: 2_147_483_647 },
  ],
  [
    'a shorter address',
    'contact.contact',
    'website',
    { type: 'string', maxLength: 80 },
    { kind: 'url', maxLength: 80 },
  ],
  ['an e-mail address', 'a.b', 'x', { type: 'email' }, { kind: 'email', maxLength: 254 }],
  ['what holds no value', 'a.b', 'x', { type: 'dynamiczone' }, undefined],
])('%s has the narrower of both limits', (_what, uid, name, attribute, expected) => {
  expect(valueShape({ uid }, name, attribute)).toEqual(expected);
});
