import { DEVICE_SECONDS, deviceCookie, readDeviceCookie } from '#src/extensions/sign-in/domain/device-cookie';

const KEY = new Uint8Array(32).fill(7);
const OLD_KEY = new Uint8Array(32).fill(8);
const NOW = new Date('2026-05-01T10:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

const COOKIE = deviceCookie(KEY, 'account 7', 'geraet', NOW);

test('a device is known to the account that signed in there, for half a year', () => {
  expect(readDeviceCookie([KEY], 'account 7', COOKIE, NOW)).toBe('geraet');
  expect(readDeviceCookie([KEY], 'account 7', COOKIE, later(DEVICE_SECONDS - 1))).toBe('geraet');
  expect(readDeviceCookie([KEY], 'account 7', COOKIE, later(DEVICE_SECONDS))).toBeUndefined();
});

test('keys can be exchanged', () => {
  expect(readDeviceCookie([OLD_KEY, KEY], 'account 7', COOKIE, NOW)).toBe('geraet');
  expect(readDeviceCookie([OLD_KEY], 'account 7', COOKIE, NOW)).toBeUndefined();
});

const [device = '', ends = '', signature = ''] = COOKIE.split('.');

test.each([
  ['another account', 'account 8', COOKIE],
  ['the same number at another door', 'admin 7', COOKIE],
  ['another device', 'account 7', `anderes.${ends}.${signature}`],
  ['a later end', 'account 7', `${device}.${ends.slice(0, -1)}z.${signature}`],
  ['a shorter signature', 'account 7', `${device}.${ends}.${signature.slice(1)}`],
  ['no signature', 'account 7', `${device}.${ends}`],
  ['nothing', 'account 7', ''],
  ['a megabyte', 'account 7', 'x'.repeat(1_000_000)],
])('a cookie is worth nothing for %s', (_what, account, cookie) => {
  expect(readDeviceCookie([KEY], account, cookie, NOW)).toBeUndefined();
});
