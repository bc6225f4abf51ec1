import { retryAfterMilliseconds } from '#src/plugins/portal-feed/server/src/delivery/domain/retry-after';

const now = new Date('2026-04-01T12:00:00Z');
const DAY = 86_400_000;

it.each([
  ['seconds', '120', 120_000],
  ['seconds with spaces', ' 7 ', 7_000],
  ['no time at all', '0', 0],
  ['an HTTP date', 'Wed, 01 Apr 2026 12:01:30 GMT', 90_000],
  ['an old form of a date', 'Wednesday, 01-Apr-26 12:01:30 GMT', 90_000],
  ['a date that has passed', 'Wed, 01 Apr 2026 11:00:00 GMT', 0],
  ['a year in seconds, bounded', '31536000', DAY],
  ['a date in a year, bounded', 'Thu, 01 Apr 2027 12:00:00 GMT', DAY],
  ['a number no clock knows, bounded', '9'.repeat(400), DAY],
  ['nothing', undefined, null],
  ['an empty value', '', null],
  ['a negative number', '-5', null],
  ['a fraction', '1.5', null],
  ['a word', 'soon', null],
  ['a year', '2026-05-01', null],
  ['a date that is none', 'Xyz, 99 Foo 2026 99:99:99 GMT', null],
])('Retry-After: %s', (_name, value, milliseconds) => {
  expect(retryAfterMilliseconds(value, now)).toBe(milliseconds);
});
