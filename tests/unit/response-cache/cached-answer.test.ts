import { AnswerStore } from '#src/response-cache/answer-store';
import { CachedAnswer, type Variant } from '#src/response-cache/cached-answer';

const ENCODINGS = ['identity', 'gzip', 'br'] as const;

const answerOf = (body: Buffer): CachedAnswer =>
  new CachedAnswer(
    {
      headers: { 'content-type': 'application/json', 'content-security-policy': 'x'.repeat(400) },
      body,
      vary: ['Accept-Encoding'],
      isPost: false,
    },
    '1',
    Infinity,
  );

const variantsOf = (answer: CachedAnswer): Promise<Variant[]> =>
  Promise.all(ENCODINGS.map((encoding) => answer.in(encoding)));

/** Bytes of all memory that contains parts of the variants, each counted once. */
const heldBy = (variants: readonly Variant[]): number =>
  [...new Set(variants.map(({ body }) => body.buffer))].reduce((sum, { byteLength }) => sum + byteLength, 0);

const charactersOf = (variants: readonly Variant[]): number =>
  variants.flatMap(({ head }) => head).reduce((sum, text) => sum + text.length, 0);

describe('what the cache counts', () => {
  // Below and above the pool of Buffer, the smallest size that is compressed, and one chunk of zlib.
  it.each([2, 60, 1_023, 1_024, 1_300, 4_095, 5_000, 20_000, 200_000])(
    'is at least what an answer of %i bytes occupies, in all encodings',
    async (length) => {
      const answer = answerOf(Buffer.from('ab'.repeat(length / 2 + 1).slice(0, length)));
      const variants = await variantsOf(answer);
      expect(answer.size).toBeGreaterThanOrEqual(heldBy(variants) + charactersOf(variants));
      for (const { body } of variants) expect(body.buffer.byteLength).toBe(body.length);
    },
  );

  it('is the sum over all answers, with their keys', async () => {
    const store = new AnswerStore(10_000_000);
    let held = 0;
    for (let at = 0; at < 200; at += 1) {
      const key = `/api/businesses?page=${at} ${'k'.repeat(at)}`;
      const answer = answerOf(Buffer.from(JSON.stringify({ at, text: 'Betrieb '.repeat(at * 2) })));
      store.keep(key, answer);
      const variants = await variantsOf(answer);
      store.reweigh(key, answer);
      held += heldBy(variants) + charactersOf(variants) + key.length;
    }
    expect(store.count).toBe(200);
    expect(store.bytes).toBeGreaterThanOrEqual(held);
  });

  it('evicts answers before more is held than allowed', async () => {
    const allowed = 1_000_000;
    const store = new AnswerStore(allowed);
    const kept = new Map<string, Variant[]>();
    for (let at = 0; at < 500; at += 1) {
      const answer = answerOf(Buffer.from(JSON.stringify({ at, text: 'Betrieb '.repeat(160) })));
      kept.set(String(at), await variantsOf(answer));
      store.keep(String(at), answer);
    }
    const held = [...kept].filter(([key]) => store.get(key)).flatMap(([, variants]) => variants);
    expect(store.count).toBeLessThan(500);
    expect(heldBy(held)).toBeLessThanOrEqual(allowed);
  });
});
