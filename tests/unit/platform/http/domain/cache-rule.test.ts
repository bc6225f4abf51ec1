import { cacheControl, type Exchange } from '#src/platform/http/domain/cache-rule';

const OPEN: Exchange = { isReading: true, status: 200, isPublic: true, hasToken: false };

describe('who may keep an answer', () => {
  it.each([
    ['a public one', {}, 'public, max-age=0, must-revalidate'],
    ['a public one that has not changed', { status: 304 }, 'public, max-age=0, must-revalidate'],
    ['a public one to a token', { hasToken: true }, 'private, no-cache'],
    ['an error', { status: 404 }, 'no-store'],
    ['an answer to a write', { isReading: false }, 'no-store'],
    ['what is not known to be public', { isPublic: false }, 'no-store'],
  ] as const)('%s', (_what, change, expected) => {
    expect(cacheControl({ ...OPEN, ...change })).toBe(expected);
  });
});
