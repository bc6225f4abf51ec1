import { CityError } from '@stadtverbund/client';
import { lineOf } from '#src/plugins/self-service/web/domain/line';
import { isSignedOut, troublesOf } from '#src/plugins/self-service/web/domain/refusal';

const WORDS = { offline: 'offline', failed: 'failed' };

const refused = (status: number, path: readonly (string | number)[] = []) =>
  new CityError({ status, code: 'x', message: 'm', errors: [{ code: 'x', path, message: 'said' }] });

it.each([
  ['at its field', refused(400, ['email']), [{ field: 'email', path: ['email'], message: 'said' }]],
  [
    'about the whole where the form has no such field',
    refused(400, ['role']),
    [{ path: ['role'], message: 'said' }],
  ],
  ['in our words where the city failed', refused(503), [{ path: [], message: 'failed' }]],
  [
    'as a lost connection where there was no answer',
    new TypeError('Failed to fetch'),
    [{ path: [], message: 'offline' }],
  ],
])('a refusal is told %s', (_how, error, expected) => {
  expect(troublesOf(error, ['email'], WORDS)).toEqual(expected);
});

it('only 401 says that nobody is signed in', () => {
  expect(isSignedOut(refused(401))).toBe(true);
  expect([refused(403), new TypeError('x')].map(isSignedOut)).toEqual([false, false]);
});

it.each([
  [
    { address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' } },
    'Betenstraße 1, 44137 Dortmund',
  ],
  [{ address: { street: 'Markt', houseNumber: null, postcode: null, place: 'Dortmund' } }, 'Markt, Dortmund'],
  [{ address: null }, ''],
])('%j is %s', (hit, line) => {
  expect(lineOf(hit)).toBe(line);
});
