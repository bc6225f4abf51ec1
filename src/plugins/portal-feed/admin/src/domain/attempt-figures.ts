import type { HealthHour } from '#src/plugins/portal-feed/server/src/contract';

export interface AttemptFigures {
  readonly succeeded: number;
  readonly failed: number;
  /** 0 to 1; `null` without attempts. */
  readonly failureRate: number | null;
  /** The start of the hour with the most failures; `null` without failures. */
  readonly worstHour: string | null;
}

/** Sums up the attempts of some hours. */
export function attemptFigures(hours: readonly HealthHour[]): AttemptFigures {
  const succeeded = hours.reduce((sum, hour) => sum + hour.succeeded, 0);
  const failed = hours.reduce((sum, hour) => sum + hour.failed, 0);
  const worst = hours.reduce<HealthHour | null>(
    (found, hour) => (hour.failed > (found?.failed ?? 0) ? hour : found),
    null,
  );
  const attempts = succeeded + failed;
  return {
    succeeded,
    failed,
    failureRate: attempts === 0 ? null : failed / attempts,
    worstHour: worst?.start ?? null,
  };
}
