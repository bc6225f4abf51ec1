import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type OpeningHours from 'opening_hours';
import { FEDERAL_STATES } from '../../../../../domain/federal-states';
import type { RulePlace } from '../../../../../domain/opening-rule';
import type { Opening, RuleReader } from '../domain/hours/expand-hours';
import { tidied, type Span } from '../domain/hours/spans';
import { wallClockAt } from '../domain/hours/wall-clock';

/*
 * `opening_hours` asks dates for their local time, which is the server's. Here it gets a Date whose local time is UTC,
 * and is asked about readings of the city's clock (domain/hours/wall-clock.ts). Setting process.env.TZ would do for one
 * city, but it is global, and clocks that are moved would still skip readings.
 */
class WallDate extends Date {
  constructor(...parts: [] | [number | string | Date] | [number, number, ...number[]]) {
    if (parts.length === 0) super();
    else if (parts.length === 1) super(parts[0] instanceof Date ? parts[0].getTime() : parts[0]);
    else super(Date.UTC(...(parts as [number, number])));
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

type Library = typeof OpeningHours;
type Nominatim = NonNullable<ConstructorParameters<Library>[1]>;

/** As far as the library uses it. */
interface Sun {
  getTimes(day: Date, latitude: number, longitude: number): Record<string, unknown>;
}

const LIBRARY_FILE = require.resolve('opening_hours');

/** The sun by the city's clock: suncalc answers with instants. */
const sunByClock = (timeZone: string, suncalc: Sun): Sun => ({
  getTimes(day, latitude, longitude) {
    const times = suncalc.getTimes(new Date(day.getTime()), latitude, longitude);
    return Object.fromEntries(
      Object.entries(times).map(([name, at]) => [
        name,
        // What does not happen on a day is no date: in June it does not get quite dark.
        at instanceof Date && !Number.isNaN(at.getTime())
          ? new WallDate(wallClockAt(timeZone, at.getTime()))
          : null,
      ]),
    );
  },
});

const libraries = new Map<string, Library>();

function libraryFor(timeZone: string): Library {
  const known = libraries.get(timeZone);
  if (known) return known;
  const source = readFileSync(LIBRARY_FILE, 'utf8');
  const run = compileFunction(source, ['require', 'exports', 'module', 'Date'], {
    filename: LIBRARY_FILE,
  }) as (...parameters: unknown[]) => void;
  const module: { exports: unknown } = { exports: {} };
  const requireThere = createRequire(LIBRARY_FILE);
  const requireSun = (name: string): unknown => sunByClock(timeZone, requireThere(name) as Sun);
  run(requireSun, module.exports, module, WallDate);
  const library = module.exports as Library;
  libraries.set(timeZone, library);
  return library;
}

// 62 days with 48 changes each; what changes more often is no opening hours, and must not stall anyone.
const MAX_STEPS = 3_000;

/** [open, next look, unknown, comment, rule] */
type StatePair = [boolean, Date | undefined, boolean, ...unknown[]];

interface Rule {
  getStatePair(date: Date): StatePair;
}

/** Follows a rule through the frame; `undefined` when that takes too many steps or the library loses its way. */
function follow(rule: Rule, { start, end }: Span): Opening | undefined {
  const open: Span[] = [];
  const unknown: Span[] = [];
  let at = start;
  for (let step = 0; step < MAX_STEPS && at < end; step += 1) {
    const [isOpen, next, isUnknown] = rule.getStatePair(new WallDate(at));
    const until = Math.min(next?.getTime() ?? end, end);
    // `!(a > b)` also catches an invalid date.
    if (!(until > at)) return undefined;
    if (isOpen) open.push({ start: at, end: until });
    else if (isUnknown) unknown.push({ start: at, end: until });
    at = until;
  }
  return at < end ? undefined : { open: tidied(open), unknown: tidied(unknown) };
}

/** A rule that cannot be followed says nothing: perhaps open, all the time. */
const perhaps = (frame: Span): Opening => ({ open: [], unknown: [frame] });

/** Reads OSM opening_hours with the city's holidays, sun and clock. Any rule is done within a bounded number of steps. */
export function ruleReader(place: RulePlace, timeZone: string): RuleReader {
  const Library = libraryFor(timeZone);
  // The library reckons with the sun only where the coordinates are texts, whatever its types say.
  const nominatim = {
    lat: String(place.centre.latitude),
    lon: String(place.centre.longitude),
    address: { country_code: 'de', state: FEDERAL_STATES[place.federalState] },
  };
  const options = {
    mode: 0,
    tag_key: undefined,
    map_value: undefined,
    warnings_severity: undefined,
    locale: 'de',
  } as const;
  return (rule, frame) => {
    try {
      const parsed = new Library(rule, nominatim as unknown as Nominatim, options) as unknown as Rule;
      return follow(parsed, frame) ?? perhaps(frame);
    } catch (error) {
      // The library throws sentences for rules, and RangeErrors for suns that do not set. Rules are checked when they are
      // saved (src/rules); what is in the database anyway must not stop a publication.
      if (typeof error === 'string' || error instanceof Error) return perhaps(frame);
      throw error;
    }
  };
}
