import fc from 'fast-check';
import { decideUse, decideView, type Uses } from '#src/platform/secret-links/domain/decide-use';
import { digestOfUse, hashOfToken, newToken } from '#src/platform/secret-links/token';

const NOW = new Date('2026-11-30T12:00:00Z');
const digest = fc.constantFrom('confirm', 'cancel').map((action) => Buffer.from(action));
const uses = fc.record<Uses>({
  usesLeft: fc.nat({ max: 3 }),
  expiresAt: fc.integer({ min: -2, max: 2 }).map((seconds) => new Date(NOW.getTime() + seconds * 1_000)),
  usedFor: fc.option(digest),
});

describe('a use', () => {
  it.each([
    ['new', { usesLeft: 1, usedFor: null }, 'use'],
    ['used for the same', { usesLeft: 0, usedFor: Buffer.from('confirm') }, 'again'],
    ['used for something else', { usesLeft: 0, usedFor: Buffer.from('cancel') }, 'used'],
    ['used for the same, with uses left', { usesLeft: 1, usedFor: Buffer.from('confirm') }, 'again'],
    ['used for something else, with uses left', { usesLeft: 1, usedFor: Buffer.from('cancel') }, 'use'],
  ])('of a link that is %s', (_what, link, decision) => {
    const expiresAt = new Date(NOW.getTime() + 1);
    expect(decideUse({ ...link, expiresAt }, Buffer.from('confirm'), NOW)).toBe(decision);
  });

  it('is run only while one is left, before the end, and never twice in a row for the same', () => {
    fc.assert(
      fc.property(uses, digest, (link, asked) => {
        const mayRun = link.usesLeft > 0 && link.expiresAt > NOW && !link.usedFor?.equals(asked);
        expect(decideUse(link, asked, NOW) === 'use').toBe(mayRun);
      }),
    );
  });

  it('is offered only where some use could be run', () => {
    fc.assert(
      fc.property(uses, (link) => {
        const runs = decideUse(link, Buffer.from('something new'), NOW) === 'use';
        expect(decideView(link, NOW) === 'actions').toBe(runs);
      }),
    );
  });

  it('of a link that was used up is shown, also when the link has expired', () => {
    expect(decideView({ usesLeft: 0, expiresAt: new Date(0), usedFor: null }, NOW)).toBe('answer');
  });
});

describe('a token', () => {
  it('is 32 random bytes in letters of an address, and the table has another value', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(hashOfToken(token)).toHaveLength(32);
      expect(hashOfToken(token)?.toString('base64url')).not.toBe(token);
    }
  });

  it('that cannot be one is not looked up', () => {
    for (const text of ['', 'none', `${newToken()}a`, newToken().slice(1), `${newToken().slice(1)}\n`])
      expect(hashOfToken(text)).toBeUndefined();
  });
});

describe('what was asked', () => {
  const token = newToken();
  const fields = fc.dictionary(fc.string(), fc.string());

  it('is the same in any order of the fields, and otherwise different', () => {
    fc.assert(
      fc.property(fields, fields, fc.string(), fc.string(), (one, other, action, otherAction) => {
        const reversed = Object.fromEntries(Object.entries(one).reverse());
        expect(digestOfUse(token, action, reversed)).toEqual(digestOfUse(token, action, one));
        const isSame =
          action === otherAction &&
          JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
        expect(digestOfUse(token, action, one).equals(digestOfUse(token, otherAction, other))).toBe(isSame);
      }),
    );
  });

  it('cannot be compared without the token', () => {
    const input = { password: 'geheim' };
    expect(digestOfUse(newToken(), 'reset', input)).not.toEqual(digestOfUse(token, 'reset', input));
  });
});
