import fc from 'fast-check';

/*
 * Opening hours that nobody would write: the whole grammar of OSM `opening_hours`
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification), as costly as 255 characters can be, and texts
 * that are not rules.
 */

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LENGTH = 255;

const joined = (parts: fc.Arbitrary<string>[], separator = ''): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.filter(Boolean).join(separator));

const number = (min: number, max: number, digits = 2): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((value) => String(value).padStart(digits, '0'));

/** Some of them, most often one; up to `most`, since costly rules repeat themselves. */
const list = (one: fc.Arbitrary<string>, separator: string, most = 3): fc.Arbitrary<string> =>
  fc.array(one, { minLength: 1, maxLength: most }).map((texts) => texts.join(separator));

const range = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(one, joined([one, fc.constant('-'), one]));

/** Numbers and ranges that begin before they end, since others are refused immediately. */
const numbers = (min: number, max: number, digits = 2): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min, max }), { minLength: 1, maxLength: 2 })
    .map((ends) => [...new Set(ends)].sort((one, other) => one - other))
    .map((ends) => ends.map((value) => String(value).padStart(digits, '0')).join('-'));

const dayOffset = fc.constantFrom('', '', '', ' -1 day', ' +1 day', ' +366 days', ' -40 days');
const counted = fc.constantFrom('', '', '', '[1]', '[-1]', '[1,3]', '[2-4]', '[1-5,-1]');
const weekday = joined([fc.constantFrom(...WEEKDAYS), counted]);
const holiday = joined([fc.constantFrom('PH', 'SH'), dayOffset]);
const weekdays = list(fc.oneof(range(fc.constantFrom(...WEEKDAYS)), weekday, holiday), ',', 6);

const step = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max }).map((by) => `/${by}`),
  );
const years = list(
  fc.oneof(
    joined([numbers(1970, 2100, 4), step(9)]),
    number(1970, 2030, 4).map((year) => `${year}+`),
  ),
  ',',
);
const monthDay = fc.oneof(
  joined([fc.constantFrom(...MONTHS), fc.constant(' '), number(1, 28)]),
  joined([fc.constant('easter'), dayOffset]),
  joined([fc.constantFrom(...MONTHS), fc.constant(' '), weekday]),
);
const days = list(fc.oneof(range(fc.constantFrom(...MONTHS)), range(monthDay)), ',', 8);
const weeks = list(joined([numbers(1, 53), step(27)]), ',', 20).map((text) => `week ${text}`);

const timeOfDay = (hour: number): fc.Arbitrary<string> =>
  joined([number(0, hour), fc.constant(':'), number(0, 59)]);
const clock = timeOfDay(23);
const sun = fc.constantFrom('dawn', 'sunrise', 'sunset', 'dusk');
const moment = fc.oneof(
  { weight: 3, arbitrary: clock },
  { weight: 2, arbitrary: sun },
  {
    weight: 2,
    arbitrary: joined([fc.constant('('), sun, fc.constantFrom('+', '-'), timeOfDay(5), fc.constant(')')]),
  },
);
const span = fc.oneof(
  {
    weight: 6,
    arbitrary: joined([
      moment,
      fc.constant('-'),
      fc.oneof(moment, timeOfDay(47)),
      fc.constantFrom('', '', '', '+'),
    ]),
  },
  { weight: 1, arbitrary: joined([moment, fc.constant('+')]) },
);
const times = fc.oneof(list(span, ','), list(span, ',', 40), fc.constant('24/7'));

const comment = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => `"${text.replaceAll('"', "'")}"`);
const modifier = fc.oneof(
  fc.constantFrom('', '', '', ' off', ' closed', ' open', ' unknown'),
  comment.map((text) => ` ${text}`),
  comment.map((text) => ` off ${text}`),
);
const sometimes = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text });

const oneRule = fc
  .tuple(
    joined(
      [sometimes(years), sometimes(days), sometimes(weeks), fc.oneof(fc.constant(''), weekdays), times],
      ' ',
    ),
    modifier,
  )
  .map(([selectors, says]) => `${selectors}${says}`);

// Whole rules only, since a truncated one is not a rule.
const fitting = (rules: readonly string[], separator: string): string => {
  let text = rules[0] ?? '';
  for (const rule of rules.slice(1))
    if (text.length + separator.length + rule.length <= LENGTH) text += separator + rule;
  return text.slice(0, LENGTH);
};

/** A rule of the grammar with at most 255 characters. */
export const openingRule: fc.Arbitrary<string> = fc
  .tuple(fc.array(oneRule, { minLength: 1, maxLength: 30 }), fc.constantFrom('; ', ', ', ' || '))
  .map(([rules, separator]) => fitting(rules, separator));

/** One small element repeated as often as it fits, to multiply its cost. */
export const repeatedRule: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(span, oneRule, weekday, monthDay, holiday, number(1, 53)),
    fc.constantFrom(',', ';', ' || ', ', ', ' '),
  )
  .map(([part, separator]) => fitting(Array<string>(LENGTH).fill(part), separator));

/** Not a rule: spaces before and inside, unclosed marks, other alphabets, whatever parsers stumble over. */
export const brokenRule: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(' ', '\t', '\u00a0', '\u2009', '\u3000', '\u200b'),
      fc.integer({ min: 1, max: 254 }),
      oneRule,
    )
    .map(([space, count, rule]) => `${space.repeat(count)}${rule}`.slice(0, LENGTH)),
  fc.integer({ min: 1, max: 254 }).map((count) => `${' '.repeat(count)}x`),
  fc
    .tuple(
      fc.constantFrom('"', '(', '[', '-', ',', '/', ';', '||', '+', '\\', 'Mo[', 'week', '1', ':', 'a', '№'),
      fc.integer({ min: 1, max: LENGTH }),
    )
    .map(([mark, count]) => mark.repeat(count).slice(0, LENGTH)),
  fc.string({ unit: 'binary', maxLength: LENGTH }),
  fc
    .tuple(oneRule, fc.nat({ max: 80 }), fc.string({ maxLength: 3 }))
    .map(([rule, at, text]) => `${rule.slice(0, at)}${text}${rule.slice(at)}`.slice(0, LENGTH)),
);

/** Words that the parser corrects or does not know, around comments or lookalikes, each with a unique number. */
export const wordyRule: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('bis', 'T', 'x', 'Ö', 'до', 'Montagabend', '→', '№', '='),
    fc.constantFrom('', '"a"', `'"`),
    number(0, 999_999, 6),
  )
  .map(([word, comment, last]) => {
    const half = word.repeat(120 / word.length);
    return `${half}${comment}${half}`.slice(0, LENGTH - last.length) + last;
  });

/** Entries of distinct rules, each as costly to evaluate as the limits of one allow. */
export const costlyListing = (count: number, seed: number) =>
  Array.from({ length: count }, (_none, at) => {
    const minute = (shift: number) => String((seed + at * 7 + shift) % 60).padStart(2, '0');
    const spans = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (hour) => `0${hour}:${minute(hour)}-0${hour + 1}:${minute(hour + 31)}${hour > 4 ? '+' : ''}`,
    );
    const services = ['on-site', 'delivery', 'pickup', 'phone'] as const;
    return {
      service: services[at % 4] ?? 'phone',
      rule: `Mo-Su ${spans.join(',')};Mo-Su ${spans.join(',')}`,
    };
  });

/** Anything that may be given where a rule is expected. */
export const anyRule: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: openingRule },
  { weight: 3, arbitrary: repeatedRule },
  { weight: 2, arbitrary: brokenRule },
  { weight: 1, arbitrary: wordyRule },
);
