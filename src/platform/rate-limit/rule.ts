/** How often something may be done by one subject. */
export interface RateRule {
  /** Part of the key: two rules never count together. */
  name: string;
  /** Allowed in one window. */
  limit: number;
  /** Length of the window in seconds. */
  windowSeconds: number;
}

/** Lengths of windows in seconds. */
export const MINUTE = 60;
export const DAY = 86_400;

/** @param windowSeconds how long one window is, in seconds */
export const rateRule = (name: string, limit: number, windowSeconds: number): RateRule => ({
  name,
  limit,
  windowSeconds,
});

/** What a try came to. */
export type RateDecision = { ok: true } | { ok: false; reason: 'too-many'; retryAfterSeconds: number };

/**
 * Whether the try with this number within its window is still allowed.
 * @param hits tries in the window, this one included
 * @param remainingSeconds until the window ends
 */
export function decideRate(rule: RateRule, hits: number, remainingSeconds: number): RateDecision {
  if (hits <= rule.limit) return { ok: true };
  return { ok: false, reason: 'too-many', retryAfterSeconds: Math.max(1, Math.ceil(remainingSeconds)) };
}
