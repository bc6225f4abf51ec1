import { dayAfter, startOfDay } from '../../domain/period';
import { endsByDay, type PublicType } from '../../domain/public-rule';

interface Times {
  /** Inclusive last day, `YYYY-MM-DD`. */
  readonly validThrough?: unknown;
  /** Of a campaign: its state changes at both. */
  readonly startsAt?: unknown;
  readonly endsAt?: unknown;
}

/**
 * When a public document next changes by time alone: the end of its last day (it is not public any more), or the start
 * or end of a campaign (its state is another). `null` when it stays as it is.
 */
export function nextChangeAt(
  type: string | PublicType,
  times: Times,
  now: Date,
  timeZone: string,
): Date | null {
  const moments: Date[] = [];
  if (endsByDay(type) && typeof times.validThrough === 'string')
    moments.push(startOfDay(timeZone, dayAfter(times.validThrough)));
  for (const moment of [times.startsAt, times.endsAt])
    if (typeof moment === 'string' || moment instanceof Date) moments.push(new Date(moment));
  const later = moments.filter((moment) => moment > now).sort((one, other) => +one - +other);
  return later[0] ?? null;
}
