/** Milliseconds by which a time zone is ahead of UTC at an instant. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1_000) * 1_000;
}

/** When the day after `day` (`YYYY-MM-DD`) begins in a time zone, in milliseconds. */
export function endOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  const about = midnight - offsetAt(timeZone, midnight);
  // Once more, with the offset that holds at that midnight and not the one of UTC's.
  return midnight - offsetAt(timeZone, about);
}

/** What of the stored content changes its public side by time alone. */
export interface TimedFacts {
  /** The earliest last days, `YYYY-MM-DD`, that have not passed. */
  lastDays: readonly (string | null)[];
  /** The earliest starts and ends that are still ahead. */
  moments: readonly (Date | null)[];
}

/** The next moment, in milliseconds, at which some answer changes by time alone; `Infinity` when none is known. */
export function nextChangeOf({ lastDays, moments }: TimedFacts, timeZone: string): number {
  return Math.min(
    ...lastDays.flatMap((day) => (day === null ? [] : [endOfDay(day, timeZone)])),
    ...moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()])),
    Infinity,
  );
}
