import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { types } from 'node:util';
import { compileFunction } from 'node:vm';
import { LRUCache } from 'lru-cache';
import type OpeningHours from 'opening_hours';
import { FEDERAL_STATES } from '../domain/federal-states';
import type { Language } from '../languages/language';
import type { RulePlace } from '../domain/opening-rule';
import { wallClockAt } from '../domain/wall-clock';
import { DAY_MS } from './domain/wall-clock';

/** Thrown through the library when a rule has used up its work. */
class WorkExceeded extends Error {}

/*
 * The remaining work of a rule. Whatever the library does with time, it creates dates for it, so their number measures
 * its work independently of the machine, and a call that would never return ends in the constructor of a date.
 */
let datesLeft = Number.POSITIVE_INFINITY;

/** The outcome of a piece of work. */
export interface Worked<Result> {
  /** `undefined` if it is not readable, or would make more dates than it may. */
  readonly result: Result | undefined;
  /** How many dates it made. */
  readonly dates: number;
  /** It would have made more. */
  readonly cut: boolean;
}

/**
 * Runs something that uses the library, limited to so many dates.
 * @param work is given how many it has made so far
 */
export function withinWork<Result>(dates: number, work: (made: () => number) => Result): Worked<Result> {
  const before = datesLeft;
  datesLeft = dates;
  const worked = (result?: Result) => ({
    result,
    dates: Math.min(dates - datesLeft, dates),
    cut: datesLeft < 0,
  });
  try {
    return worked(work(() => dates - datesLeft));
  } catch (error) {
    // The library throws strings for rules, and RangeErrors where the sun does not set. Rules are checked when they are
    // saved (src/writing/rules); what is in the database anyway must not stop a publication.
    if (typeof error === 'string' || types.isNativeError(error)) return worked();
    throw error;
  } finally {
    datesLeft = before;
  }
}

/*
 * `opening_hours` asks dates for their local time, which is the server's. Here it gets a Date whose local time is UTC,
 * and is asked about readings of the city's clock (domain/wall-clock.ts). Setting process.env.TZ would work for one
 * city, but it is global, and readings would still be skipped when the clocks change.
 */
export class WallDate extends Date {
  constructor(...parts: [] | [number | string | Date] | [number, number, ...number[]]) {
    if (parts.length === 0) super();
    else if (parts.length === 1) super(parts[0] instanceof Date ? parts[0].getTime() : parts[0]);
    else super(Date.UTC(...(parts as [number, number])));
    datesLeft -= 1;
    if (datesLeft < 0) throw new WorkExceeded();
  }

  override getTimezoneOffset(): number {
    return 0;
  }
}

const LOCAL = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

for (const part of LOCAL)
  for (const access of ['get', 'set'] as const) {
    const utc = Object.getOwnPropertyDescriptor(Date.prototype, `${access}UTC${part}`);
    if (utc) Object.defineProperty(WallDate.prototype, `${access}${part}`, utc);
  }

/** A rule as the library keeps it; one that is `wrapped` is the night after the one before it in the list. */
interface KeptRule {
  /** Selectors of days of each kind. */
  readonly date: readonly (readonly ((date: Date) => readonly [boolean, ...unknown[]])[])[];
  readonly time: readonly unknown[];
  readonly meaning: boolean;
  readonly unknown: boolean;
  readonly wrapped?: boolean;
  readonly additional?: boolean;
  readonly fallback?: boolean;
}

const closes = ({ meaning, unknown }: KeptRule): boolean => !meaning && !unknown;

const isClosedAllDay = (rule: KeptRule): boolean =>
  closes(rule) && rule.fallback !== true && rule.time.length === 0;

/** Which rules hold on a day, by their numbers: a later one replaces the earlier ones, as the library has it. */
function rulesOn(rules: readonly KeptRule[], day: Date): number[] {
  let held: number[] = [];
  rules.forEach((rule, at) => {
    if (rule.wrapped || !rule.date.every((selectors) => selectors.some((selects) => selects(day)[0]))) return;
    const isOfDays = rule.date.length > 0 || (at > 0 && rule.meaning && rules[at - 1]?.date.length === 0);
    const replaces = isOfDays && (rule.meaning || rule.unknown) && !rule.additional && !rule.fallback;
    held = replaces || isClosedAllDay(rule) ? [at] : [...held, at];
  });
  return held;
}

interface DayRules {
  readonly day: number;
  readonly held: readonly number[];
}

// A rule is followed from day to day, and asked several times on each.
const lastDays = new WeakMap<readonly KeptRule[], DayRules>();

function rulesOnDay(rules: readonly KeptRule[], day: number): readonly number[] {
  const last = lastDays.get(rules);
  if (last?.day === day) return last.held;
  const held = rulesOn(rules, new WallDate(day * DAY_MS));
  lastDays.set(rules, { day, held });
  return held;
}

/*
 * To the library, the rules of a day end the night that has begun the day before, and a night goes on though its day was
 * closed. Here the hours of a night belong to the day on which they begin, whatever holds on the next.
 */
function withNights(matching: readonly number[], rules: readonly KeptRule[], date: Date): readonly number[] {
  if (!rules.some(({ wrapped }) => wrapped)) return matching;
  const dayBefore = rulesOnDay(rules, Math.floor(date.getTime() / DAY_MS) - 1);
  const nights = rules.flatMap(({ wrapped }, at) => (wrapped && dayBefore.includes(at - 1) ? [at] : []));
  const isClosing = (at: number): boolean => closes(rules[at] as KeptRule);
  // A night that closes (`24/7; Sa 22:00-04:00 off`) keeps its place among the rules.
  const today = [...matching.filter((at) => !rules[at]?.wrapped), ...nights.filter(isClosing)].sort(
    (a, b) => a - b,
  );
  // Of two rules the later holds: a day that is closed does not end the night, but what is open then goes before it.
  const closed = today.findLastIndex((at) => isClosedAllDay(rules[at] as KeptRule));
  const open = nights.filter((at) => !isClosing(at));
  return [...today.slice(0, closed + 1), ...open, ...today.slice(closed + 1)];
}

// Where the library has found the rules that match a date, and goes through them.
const MATCHED = 'for (let nrule = 0; nrule < date_matching_rules.length; nrule++) {';

/**
 * The library's source, in which `withNights` decides about nights.
 * @throws if it is another version
 */
export function sourceWithNights(source: string): string {
  const [before, after, more] = source.split(MATCHED);
  if (before === undefined || after === undefined || more !== undefined)
    throw new Error('Another version of opening_hours: see how it finds the rules of a date (MATCHED).');
  return `${before}date_matching_rules = withNights(date_matching_rules, rules, date);\n${MATCHED}${after}`;
}

const LIBRARY_FILE = require.resolve('opening_hours');

// Read when the server starts, which another version of the library stops.
const SOURCE = sourceWithNights(readFileSync(LIBRARY_FILE, 'utf8'));

type Library = typeof OpeningHours;
type Nominatim = NonNullable<ConstructorParameters<Library>[1]>;

/** [open, next look, unknown, comment, rule] */
type StatePair = [boolean, Date | undefined, boolean, unknown, ...unknown[]];

/** The library's comment, in English, on what is open with an end that nobody has said: perhaps, to it. */
export const OPEN_END = 'Specified as open end. Closing time was guessed.';

/** A rule that has been read. */
export interface Rule {
  getStatePair(date: Date): StatePair;
  getStructuredWarnings(): { type: string; message: string }[];
  /** Asked by the warnings whether the rule ever changes. */
  getIterator(): { advance(): boolean };
}

/** The part that the library uses. */
interface Sun {
  getTimes(day: Date, latitude: number, longitude: number): Record<string, unknown>;
}

// Two years of days at one place; a city has one.
const MAX_SUN_DAYS = 1_000;

/** What the city's clock shows at dawn, sunrise and the like; suncalc returns instants. */
function sunTimes(timeZone: string, times: Record<string, unknown>): Record<string, unknown> {
  const readings = {};
  for (const [name, at] of Object.entries(times)) {
    // What does not happen on a day is not a valid date: in June it does not get fully dark.
    const happens = at instanceof Date && !Number.isNaN(at.getTime());
    const reading = happens ? wallClockAt(timeZone, at.getTime()) : undefined;
    // A new date for each caller, since the library changes dates in place.
    const get = () => (reading === undefined ? null : new WallDate(reading));
    Object.defineProperty(readings, name, { get });
  }
  return readings;
}

/** The sun by the city's clock, computed once per day for all rules. */
function sunByClock(timeZone: string, suncalc: Sun): Sun {
  const days = new LRUCache<string, Record<string, unknown>>({ max: MAX_SUN_DAYS });
  return {
    getTimes(moment, latitude, longitude) {
      const day = Math.floor(moment.getTime() / DAY_MS);
      const key = `${day} ${latitude} ${longitude}`;
      const known = days.get(key);
      if (known) return known;
      // At noon, so that it does not matter at what time of day the first rule asked.
      const noon = new Date((day + 0.5) * DAY_MS);
      const times = sunTimes(timeZone, suncalc.getTimes(noon, latitude, longitude));
      days.set(key, times);
      return times;
    },
  };
}

const libraries = new Map<string, Library>();

function libraryFor(timeZone: string): Library {
  const known = libraries.get(timeZone);
  if (known) return known;
  const run = compileFunction(SOURCE, ['require', 'exports', 'module', 'Date', 'withNights'], {
    filename: LIBRARY_FILE,
  }) as (...parameters: unknown[]) => void;
  const module: { exports: unknown } = { exports: {} };
  const requireThere = createRequire(LIBRARY_FILE);
  const requireSun = (name: string): unknown => sunByClock(timeZone, requireThere(name) as Sun);
  run(requireSun, module.exports, module, WallDate, withNights);
  const library = module.exports as Library;
  libraries.set(timeZone, library);
  return library;
}

/**
 * A rule by a city's clock, holidays and sun. Use it only within `withinWork`.
 * @param rule for which there is no `ruleExcess`
 * @param language of the library's messages
 * @throws the library's strings if a rule is not readable
 */
export function parseRule(rule: string, place: RulePlace, timeZone: string, language: Language): Rule {
  // The library takes the sun into account only if the coordinates are strings, whatever its types say.
  const nominatim = {
    lat: String(place.centre.latitude),
    lon: String(place.centre.longitude),
    address: { country_code: 'de', state: FEDERAL_STATES[place.federalState] },
  } as unknown as Nominatim;
  return new (libraryFor(timeZone))(rule, nominatim, {
    mode: 0,
    tag_key: undefined,
    map_value: undefined,
    warnings_severity: undefined,
    locale: language,
  });
}
