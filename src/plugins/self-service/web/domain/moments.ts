import { wallClockAt } from '#src/domain/wall-clock';

/**
 * A moment as the city's clocks show it, for a field of day and time: `2026-12-24T18:00`.
 * @param moment ISO 8601
 */
export function clockOf(moment: string, timeZone: string): string {
  const instant = Date.parse(moment);
  return Number.isNaN(instant) ? '' : new Date(wallClockAt(timeZone, instant)).toISOString().slice(0, 16);
}

/** The day of now by the city's clocks: `2026-12-24`. */
export const todayIn = (timeZone: string, now: Date): string =>
  clockOf(now.toISOString(), timeZone).slice(0, 10);

const DAY_MS = 86_400_000;

const offsetAt = (timeZone: string, instant: number): number => wallClockAt(timeZone, instant) - instant;

/**
 * The moment at which the city's clocks show it, as ISO 8601; of two in autumn the first, and for what is left out in
 * spring the moment that the old time would have.
 * @param reading `2026-12-24T18:00`
 */
export function momentOf(reading: string, timeZone: string): string | undefined {
  const shown = Date.parse(`${reading}Z`);
  if (Number.isNaN(shown)) return undefined;
  const instants = [shown - DAY_MS, shown + DAY_MS].map((beside) => shown - offsetAt(timeZone, beside));
  const found = instants.find((instant) => wallClockAt(timeZone, instant) === shown);
  return new Date(found ?? instants[0] ?? shown).toISOString();
}
