const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds before each retry: the plan in the Standard Webhooks specification, 51 h and 35 min in all. */
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

// So that deliveries that failed together are not retried together.
const JITTER = 0.2;

export type NextAttempt =
  { readonly again: true; readonly at: Date } | { readonly again: false; readonly reason: 'plan-exhausted' };

export interface FailedAttempt {
  /** Failed attempts under this plan, including this one: 1 after the first. */
  readonly failures: number;
  readonly now: Date;
  /** A random number from 0 (20 % earlier than planned) to 1 (20 % later). */
  readonly jitter: number;
  /** Milliseconds that the receiver asked to wait (`Retry-After`); `null` if it did not. */
  readonly retryAfter: number | null;
}

/** When a failed delivery is tried again: by the plan, but never earlier than the receiver asked. */
export function nextAttempt({ failures, now, jitter, retryAfter }: FailedAttempt): NextAttempt {
  const delay = RETRY_DELAYS[failures - 1];
  if (delay === undefined) return { again: false, reason: 'plan-exhausted' };
  const planned = delay * (1 - JITTER + 2 * JITTER * jitter);
  return { again: true, at: new Date(now.getTime() + Math.max(planned, retryAfter ?? 0)) };
}
