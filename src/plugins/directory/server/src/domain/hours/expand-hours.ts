import { tidied, within, without, type Span } from '#src/opening-hours/domain/spans';
import type { Opening, RuleReader } from '#src/opening-hours/rule-reader';
import { DAY_MS } from '#src/opening-hours/domain/wall-clock';

/** An entry of opening hours, of one service. */
export interface HoursEntry {
  readonly rule: string;
  /** `YYYY-MM-DD`, both inclusive; absent on the regular hours. */
  readonly validFrom?: string | null;
  readonly validThrough?: string | null;
}

const isDated = ({ validFrom, validThrough }: HoursEntry): boolean => Boolean(validFrom ?? validThrough);

const firstOf = ({ validFrom }: HoursEntry): number =>
  validFrom ? Date.parse(`${validFrom}T00:00:00Z`) : -Infinity;

const endOf = ({ validThrough }: HoursEntry): number =>
  validThrough ? Date.parse(`${validThrough}T00:00:00Z`) + DAY_MS : Infinity;

/** Which days an entry rules: dated ones go before regular ones, and of two dated ones the shorter, then the later in the list. */
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
 * What of the spans belongs to the days: hours shorter than a day belong whole to the day on which they begin, so that
 * Friday night ends on Saturday morning though other hours rule Saturday. Longer ones are cut at midnight.
 */
function ofDays(spans: readonly Span[], days: readonly Span[]): Span[] {
  const short = spans.filter(({ start, end }) => end - start < DAY_MS);
  const long = spans.filter(({ start, end }) => end - start >= DAY_MS);
  const begunThen = short.filter(({ start }) => days.some((day) => start >= day.start && start < day.end));
  return [...begunThen, ...within(long, days)];
}

/**
 * The hours of one service in the frame. Several regular entries add up; a dated entry replaces what else would hold on
 * its days. The frame has to begin a day early: hours that began before it are cut off.
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

/** Open when one of the services is; each has a reader of its own. */
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
