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

type Joint = 'blank' | 'list' | 'dash' | 'to' | 'except';

/** What is between two days, as far as it may. */
function jointAt(lexemes: readonly Lexeme[], at: number): Read<Joint> {
  let [joint, next]: [Joint, number] = ['blank', at];
  for (;;) {
    const lexeme = lexemes[next];
    if (isJoint(lexeme)) joint = joint === 'except' ? joint : 'list';
    else if (means(lexeme, 'except')) joint = 'except';
    else if (isDash(lexeme)) joint = joint === 'blank' ? 'dash' : joint;
    else if (means(lexeme, 'to')) joint = 'to';
    else if (!isSign(lexeme, '.') && !means(lexeme, 'filler')) return { value: joint, next };
    next += 1;
  }
}

const union = (one: DaySet, other: DaySet): DaySet => ({
  weekdays: WEEK.filter((day) => one.weekdays.includes(day) || other.weekdays.includes(day)),
  holidays: one.holidays || other.holidays,
  schoolHolidays: one.schoolHolidays || other.schoolHolidays,
  counted: [...one.counted, ...other.counted],
  maybeSaturday: one.maybeSaturday ?? other.maybeSaturday,
  rest: one.rest || other.rest,
});

const without = (one: DaySet, other: DaySet): DaySet => ({
  ...one,
  weekdays: one.weekdays.filter((day) => !other.weekdays.includes(day)),
  holidays: one.holidays && !other.holidays,
});

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

function together(units: readonly Unit[], joints: readonly Joint[], ask: Ask): DaySet {
  const [first, last] = [units[0] as Unit, units.at(-1) as Unit];
  const part = { start: first.start, end: last.end };
  if (isVague(units, joints)) {
    ask('range-or-list', part, [named(units).join(', '), named(units).join('-')]);
    return NONE;
  }
  let days = NONE;
  let excepted = false;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    const other = units[at + 1];
    if (joints[at - 1] === 'except') excepted = true;
    const isWeekdays = unit.single !== undefined && other?.single !== undefined;
    // "Di-Mi-Fr" is a list.
    const isChain = isRange(joints[at + 1]) || isRange(joints[at - 1]);
    let value = unit.value;
    if (isRange(joints[at]) && isWeekdays && !isChain) {
      value = { ...NONE, weekdays: range(unit.single ?? 0, other?.single ?? 0) };
      at += 1;
    } else if (joints[at] === 'to') {
      ask('range-or-list', part);
      return NONE;
    }
    days = excepted ? without(days, value) : union(days, value);
  }
  return days;
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
  const last = units.at(-1) as Unit;
  return { value: together(units, joints, ask), next: last.next, start: first.start, end: last.end };
}

/** Whether there are any. */
export const hasDays = (days: DaySet): boolean =>
  days.weekdays.length > 0 || days.holidays || days.schoolHolidays || days.counted.length > 0 || days.rest;
