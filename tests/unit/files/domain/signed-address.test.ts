import fc from 'fast-check';
import { isProved, signedAddress } from '#src/files/domain/signed-address';

const KEY = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const path = fc.stringMatching(/^\/uploads\/[a-z0-9_]{1,20}\.(jpg|png)$/);

const proofOf = (address: string) => {
  const { searchParams } = new URL(address, 'http://x');
  return { expires: searchParams.get('expires'), signature: searchParams.get('signature') };
};
const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

it('is valid for at least 45 minutes and at most an hour', () => {
  fc.assert(
    fc.property(path, moment, fc.integer({ min: 0, max: 7_200 }), (file, now, seconds) => {
      const proof = proofOf(signedAddress(KEY, file, now));
      const holds = isProved([OTHER, KEY], file, proof, later(now, seconds));
      if (seconds < 2_700) expect(holds).toBe(true);
      if (seconds > 3_600) expect(holds).toBe(false);
    }),
  );
});

it('is valid only for its path, under its key, until it expires', () => {
  fc.assert(
    fc.property(path, path, moment, fc.integer({ min: 1, max: 1e9 }), (file, other, now, more) => {
      const proof = proofOf(signedAddress(KEY, file, now));
      if (other !== file) expect(isProved([KEY], other, proof, now)).toBe(false);
      expect(isProved([OTHER], file, proof, now)).toBe(false);
      expect(isProved([KEY], file, { ...proof, expires: String(Number(proof.expires) + more) }, now)).toBe(
        false,
      );
    }),
  );
});

it('nothing made up is valid', () => {
  const text = fc.option(fc.string(), { nil: null });
  fc.assert(
    fc.property(path, moment, text, text, (file, now, expires, signature) => {
      expect(isProved([KEY], file, { expires, signature }, now)).toBe(false);
    }),
  );
  const { signature } = proofOf(signedAddress(KEY, '/uploads/a.jpg', new Date()));
  for (const expires of ['1e12', 'Infinity', '-1', '0x7fffffffffff', ' 99999999999'])
    expect(isProved([KEY], '/uploads/a.jpg', { expires, signature }, new Date())).toBe(false);
});

it('is the same address within a quarter of an hour', () => {
  const now = new Date('2026-11-29T12:00:00Z');
  expect(signedAddress(KEY, '/uploads/a.jpg', later(now, 899))).toBe(
    signedAddress(KEY, '/uploads/a.jpg', now),
  );
  expect(signedAddress(KEY, '/uploads/a.jpg', later(now, 900))).not.toBe(
    signedAddress(KEY, '/uploads/a.jpg', now),
  );
});
