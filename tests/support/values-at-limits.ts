import type { FormField } from '#src/plugins/self-service/server/src/form/form-field';

/** A value for a field, and whether its limits admit it. */
export interface TriedValue {
  readonly what: string;
  readonly value: unknown;
  readonly admitted: boolean;
}

const value = (what: string, admitted: boolean, tried: unknown): TriedValue => ({
  what,
  value: tried,
  admitted,
});

/** Texts of a kind in any length; those that a pattern binds are capitals. */
const TEXT_OF: Readonly<Record<string, (length: number) => string>> = {
  url: (length) => `https://muster.example/${'x'.repeat(length - 23)}`,
  email: (length) => {
    const label = 'x'.repeat(50);
    const host = `${label}.${label}.${label}.example`;
    const rest = length - host.length - 2;
    return `${'a'.repeat(Math.min(64, rest))}@${rest > 64 ? `${'b'.repeat(rest - 64)}.` : ''}${host}`.padStart(
      length,
      'a',
    );
  },
  'hours-rule': (length) => `Mo-Su 00:00-24:00 "${'x'.repeat(length - 20)}"`,
};

const lengths = ({ kind, minLength = 0, maxLength }: FormField): TriedValue[] => {
  const of = TEXT_OF[kind] ?? ((length: number) => 'X'.repeat(length));
  const long = maxLength ?? 0;
  return [
    value(`${long} characters`, true, of(long)),
    value(`${long + 1} characters`, false, of(long + 1)),
    ...(minLength > 1
      ? [
          value(`${minLength} characters`, true, of(minLength)),
          value(`${minLength - 1} characters`, false, of(minLength - 1)),
        ]
      : []),
  ];
};

const bounds = ({ min, max, step }: FormField): TriedValue[] => {
  const beyond = step ?? 0.01;
  return [
    ...(min === undefined ? [] : [value('the least', true, min), value('less', false, min - beyond)]),
    ...(max === undefined ? [] : [value('the most', true, max), value('more', false, max + beyond)]),
    ...(step ? [value('a fraction', false, (min ?? 0) + 0.5)] : []),
    value('a text', false, 'zwei'),
  ];
};

const examples = (good: unknown, bad: unknown): TriedValue[] => [
  value('a good one', true, good),
  value('a bad one', false, bad),
];

const postcodes = (count: number): string[] =>
  Array.from({ length: count }, (_none, at) => String(44_100 + at));

const items = ({ maxItems = 0 }: FormField, of: (count: number) => unknown[]): TriedValue[] => [
  value(`${maxItems} items`, true, of(maxItems)),
  value(`${maxItems + 1} items`, false, of(maxItems + 1)),
];

const TRIED: Readonly<Record<string, (field: FormField) => TriedValue[]>> = {
  text: lengths,
  'long-text': lengths,
  url: lengths,
  email: lengths,
  'hours-rule': lengths,
  number: bounds,
  money: bounds,
  phone: () => examples('0231 123456', 'ruf an'),
  postcode: () => examples('44137', '4413'),
  currency: () => examples('EUR', 'ABC'),
  day: () => examples('2024-02-29', '2023-02-29'),
  moment: () => examples('2024-02-29T12:00:00+01:00', '2024-02-30T12:00:00+01:00'),
  'yes-no': () => examples(true, 'ja'),
  choice: ({ options = [] }) => [
    ...options.map((option) => value(option.label, true, option.value)),
    value('none of them', false, 'none-of-them'),
  ],
  texts: (field) => items(field, postcodes),
  groups: (field) => items(field, (count) => Array.from({ length: count }, () => ({}))),
  pictures: (field) => items(field, (count) => Array.from({ length: count }, () => ({}))),
  hours: (field) => {
    const { maxItems = 0 } = field.maxItemsEach ?? {};
    const services = field.fields?.find(({ name }) => name === field.maxItemsEach?.field)?.options ?? [];
    const rows = (count: number, each: number) =>
      Array.from({ length: count }, (_none, at) => ({
        service: services[Math.floor(at / each)]?.value,
        rule: '24/7',
      }));
    return [
      value('as many as it may have', true, rows(field.maxItems ?? 0, maxItems)),
      value('one more of a service', false, rows(maxItems + 1, maxItems + 1)),
    ];
  },
};

/** Values at the limits of a field and beyond them. */
export const valuesAtLimits = (field: FormField): TriedValue[] => TRIED[field.kind]?.(field) ?? [];
