import { failsTooLong } from '#src/plugins/portal-feed/server/src/delivery/domain/failing-too-long';

const now = new Date('2026-04-06T12:00:00Z');

it.each([
  ['never failed', null, false],
  ['has failed since this morning', '2026-04-06T08:00:00Z', false],
  ['has failed for a second less than 120 h', '2026-04-01T12:00:01Z', false],
  ['has failed for 120 h', '2026-04-01T12:00:00Z', true],
  ['has failed for weeks', '2026-03-01T12:00:00Z', true],
])('a portal that %s', (_name, since, tooLong) => {
  expect(failsTooLong(since === null ? null : new Date(since), now)).toBe(tooLong);
});
