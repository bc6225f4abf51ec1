const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds before each retry: the plan of the Standard Webhooks specification, 51 h and 35 min in all. */
export const RETRY_DELAYS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
  24 * HOUR,
];

// So that what failed together does not come back together.
const JITTER = 0.2;

export type NextAttempt =
  { readonly again: true; readonly at: Date } | { readonly again: false; readonly reason: 'plan-exhausted' };

export interface FailedAttempt {
  /** Attempts of this plan that failed, this one included: 1 after the first. */
  readonly failures: number;
  readonly now: Date;
  /** A random number, 0 to 1: 0 is 20 % earlier than planned, 1 is 20 % later. */
  readonly jitter: number;
  /** Milliseconds that the receiver asked to wait (`Retry-After`); `null` when it did not. */
  readonly retryAfter: number | null;
}

/** When a failed delivery is tried again: by the plan, and never earlier than the receiver asked for. */
export function nextAttempt({ failures, now, jitter, retryAfter }: FailedAttempt): NextAttempt {
  const delay = RETRY_DELAYS[failures - 1];
  if (delay === undefined) return { again: false, reason: 'plan-exhausted' };
  const planned = delay * (1 - JITTER + 2 * JITTER * jitter);
  return { again: true, at: new Date(now.getTime() + Math.max(planned, retryAfter ?? 0)) };
}
