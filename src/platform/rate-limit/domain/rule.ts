/** How often something may be done by one subject. */
export interface RateRule {
  /** Part of the key, so that each rule counts separately. */
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

/** The decision about an attempt. */
export type RateDecision = { ok: true } | { ok: false; reason: 'too-many'; retryAfterSeconds: number };

/**
 * Whether the attempt with this number in its window is still allowed.
 * @param hits attempts in the window, including this one
 * @param remainingSeconds until the window ends
 */
export function decideRate(rule: RateRule, hits: number, remainingSeconds: number): RateDecision {
  if (hits <= rule.limit) return { ok: true };
  return { ok: false, reason: 'too-many', retryAfterSeconds: Math.max(1, Math.ceil(remainingSeconds)) };
}
