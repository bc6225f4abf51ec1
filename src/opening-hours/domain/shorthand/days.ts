import type { Ask } from './answer';
import { isSign, means, valueAs, type Lexeme } from './lexemes';

export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
export const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** A weekday that is counted in its month; -1 is the last. */
export interface Counted {
  readonly day: number;
  readonly which: readonly number[];
}

/** The days that something is said about; 0 is Monday. */
export interface DaySet {
  readonly weekdays: readonly number[];
  readonly holidays: boolean;
  readonly schoolHolidays: boolean;
  readonly counted: readonly Counted[];
  /** Saturday may be one of them: the word that leaves it open. */
  readonly maybeSaturday?: { readonly start: number; readonly end: number } | undefined;
  /** All that are named nowhere else. */
  readonly rest: boolean;
  /** Closed, though they may be some of the others: "täglich außer an Feiertagen". */
  readonly excepted?: DaySet | undefined;
}

export interface Read<Value> {
  readonly value: Value;
  /** The lexeme after it. */
  readonly next: number;
}

const NONE: DaySet = {
  weekdays: [],
  holidays: false,
  schoolHolidays: false,
  counted: [],
  rest: false,
};

export const EVERY_DAY: DaySet = { ...NONE, weekdays: WEEK };

/** From one weekday to another, over the end of the week where need be. */
const range = (first: number, last: number): number[] =>
  WEEK.slice(0, ((last - first + 7) % 7) + 1).map((step) => (first + step) % 7);

interface Unit extends Read<DaySet> {
  readonly start: number;
  readonly end: number;
  /** It is this weekday and nothing else. */
  readonly single?: number;
}

const isListSign = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, ',/&+');
const isDash = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, '-');
const isJoint = (lexeme: Lexeme | undefined): boolean => isListSign(lexeme) || means(lexeme, 'and');

/** A word for a day that may also say that it is closed ("frei") is a day only in a list that goes on. */
function isDay(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at];
  if (!means(lexeme, 'day')) return false;
  if (!means(lexeme, 'closed')) return true;
  const [before, after] = [lexemes[at - 1], lexemes[at + 1]];
  const inList = !before || isJoint(before) || isDash(before) || means(before, 'to');
  return inList && (after?.kind === 'number' || isJoint(after) || isDash(after));
}

const SETS = [
  ['daily', EVERY_DAY],
  ['weekend', { ...NONE, weekdays: [5, 6] }],
  ['weekdays', { ...NONE, weekdays: [0, 1, 2, 3, 4] }],
  ['workdays', { ...NONE, weekdays: [0, 1, 2, 3, 4] }],
  ['holidays', { ...NONE, holidays: true }],
  ['schoolHolidays', { ...NONE, schoolHolidays: true }],
  ['otherwise', { ...NONE, rest: true }],
] as const;

/** A count before a weekday: "1.", "2nd", "erster", "letzter". */
function countAt(lexemes: readonly Lexeme[], at: number): Read<number> | undefined {
  const lexeme = lexemes[at];
  if (means(lexeme, 'last')) return { value: -1, next: at + 1 };
  const word = valueAs(lexeme, 'ordinal');
  if (word !== undefined) return { value: word, next: at + 1 };
  const isCount = lexeme?.kind === 'number' && /^[1-5]$/.test(lexeme.text);
  const sign = lexemes[at + 1];
  if (!isCount || !sign?.glued || !(isSign(sign, '.') || means(sign, 'ordinalSign'))) return undefined;
  return { value: Number(lexeme.text), next: at + 2 };
}

/** Weekdays that are counted in their month: "1. und 3. Samstag im Monat". */
export function countedAt(lexemes: readonly Lexeme[], at: number): (Unit & { vague: boolean }) | undefined {
  const which: number[] = [];
  let next = at;
  for (let count = countAt(lexemes, next); count; count = countAt(lexemes, next)) {
    which.push(count.value);
    next = count.next;
    while (isJoint(lexemes[next])) next += 1;
  }
  const day = valueAs(lexemes[next], 'day');
  if (which.length === 0 || day === undefined) return undefined;
  const named = means(lexemes[next + 1], 'ofTheMonth');
  const end = next + (named ? 1 : 0);
  return {
    value: { ...NONE, counted: [{ day, which }] },
    next: end + 1,
    start: lexemes[at]?.start ?? 0,
    end: lexemes[end]?.end ?? 0,
    // "Every second Saturday" may be every other one.
    vague: !named && which.includes(2),
  };
}

function unitAt(lexemes: readonly Lexeme[], at: number, ask: Ask): Unit | undefined {
  const lexeme = lexemes[at];
  if (!lexeme) return undefined;
  const { start, end } = lexeme;
  const day = valueAs(lexeme, 'day');
  if (day !== undefined && isDay(lexemes, at))
    return { value: { ...NONE, weekdays: [day] }, next: at + 1, start, end, single: day };
  for (const [kind, days] of SETS) {
    const value = kind === 'workdays' ? { ...days, maybeSaturday: { start, end } } : days;
    if (means(lexeme, kind)) return { value, next: at + 1, start, end };
  }
  const counted = countedAt(lexemes, at);
  if (!counted?.vague) return counted;
  ask('which-weeks', counted);
  return { ...counted, value: NONE };
}

/** `vague`: a list as well as a range, or nothing at all: "Mo, - Fr", "Mo --, Di". */
type Joint = 'blank' | 'list' | 'also' | 'dash' | 'to' | 'vague';

/** What a lexeme makes of the joint that it is a part of; nothing where it is no part of one. */
function jointWith(before: Joint, lexeme: Lexeme | undefined): Joint | undefined {
  if (means(lexeme, 'also')) return 'also';
  // "Sonn- und Feiertage", "Sonn-/Feiertag"
  if (means(lexeme, 'and') || isSign(lexeme, '/'))
    return before === 'vague' || before === 'also' ? before : 'list';
  if (isListSign(lexeme)) return before === 'dash' ? 'vague' : before === 'blank' ? 'list' : before;
  if (isDash(lexeme)) return before === 'blank' ? 'dash' : 'vague';
  if (means(lexeme, 'to')) return before === 'blank' || before === 'to' ? 'to' : 'vague';
  return isSign(lexeme, '.') || means(lexeme, 'filler') ? before : undefined;
}

/** What is between two days, as far as it may. */
function jointAt(lexemes: readonly Lexeme[], at: number): Read<Joint> {
  let [value, next]: [Joint, number] = ['blank', at];
  for (let more = jointWith(value, lexemes[next]); more; more = jointWith(value, lexemes[next])) {
    value = more;
    next += 1;
  }
  return { value, next };
}

/** Whether a list of days goes on after the one at `at`: "Ferien und Feiertage". */
export function beginsList(lexemes: readonly Lexeme[], at: number): boolean {
  const joint = jointAt(lexemes, at + 1);
  return (
    (joint.value === 'list' || joint.value === 'also') &&
    unitAt(lexemes, joint.next, () => undefined) !== undefined
  );
}

const union = (one: DaySet, other: DaySet): DaySet => ({
  weekdays: WEEK.filter((day) => one.weekdays.includes(day) || other.weekdays.includes(day)),
  holidays: one.holidays || other.holidays,
  schoolHolidays: one.schoolHolidays || other.schoolHolidays,
  counted: [...one.counted, ...other.counted],
  maybeSaturday: one.maybeSaturday ?? other.maybeSaturday,
  rest: one.rest || other.rest,
});

/** The days without some of them, which are closed. */
export const without = (one: DaySet, excepted: DaySet): DaySet => ({
  ...one,
  weekdays: one.weekdays.filter((day) => !excepted.weekdays.includes(day)),
  excepted,
});

/** Whether all weekdays of the second are some of the first. */
export const includesDays = (one: DaySet, other: DaySet): boolean =>
  other.weekdays.every((day) => one.weekdays.includes(day));

const overlap = (one: DaySet, other: DaySet): boolean =>
  one.weekdays.some((day) => other.weekdays.includes(day));

const isOfWeek = ({ holidays, schoolHolidays, counted, rest }: DaySet): boolean =>
  !holidays && !schoolHolidays && counted.length === 0 && !rest;

const isRange = (joint: Joint | undefined): boolean => joint === 'dash' || joint === 'to';

const isNeighbour = (one = 0, other = 0): boolean => (other - one + 7) % 7 === 1;

const named = (units: readonly Unit[]): string[] => units.map(({ single = 0 }) => OSM_DAYS[single] ?? '');

/** Two weekdays that may be a list as well as a range: "Mo.Fr", "Mo Fr". */
function isVague(units: readonly Unit[], joints: readonly Joint[]): boolean {
  const [first, last, more] = units;
  if (more || joints[0] !== 'blank' || first?.single === undefined || last?.single === undefined)
    return false;
  return first.single !== last.single && !isNeighbour(first.single, last.single);
}

/** A day, or all from one to another, and what joins it to the one before. */
interface Term extends Unit {
  readonly joint: Joint | undefined;
}

/** Ranges as one; nothing where something that is no weekday is an end of one. */
function termsOf(units: readonly Unit[], joints: readonly Joint[]): Term[] | undefined {
  const terms: Term[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const [unit, other] = [units[at] as Unit, units[at + 1]];
    const joint = joints[at - 1];
    const isWeekdays = unit.single !== undefined && other?.single !== undefined;
    // "Di-Mi-Fr" is a list.
    const isChain = isRange(joints[at + 1]) || isRange(joint);
    if (other && isRange(joints[at]) && isWeekdays && !isChain) {
      const weekdays = range(unit.single ?? 0, other.single ?? 0);
      terms.push({ ...other, start: unit.start, value: { ...NONE, weekdays }, joint });
      at += 1;
    } else if (joints[at] === 'to' || joints[at] === 'vague') return undefined;
    else terms.push({ ...unit, joint });
  }
  return terms;
}

/**
 * What two terms without anything between them mean, where they share days: "Mo-Fr täglich", "werktags Mo-Fr" are the
 * narrower of the two, which leaves nothing open.
 */
function narrower(one: DaySet, other: DaySet): DaySet | undefined {
  if (!isOfWeek(one) || !isOfWeek(other)) return undefined;
  const [inOther, inOne] = [includesDays(other, one), includesDays(one, other)];
  // "werktags außer Sa" is the same as "werktags Mo-Fr".
  if (inOther && inOne) return { ...one, maybeSaturday: undefined };
  return inOne ? other : inOther ? one : undefined;
}

const areHolidays = ({ weekdays, holidays, schoolHolidays }: DaySet): boolean =>
  weekdays.length === 0 && (holidays || schoolHolidays);

interface Together {
  readonly days: DaySet;
  readonly last: Unit;
}

/** Adds up as many terms as belong together. A list ends before days that are in it already. */
function sumOf(terms: readonly Term[]): Together | undefined {
  let [last] = terms as readonly [Term, ...Term[]];
  let days = last.value;
  for (const term of terms.slice(1)) {
    const apart = term.joint === 'blank' || term.joint === 'dash';
    // "außer Feiertage. Schulferien: Mo-Fr 10-16"
    if (apart && areHolidays(days) && areHolidays(term.value)) break;
    if (term.joint !== 'also' && overlap(days, term.value)) {
      if (!apart) break;
      const both = terms.length === 2 ? narrower(days, term.value) : undefined;
      if (!both) return undefined;
      days = both;
    } else {
      // "Feiertags Mo-Fr" may mean those from Monday to Friday.
      if (apart && areHolidays(days) && term.value.weekdays.length > 0) return undefined;
      days = union(days, term.value);
    }
    last = term;
  }
  return { days, last };
}

/** Days that belong together, however they are joined; none of them where they have to be asked about. */
export function readDays(
  lexemes: readonly Lexeme[],
  at: number,
  ask: Ask,
): (Read<DaySet> & { readonly start: number; readonly end: number }) | undefined {
  const first = unitAt(lexemes, at, ask);
  if (!first) return undefined;
  const units = [first];
  const joints: Joint[] = [];
  for (let last = first; ;) {
    const joint = jointAt(lexemes, last.next);
    const unit = unitAt(lexemes, joint.next, ask);
    if (!unit) break;
    joints.push(joint.value);
    units.push(unit);
    last = unit;
  }
  const end = units.at(-1) as Unit;
  const part = { start: first.start, end: end.end };
  const vague = isVague(units, joints);
  const terms = vague ? undefined : termsOf(units, joints);
  const sum = terms && sumOf(terms);
  if (sum) return { value: sum.days, next: sum.last.next, start: first.start, end: sum.last.end };
  ask('range-or-list', part, vague ? [named(units).join(', '), named(units).join('-')] : []);
  return { value: NONE, next: end.next, ...part };
}

/** Whether there are any. */
export const hasDays = (days: DaySet): boolean =>
  days.weekdays.length > 0 || days.holidays || days.schoolHolidays || days.counted.length > 0 || days.rest;
