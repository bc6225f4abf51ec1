import fc from 'fast-check';
import { previewEnd, previewToken, readPreviewToken } from '#src/reading/preview/domain/preview-token';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const NOW = new Date('2026-11-30T10:00:00Z');
const DRAFT = { type: 'business', documentId: 'a1b2c3d4e5f6g7h8i9j0k1l2', locale: 'de' };
const TOKEN = previewToken(key(1), DRAFT, NOW);

const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

it('shows the draft that it was made for, for an hour', () => {
  expect(readPreviewToken([key(1)], TOKEN, NOW)).toEqual({ ...DRAFT, expiresAt: later(3_600) });
  expect(readPreviewToken([key(1)], TOKEN, later(3_599))).toBeDefined();
  expect(readPreviewToken([key(1)], TOKEN, later(3_600))).toBeUndefined();
});

it('holds while keys are rotated, and not under another one', () => {
  expect(readPreviewToken([key(2), key(1)], TOKEN, NOW)).toBeDefined();
  expect(readPreviewToken([key(2)], TOKEN, NOW)).toBeUndefined();
});

it('is nothing once any of its characters is another', () => {
  fc.assert(
    fc.property(fc.nat(TOKEN.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, character) => {
      const forged = `${TOKEN.slice(0, at)}${character}${TOKEN.slice(at + 1)}`;
      // The last character of base64url has bits that mean nothing.
      const isSame =
        Buffer.from(forged.split('.')[1] ?? '', 'base64url').equals(
          Buffer.from(TOKEN.split('.')[1] ?? '', 'base64url'),
        ) && forged.split('.')[0] === TOKEN.split('.')[0];
      return isSame || readPreviewToken([key(1)], forged, NOW) === undefined;
    }),
  );
});

it('is never made of what was not signed', () => {
  fc.assert(fc.property(fc.string(), (text) => readPreviewToken([key(1)], text, NOW) === undefined));
  fc.assert(
    fc.property(
      fc.base64String(),
      (text) => readPreviewToken([key(1)], `${text}.${text}`, NOW) === undefined,
    ),
  );
});

it('says which contributor it was made for', () => {
  const token = previewToken(key(1), { ...DRAFT, account: 7 }, NOW);
  expect(readPreviewToken([key(1)], token, NOW)).toEqual({ ...DRAFT, account: 7, expiresAt: later(3_600) });
  expect(previewEnd(NOW)).toEqual(later(3_600));
});
