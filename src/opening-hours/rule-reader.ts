import { channel } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../domain/opening-rule';
import { ruleExcess } from '../domain/rule-excess';
import { finished, type Sliced } from './domain/slices';
import { tidied, type Span } from './domain/spans';
import { DAY_MS, HOUR_MS } from './domain/wall-clock';
import { OPEN_END, parseRule, WallDate, withinWork, type Rule, type Worked } from './wall-clock-library';

/** When something is open, and when it may be ("by appointment"), as readings of the city's clock. */
export interface Opening {
  readonly open: readonly Span[];
  readonly unknown: readonly Span[];
  /** Ends of what is open that nobody has said: it is open longer, perhaps. */
  readonly openEnds?: ReadonlySet<number>;
}

/** Evaluates one rule: the readings of the city's clock within the frame at which it is open, or may be. */
export interface RuleReader {
  (rule: string, frame: Span): Opening;
  /** The same with pauses. What was read this way is cached for the other. */
  sliced(rule: string, frame: Span): Sliced<Opening>;
}

/*
 * The costliest of the rules of real places makes 380 dates a day, and most make less than half of it (docs/adr/0036); a
 * restaurant's, with another night on each day of the week and on holidays, 1,200 (docs/adr/0063). What needs more than this
 * is no opening hours.
 */
const DATES_A_DAY = 1_500;

// The bound however many days are asked for: some 200 ms, in slices. A date takes a microsecond, whether a rule has 1
// span or 16.
const MAX_DATES = 200_000;

/** The remaining work that several rules share, counted in dates the library may make. */
export interface Work {
  left: number;
}

/** Published each time the library evaluates a rule: `{ rule }`. Not published for a cached answer. */
export const RULE_EVALUATED = 'stadtverbund:opening-rule-evaluated';

/** Published after each slice: how much the library did without a pause, `{ dates }`. */
export const RULE_SLICE = 'stadtverbund:opening-rule-slice';

const evaluated = channel(RULE_EVALUATED);
const sliceDone = channel(RULE_SLICE);

// Some 10 ms. The step that fills a slice is finished: it makes a few thousand dates for a rule of 16 spans.
const DATES_A_SLICE = 10_000;

/*
 * A place that opens at a time and does not say until when is open for some hours: half of the eight that the library guesses
 * at the least. After them it may be open.
 */
const OPEN_AT_LEAST = 4 * HOUR_MS;

/** How far a rule has been followed through a frame. */
interface Way {
  readonly open: Span[];
  readonly unknown: Span[];
  readonly openEnds: Set<number>;
  readonly start: number;
  at: number;
  /** Until when an open end that has begun is certainly open. */
  surelyUntil: number;
}

const wayFrom = (start: number): Way => ({
  open: [],
  unknown: [],
  openEnds: new Set(),
  start,
  at: start,
  surelyUntil: start,
});

/** Notes that it may be open until then. The first hours of an open end are certain. */
function notePerhaps(way: Way, until: number, isOpenEnd: boolean): void {
  const { at, open, unknown } = way;
  const goesOn = open.at(-1)?.end === at || unknown.at(-1)?.end === at;
  // What has begun before the frame may have been open for long.
  if (!goesOn && at > way.start) way.surelyUntil = at + OPEN_AT_LEAST;
  const sure = isOpenEnd ? Math.max(Math.min(way.surelyUntil, until), at) : at;
  if (sure > at) open.push({ start: at, end: sure });
  if (until > sure) unknown.push({ start: sure, end: until });
  if (isOpenEnd) way.openEnds.add(sure);
}

function openingOf({ open, unknown, openEnds }: Way): Opening {
  const opening = { open: tidied(open), unknown: tidied(unknown) };
  return openEnds.size > 0 ? { ...opening, openEnds } : opening;
}

/** Follows a rule to the end of the frame, or until the slice is full. @returns false if the library gets stuck */
function goOn(rule: Rule, end: number, way: Way, made: () => number): boolean {
  while (way.at < end && made() < DATES_A_SLICE) {
    const [isOpen, next, isUnknown, comment] = rule.getStatePair(new WallDate(way.at));
    const until = Math.min(next?.getTime() ?? end, end);
    // `!(a > b)` also catches an invalid date.
    if (!(until > way.at)) return false;
    if (isOpen) way.open.push({ start: way.at, end: until });
    else if (isUnknown) notePerhaps(way, until, comment === OPEN_END);
    way.at = until;
  }
  return true;
}

function* evaluate(
  rule: string,
  place: RulePlace,
  timeZone: string,
  frames: readonly Span[],
  limit: number,
): Sliced<Answer> {
  evaluated.publish({ rule });
  let dates = 0;
  const slice = <Result>(work: (made: () => number) => Result): Worked<Result> => {
    const worked = withinWork(limit - dates, work);
    dates += worked.dates;
    sliceDone.publish({ dates: worked.dates });
    return worked;
  };
  const { result: parsed, cut } = slice(() => parseRule(rule, place, timeZone, 'en'));
  if (!parsed) return { openings: undefined, dates, cut };
  const openings: Opening[] = [];
  for (const { start, end } of frames) {
    const way = wayFrom(start);
    while (way.at < end) {
      const { result: isKnown, cut } = slice((made) => goOn(parsed, end, way, made));
      if (isKnown !== true) return { openings: undefined, dates, cut };
      if (way.at < end) yield;
    }
    openings.push(openingOf(way));
  }
  return { openings, dates, cut: false };
}

interface Answer {
  /** `undefined` if it cannot be followed. */
  readonly openings: readonly Opening[] | undefined;
  /** How many dates it took. */
  readonly dates: number;
  /** Whether it was given up after that many; with more it might be followed. */
  readonly cut: boolean;
}

const limitOf = (frames: readonly Span[]): number => {
  const days = frames.reduce((sum, { start, end }) => sum + (end - start) / DAY_MS, 0);
  return Math.min(Math.ceil(days * DATES_A_DAY), MAX_DATES);
};

const spansOf = ({ openings = [] }: Answer): number =>
  openings.reduce((sum, { open, unknown }) => sum + open.length + unknown.length, 1);

// 30 MB of spans. A shop's two months are 60 spans, so this is the city's rules for several frames.
const known = new LRUCache<string, Answer>({ maxSize: 300_000, sizeCalculation: spansOf });

/**
 * When a rule is open in each of the frames; cached by text, place and frames. Any text is safe: what would hold the
 * parser up never reaches it, and what takes too much work is given up. A cached answer costs the same work, so that
 * the result does not depend on what was asked before.
 * @param work that this rule may use; what it uses is taken off
 * @returns `undefined` if it is not readable, or costs more than opening hours may
 */
export function* openingsOf(
  text: string,
  place: RulePlace,
  timeZone: string,
  frames: readonly Span[],
  work: Work,
): Sliced<readonly Opening[] | undefined> {
  // 250 leading spaces alone would hold the parser up.
  const rule = text.trim();
  if (rule === '' || ruleExcess(rule)) return undefined;
  const { federalState, centre } = place;
  const key = JSON.stringify([timeZone, federalState, centre.latitude, centre.longitude, frames, rule]);
  const limit = Math.min(limitOf(frames), work.left);
  if (limit <= 0) return undefined;
  let answer = known.get(key);
  if (!answer || (answer.cut && answer.dates < limit)) {
    answer = yield* evaluate(rule, place, timeZone, frames, limit);
    known.set(key, answer);
  }
  work.left -= Math.min(answer.dates, limit);
  return answer.dates > limit ? undefined : answer.openings;
}

/** A rule that cannot be followed says nothing, so it may be open at any time. */
const perhaps = (frame: Span): Opening => ({ open: [], unknown: [frame] });

/**
 * Reads OSM opening_hours by the city's holidays, sun and clock. A rule that cannot be read may be open, and so may any
 * rule after the reader's rules together have used up their work; a rule asked for again uses none.
 * @param dates that its rules may make together
 */
export function ruleReader(place: RulePlace, timeZone: string, dates = Number.POSITIVE_INFINITY): RuleReader {
  const work: Work = { left: dates };
  const read = new Map<string, Opening>();
  function* sliced(rule: string, frame: Span): Sliced<Opening> {
    const key = `${frame.start} ${frame.end} ${rule}`;
    let opening = read.get(key);
    if (!opening) {
      const [found] = (yield* openingsOf(rule, place, timeZone, [frame], work)) ?? [];
      opening = found ?? perhaps(frame);
    }
    read.set(key, opening);
    return opening;
  }
  return Object.assign((rule: string, frame: Span) => finished(sliced(rule, frame)), { sliced });
}
