import { DAY_MS } from '../../src/opening-hours/domain/wall-clock';
import { finished } from '#src/opening-hours/domain/slices';
import { openingsOf, type Opening } from '../../src/opening-hours/rule-reader';
import type { Span } from '../../src/opening-hours/domain/spans';

export const DORTMUND = { federalState: 'DE-NW', centre: { latitude: 51.5142, longitude: 7.4653 } } as const;

/** Days from a Monday on, as readings of the clock. */
export const weeksFrom = (monday: string, weeks: number): Span => {
  const start = Date.parse(`${monday}T00:00:00Z`);
  return { start, end: start + weeks * 7 * DAY_MS };
};

/** Without and with public holidays, in summer and over the end of a year. */
export const someWeeks: readonly Span[] = [
  weeksFrom('2026-03-30', 3),
  weeksFrom('2026-07-06', 3),
  weeksFrom('2026-12-14', 4),
];

/** When a rule is open in the frames, and from when on perhaps, by the library. */
export function openOn(
  rule: string,
  frames: readonly Span[],
): { open: Opening['open'][]; perhapsFrom: number[][] } {
  const work = { left: Number.POSITIVE_INFINITY };
  const openings = finished(openingsOf(rule, DORTMUND, 'Europe/Berlin', frames, work));
  if (!openings) throw new Error(`No rule: ${rule}`);
  return {
    open: openings.map(({ open }) => [...open]),
    perhapsFrom: openings.map(({ unknown }) => unknown.map(({ start }) => start)),
  };
}
