import { channel } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../domain/opening-rule';
import { ruleExcess } from '../domain/rule-excess';
import { tidied, type Span } from './domain/spans';
import { DAY_MS } from './domain/wall-clock';
import { parseRule, WallDate, withinWork, type Rule } from './wall-clock-library';

/** When something is open, and when it may be ("by appointment"), as readings of the city's clock. */
export interface Opening {
  readonly open: readonly Span[];
  readonly unknown: readonly Span[];
}

/** Evaluates one rule: the readings of the city's clock within the frame at which it is open, or may be. */
export type RuleReader = (rule: string, frame: Span) => Opening;

/*
 * The costliest rule of a real place makes 380 dates per day, and most make less than half as many (docs/adr/0036). A
 * rule that needs more than this does not describe opening hours.
 */
const DATES_A_DAY = 600;

// The bound however many days are asked for: some 200 ms. A date takes a microsecond, whether a rule has 1 span or 16.
const MAX_DATES = 200_000;

/** The remaining work that several rules share, counted in dates the library may make. */
export interface Work {
  left: number;
}

/** Published each time the library evaluates a rule: `{ rule }`. Not published for a cached answer. */
export const RULE_EVALUATED = 'stadtverbund:opening-rule-evaluated';

const evaluated = channel(RULE_EVALUATED);

/** Follows a rule through a frame; `undefined` if the library gets stuck. */
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
  return (rule, frame) => {
    const key = `${frame.start} ${frame.end} ${rule}`;
    const opening = read.get(key) ?? openingsOf(rule, place, timeZone, [frame], work)?.[0] ?? perhaps(frame);
    read.set(key, opening);
    return opening;
  };
}
