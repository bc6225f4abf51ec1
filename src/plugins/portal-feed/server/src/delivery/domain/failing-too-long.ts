const HOURS_OF_FAILURE = 120;
const HOUR = 3_600_000;

/** Five days, as Standard Webhooks recommends, so that a long weekend and the day after do not disable a portal. */
export const FAILING_TOO_LONG = HOURS_OF_FAILURE * HOUR;

/**
 * Whether a portal is disabled for having nothing but failures.
 * @param failingSince its first failure since the last success; `null` if the last attempt succeeded
 */
export function failsTooLong(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_TOO_LONG;
}
