import { tidied, within, without, type Span } from '#src/opening-hours/domain/spans';
import type { Opening, RuleReader } from '#src/opening-hours/rule-reader';
import { DAY_MS } from '#src/opening-hours/domain/wall-clock';

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

/**
 * The parts of the spans that belong to the days. A span shorter than a day belongs entirely to the day on which it
 * begins, so that Friday night ends on Saturday morning even if other hours apply on Saturday. Longer ones are cut at
 * midnight.
 */
function ofDays(spans: readonly Span[], days: readonly Span[]): Span[] {
  const short = spans.filter(({ start, end }) => end - start < DAY_MS);
  const long = spans.filter(({ start, end }) => end - start >= DAY_MS);
  const begunThen = short.filter(({ start }) => days.some((day) => start >= day.start && start < day.end));
  return [...begunThen, ...within(long, days)];
}

/**
 * The hours of one service in the frame. Several regular entries add up; a dated entry replaces whatever else would
 * apply on its days. The frame has to begin a day early, since hours that began before it are cut off.
 */
export function expandEntries(entries: readonly HoursEntry[], read: RuleReader, frame: Span): Opening {
  const parts = ruledDays(entries, frame)
    .filter(({ days }) => days.length > 0)
    .map(({ entry, days }) => {
      const { open, unknown } = read(entry.rule, frame);
      return { open: ofDays(open, days), unknown: ofDays(unknown, days) };
    });
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
