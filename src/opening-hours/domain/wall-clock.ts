import { wallClockAt } from '../../domain/wall-clock';
import type { Span } from './spans';

/*
 * A reading of the city's clock is stored as the milliseconds at which UTC shows the same: 2026-03-29 02:30 is
 * Date.UTC(2026, 2, 29, 2, 30), whether or not clocks there ever showed it. So every day has 24 hours, the server's
 * time zone does not matter, and summer time is handled in one place: here.
 */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** By how much the clocks are ahead of UTC at an instant. */
const offsetAt = (timeZone: string, instant: number): number => wallClockAt(timeZone, instant) - instant;

interface Stretch extends Span {
  readonly offset: number;
}

/** The moment in (before, after] at which the clocks are changed. */
function moveBetween(timeZone: string, before: number, after: number): number {
  const old = offsetAt(timeZone, before);
  let [still, moved] = [before, after];
  while (moved - still > 1000) {
    const middle = Math.floor((still + moved) / 2000) * 1000;
    if (offsetAt(timeZone, middle) === old) still = middle;
    else moved = middle;
  }
  return moved;
}

/** The stretches of [from, until) between changes of the clocks. */
function stretches(timeZone: string, from: number, until: number): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  for (let at = from; at < until; at += DAY_MS) {
    const next = Math.min(at + DAY_MS, until);
    const offset = offsetAt(timeZone, at);
    if (offsetAt(timeZone, next) === offset) continue;
    const move = moveBetween(timeZone, at, next);
    found.push({ start, end: move, offset });
    start = move;
  }
  return [...found, { start, end: until, offset: offsetAt(timeZone, start) }];
}

/**
 * The moments in [from, until) at which the clocks of a time zone show a reading in the spans. A reading skipped in
 * spring gives no moment, one that occurs twice in autumn gives two.
 * @param spans of readings
 */
export const instantsOf = (
  timeZone: string,
  spans: readonly Span[],
  { start: from, end: until }: Span,
): Span[] =>
  stretches(timeZone, from, until).flatMap(({ start, end, offset }) =>
    spans
      .map((span) => ({
        start: Math.max(span.start - offset, start),
        end: Math.min(span.end - offset, end),
      }))
      .filter((span) => span.start < span.end),
  );

/** The first moment of a calendar day (`YYYY-MM-DD`) in a time zone. */
export function startOfDay(timeZone: string, day: string): number {
  const reading = Date.parse(`${day}T00:00:00Z`);
  const frame = { start: reading - DAY_MS, end: reading + DAY_MS };
  const found = instantsOf(timeZone, [{ start: reading, end: reading + DAY_MS }], frame);
  return found[0]?.start ?? reading;
}

/** The calendar day of a reading (`YYYY-MM-DD`), plus a number of days. */
export const dayOf = (reading: number, plusDays = 0): string =>
  new Date(reading + plusDays * DAY_MS).toISOString().slice(0, 10);
