import { dayAfter, startOfDay } from '../../domain/period';
import type { Boundary } from './listing-type';

/** The moment of a boundary, in milliseconds: a first day begins, a last day is over, a moment is there. */
export function momentOfBoundary(kind: Boundary['kind'], value: unknown, timeZone: string): number {
  if (kind === 'moment') return new Date(value as string | Date).getTime();
  const day = value as string;
  return startOfDay(timeZone, kind === 'first-day' ? day : dayAfter(day)).getTime();
}

/**
 * When a document next changes for the public by time alone: the end of its last day (it is not public any more), or
 * the start or end of a campaign (its state is another). `null` when it stays as it is.
 * @param boundaries of the document's type
 */
export function nextChangeAt(
  boundaries: readonly Boundary[],
  document: Readonly<Record<string, unknown>>,
  now: Date,
  timeZone: string,
): Date | null {
  const moments = boundaries.flatMap(({ attribute, kind }) => {
    const value = document[attribute];
    return value == null || value === '' ? [] : [momentOfBoundary(kind, value, timeZone)];
  });
  const next = Math.min(...moments.filter((moment) => moment > now.getTime()));
  return next === Infinity ? null : new Date(next);
}
