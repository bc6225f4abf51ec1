import { channel } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../domain/opening-rule';
import { ruleExcess } from '../domain/rule-excess';
import { finished, type Sliced } from './domain/slices';
import { tidied, type Span } from './domain/spans';
import { DAY_MS } from './domain/wall-clock';
import { parseRule, WallDate, withinWork, type Rule, type Worked } from './wall-clock-library';

/** When something is open, and when it may be ("by appointment"), as readings of the city's clock. */
export interface Opening {
  readonly open: readonly Span[];
  readonly unknown: readonly Span[];
}

/** Evaluates one rule: the readings of the city's clock within the frame at which it is open, or may be. */
export interface RuleReader {
  (rule: string, frame: Span): Opening;
  /** The same with pauses. What was read this way is cached for the other. */
  sliced(rule: string, frame: Span): Sliced<Opening>;
}

/*
 * The costliest rule of a real place makes 380 dates per day, and most make less than half as many (docs/adr/0036). A
 * rule that needs more than this does not describe opening hours.
 */
const DATES_A_DAY = 600;

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

/** How far a rule has been followed through a frame. */
interface Way {
  readonly open: Span[];
  readonly unknown: Span[];
  at: number;
}

/** Follows a rule to the end of the frame, or until the slice is full. @returns false if the library gets stuck */
function goOn(rule: Rule, end: number, way: Way, made: () => number): boolean {
  while (way.at < end && made() < DATES_A_SLICE) {
    const [isOpen, next, isUnknown] = rule.getStatePair(new WallDate(way.at));
    const until = Math.min(next?.getTime() ?? end, end);
    // `!(a > b)` also catches an invalid date.
    if (!(until > way.at)) return false;
    if (isOpen) way.open.push({ start: way.at, end: until });
    else if (isUnknown) way.unknown.push({ start: way.at, end: until });
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
  const { result: parsed, cut } = slice(() => parseRule(rule, place, timeZone, 'de'));
  if (!parsed) return { openings: undefined, dates, cut };
  const openings: Opening[] = [];
  for (const { start, end } of frames) {
    const way: Way = { open: [], unknown: [], at: start };
    while (way.at < end) {
      const { result: isKnown, cut } = slice((made) => goOn(parsed, end, way, made));
      if (isKnown !== true) return { openings: undefined, dates, cut };
      if (way.at < end) yield;
    }
    openings.push({ open: tidied(way.open), unknown: tidied(way.unknown) });
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
