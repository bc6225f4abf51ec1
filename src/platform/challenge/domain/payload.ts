import { z } from 'zod';

// Of ours: some 700 characters.
const LONGEST = 2_000;

const payload = z.object({
  challenge: z.object({
    // Loose, since the signature is over all of them.
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string().regex(/^[\da-f]{32}$/),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      // Both are in every challenge of ours. Without its signature a solution would be accepted for any counter.
      keySignature: z.string(),
      expiresAt: z.number(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: z.string().regex(/^[\da-f]{64}$/) }),
});

/** What the widget of ALTCHA sends: JSON in Base64. @returns `undefined` if it is anything else */
export function readPayload(sent: unknown): z.infer<typeof payload> | undefined {
  if (typeof sent !== 'string' || sent.length > LONGEST) return undefined;
  const text = Buffer.from(sent, 'base64').toString('utf8');
  try {
    const parsed = payload.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
