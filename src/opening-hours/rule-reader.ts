import { channel } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../domain/opening-rule';
import { ruleExcess } from '../domain/rule-excess';
import { tidied, type Span } from './domain/spans';
import { DAY_MS } from './domain/wall-clock';
import { parseRule, WallDate, withinWork, type Rule } from './wall-clock-library';

/** When something is open, and when only perhaps ("by appointment"): readings of the city's clock. */
export interface Opening {
  readonly open: readonly Span[];
  readonly unknown: readonly Span[];
}

/** Evaluates one rule: the readings of the city's clock in the frame at which it is open, and perhaps open. */
export type RuleReader = (rule: string, frame: Span) => Opening;

/*
 * The costliest of the rules of real places makes 380 dates a day, and most make less than half of it (docs/adr/0036).
 * What needs more than this is no opening hours.
 */
const DATES_A_DAY = 600;

// However many days are asked for: some 200 ms. A date takes a microsecond, in a rule of 1 span as in one of 16.
const MAX_DATES = 200_000;

/** What is left of the work that several rules share, in dates that the library may make. */
export interface Work {
  left: number;
}

/** Says each time that the library evaluates a rule: `{ rule }`. What is remembered is not said. */
export const RULE_EVALUATED = 'stadtverbund:opening-rule-evaluated';

const evaluated = channel(RULE_EVALUATED);

/** Follows a rule through a frame; `undefined` when the library loses its way. */
function follow(rule: Rule, { start, end }: Span): Opening | undefined {
  const open: Span[] = [];
  const unknown: Span[] = [];
  let at = start;
  while (at < end) {
    const [isOpen, next, isUnknown] = rule.getStatePair(new WallDate(at));
    const until = Math.min(next?.getTime() ?? end, end);
    // `!(a > b)` also catches an invalid date.
    if (!(until > at)) return undefined;
    if (isOpen) open.push({ start: at, end: until });
    else if (isUnknown) unknown.push({ start: at, end: until });
    at = until;
  }
  return { open: tidied(open), unknown: tidied(unknown) };
}

function evaluate(
  rule: string,
  place: RulePlace,
  timeZone: string,
  frames: readonly Span[],
  limit: number,
): Answer {
  evaluated.publish({ rule });
  const { result, dates, cut } = withinWork(limit, () => {
    const parsed = parseRule(rule, place, timeZone, 'de');
    const followed = frames.map((frame) => follow(parsed, frame));
    return followed.every((opening) => opening !== undefined) ? followed : undefined;
  });
  return { openings: result, dates, cut };
}

interface Answer {
  /** `undefined`: it cannot be followed. */
  readonly openings: readonly Opening[] | undefined;
  /** How many dates that took. */
  readonly dates: number;
  /** Given up after so many: with more it might be followed. */
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
 * When a rule is open in each of the frames; remembered for its text, place and frames. Any text is safe: what would
 * hold the parser up is not given to it, and what takes too much work is given up. What is remembered costs the same work,
 * so that the answer does not depend on what was asked before.
 * @param work what this rule may use of, and is taken off
 * @returns `undefined` where it is not readable, or costs more than opening hours may
 */
export function openingsOf(
  text: string,
  place: RulePlace,
  timeZone: string,
  frames: readonly Span[],
  work: Work,
): readonly Opening[] | undefined {
  // 250 leading spaces alone would hold the parser up.
  const rule = text.trim();
  if (rule === '' || ruleExcess(rule)) return undefined;
  const { federalState, centre } = place;
  const key = JSON.stringify([timeZone, federalState, centre.latitude, centre.longitude, frames, rule]);
  const limit = Math.min(limitOf(frames), work.left);
  if (limit <= 0) return undefined;
  let answer = known.get(key);
  if (!answer || (answer.cut && answer.dates < limit)) {
    answer = evaluate(rule, place, timeZone, frames, limit);
    known.set(key, answer);
  }
  work.left -= Math.min(answer.dates, limit);
  return answer.dates > limit ? undefined : answer.openings;
}

/** A rule that cannot be followed says nothing: perhaps open, all the time. */
const perhaps = (frame: Span): Opening => ({ open: [], unknown: [frame] });

/**
 * Reads OSM opening_hours with the city's holidays, sun and clock. What cannot be read is perhaps open, and so is what comes
 * when its rules together have used up their work; asked for again, a rule uses none.
 * @param dates that its rules together may make
 */
export function ruleReader(place: RulePlace, timeZone: string, dates = Number.POSITIVE_INFINITY): RuleReader {
  const work: Work = { left: dates };
  const read = new Map<string, Opening>();
  return (rule, frame) => {
    const key = `${frame.start} ${frame.end} ${rule}`;
    const opening = read.get(key) ?? openingsOf(rule, place, timeZone, [frame], work)?.[0] ?? perhaps(frame);
    read.set(key, opening);
    return opening;
  };
}
