import type { Opening, RuleReader } from '../rule-reader';
import { tidied, within, without, type Span } from './spans';
import { DAY_MS } from './wall-clock';

/** One entry in the opening hours of a service. */
export interface HoursEntry {
  readonly rule: string;
  /** `YYYY-MM-DD`, both inclusive; absent for regular hours. */
  readonly validFrom?: string | null;
  readonly validThrough?: string | null;
}

const isDated = ({ validFrom, validThrough }: HoursEntry): boolean => Boolean(validFrom ?? validThrough);

const firstOf = ({ validFrom }: HoursEntry): number =>
  validFrom ? Date.parse(`${validFrom}T00:00:00Z`) : -Infinity;

const endOf = ({ validThrough }: HoursEntry): number =>
  validThrough ? Date.parse(`${validThrough}T00:00:00Z`) + DAY_MS : Infinity;

/**
 * The days to which each entry applies: dated entries precede regular ones; of two dated ones the shorter period wins,
 * then the later in the list.
 */
function ruledDays(entries: readonly HoursEntry[], frame: Span): { entry: HoursEntry; days: Span[] }[] {
  const ranked = entries
    .map((entry, place) => ({ entry, place, length: endOf(entry) - firstOf(entry) }))
    .filter(({ entry }) => isDated(entry))
    .sort((a, b) => a.length - b.length || b.place - a.place);
  let free: Span[] = [frame];
  const dated = ranked.map(({ entry }) => {
    const days = within(free, [{ start: firstOf(entry), end: endOf(entry) }]);
    free = without(free, days);
    return { entry, days };
  });
  return [...dated, ...entries.filter((entry) => !isDated(entry)).map((entry) => ({ entry, days: free }))];
}

/** Readings of the clock from midnight to midnight, and the entries that say when it is open on these days. */
export interface Period extends Span {
  readonly entries: readonly HoursEntry[];
}

const ALWAYS: Span = { start: -Infinity, end: Infinity };

/** All days, as the periods in which the same entries apply. */
export function periodsOf(entries: readonly HoursEntry[]): Period[] {
  const ruled = ruledDays(entries, ALWAYS);
  const edges = new Set(ruled.flatMap(({ days }) => days.flatMap(({ start, end }) => [start, end])));
  const ordered = [...edges].sort((one, other) => one - other);
  return ordered.slice(0, -1).flatMap((start, at) => {
    const applying = ruled.filter(({ days }) => days.some((some) => some.start <= start && start < some.end));
    const end = ordered[at + 1] ?? Infinity;
    return applying.length > 0 ? [{ start, end, entries: applying.map(({ entry }) => entry) }] : [];
  });
}

/**
 * The parts of the spans that belong to the days. A span shorter than a day belongs entirely to the day on which it
 * begins, so that Friday night ends on Saturday morning even if other hours apply on Saturday. Longer ones are cut at
 * midnight.
 * @param begins when what a span belongs to has begun
 */
function ofDays(
  spans: readonly Span[],
  days: readonly Span[],
  begins: (span: Span) => number = ({ start }) => start,
): Span[] {
  const short = spans.filter(({ start, end }) => end - start < DAY_MS);
  const long = spans.filter(({ start, end }) => end - start >= DAY_MS);
  const begunThen = short.filter((span) => {
    const begun = begins(span);
    return days.some((day) => begun >= day.start && begun < day.end);
  });
  return [...begunThen, ...within(long, days)];
}

/** What of a rule's hours belongs to the days. After an open end it may be open as part of what has begun before it. */
function openingOfDays({ open, unknown, openEnds }: Opening, days: readonly Span[]): Opening {
  const begun = new Map(open.map(({ start, end }) => [end, start]));
  const begins = ({ start }: Span) => (openEnds?.has(start) ? (begun.get(start) ?? start) : start);
  return { open: ofDays(open, days), unknown: ofDays(unknown, days, begins) };
}

/**
 * The hours of one service in the frame. Several regular entries add up; a dated entry replaces whatever else would
 * apply on its days. The frame has to begin a day early, since hours that began before it are cut off.
 */
export function expandEntries(entries: readonly HoursEntry[], read: RuleReader, frame: Span): Opening {
  const parts = ruledDays(entries, frame)
    .filter(({ days }) => days.length > 0)
    .map(({ entry, days }) => openingOfDays(read(entry.rule, frame), days));
  const open = tidied(parts.flatMap((part) => part.open));
  return {
    open,
    unknown: without(
      parts.flatMap((part) => part.unknown),
      open,
    ),
  };
}

/** Open when one of the services is; each has its own reader. */
export function expandServices(
  services: readonly { entries: readonly HoursEntry[]; read: RuleReader }[],
  frame: Span,
): Opening {
  const parts = services.map(({ entries, read }) => expandEntries(entries, read, frame));
  const open = tidied(parts.flatMap((part) => part.open));
  return {
    open,
    unknown: without(
      parts.flatMap((part) => part.unknown),
      open,
    ),
  };
}
