import { dayAfter, startOfDay } from '../../domain/period';
import type { Boundary } from './listing-type';

/**
 * The moment of a boundary, in milliseconds: when a first day begins, when a last day is over, or the moment itself.
 */
export function momentOfBoundary(kind: Boundary['kind'], value: unknown, timeZone: string): number {
  if (kind === 'moment') return new Date(value as string | Date).getTime();
  const day = value as string;
  return startOfDay(timeZone, kind === 'first-day' ? day : dayAfter(day)).getTime();
}

/**
 * When a document next changes for the public with time alone: at the end of its last day (it is no longer public), or
 * at the start or end of a campaign (its state changes). `null` if it does not.
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
