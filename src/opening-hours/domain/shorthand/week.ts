import type { Ask } from './answer';
import { OSM_DAYS, WEEK, type DaySet } from './days';
import type { Scope } from './scopes';
import { isDates, lengthOf, type Season } from './seasons';
import type { Statement, Value } from './statements';
import { inOrder, printSpan } from './times';

/** A weekday (0 is Monday), a weekday counted in its month, public holidays or school holidays. */
export type Day =
  | { readonly kind: 'weekday'; readonly day: number }
  | { readonly kind: 'counted'; readonly day: number; readonly which: readonly number[] }
  | { readonly kind: 'holidays' }
  | { readonly kind: 'schoolHolidays' };

/** Days with the same hours. */
export interface Row {
  readonly days: readonly Day[];
  readonly value: Value;
}

/** The hours of a part of the year, one row for each different day. */
export interface Block {
  readonly season: Season | undefined;
  readonly rows: readonly Row[];
}

const keyOf = (day: Day): string => JSON.stringify(day);

const daysOf = ({ weekdays, holidays, schoolHolidays, counted }: DaySet): Day[] => [
  ...weekdays.map((day): Day => ({ kind: 'weekday', day })),
  ...counted.map(({ day, which }): Day => ({ kind: 'counted', day, which })),
  ...(holidays ? [{ kind: 'holidays' } as const] : []),
  ...(schoolHolidays ? [{ kind: 'schoolHolidays' } as const] : []),
];

const includes = (one: Statement, other: Statement): boolean =>
  other.days.weekdays.every((day) => one.days.weekdays.includes(day));

/** Some of the days of the other, and no others. */
const isNarrower = (one: Statement, other: Statement): boolean =>
  includes(other, one) && one.days.weekdays.length < other.days.weekdays.length;

const same = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Spans of both, in the order of the day; `undefined` where they are no spans, or overlap. */
function added(one: Value, other: Value): { value: Value; later: boolean } | undefined {
  if (one.kind !== 'open' || other.kind !== 'open') return undefined;
  for (const later of [true, false]) {
    const spans = later ? [...one.spans, ...other.spans] : [...other.spans, ...one.spans];
    if (inOrder(spans)) return { value: { kind: 'open', spans }, later };
  }
  return undefined;
}

/**
 * What two statements about a day mean together. Times that go on later in the day add up; else what is said of fewer
 * days goes before what is said of more.
 * @returns `undefined` where people may mean either
 */
function combine(first: Statement, second: Statement): Statement | undefined {
  if (same(first.value, second.value)) return first;
  const both = added(first.value, second.value);
  const isInside = isNarrower(first, second) || isNarrower(second, first);
  if (both && (!isInside || (both.later && isNarrower(second, first))))
    return { ...second, value: both.value };
  if (both) return undefined;
  if (isNarrower(second, first)) return second;
  return isNarrower(first, second) ? first : undefined;
}

function valueOn(said: readonly Statement[], ask: Ask): Value | undefined {
  let [current] = said;
  for (const next of said.slice(1)) {
    const together = current && combine(current, next);
    if (!together) ask('contradiction', next);
    current = together;
    if (!current) return undefined;
  }
  return current?.value;
}

/** "sonst": the weekdays that nothing else is said about. */
function withoutRest(statements: readonly Statement[]): Statement[] {
  const named = new Set(statements.filter(({ days }) => !days.rest).flatMap(({ days }) => days.weekdays));
  const rest = WEEK.filter((day) => !named.has(day));
  return statements.map((one) =>
    one.days.rest ? { ...one, days: { ...one.days, rest: false, weekdays: rest } } : one,
  );
}

/** Saturday belongs to "werktags" or has hours of its own: then it does not matter. */
function askAboutSaturday(statements: readonly Statement[], ask: Ask): void {
  if (statements.some(({ days }) => days.weekdays.includes(5))) return;
  for (const { days } of statements)
    if (days.maybeSaturday) ask('workdays', days.maybeSaturday, ['Mo-Fr', 'Mo-Sa']);
}

/** "Mo-Fr und Ferien 10-16": on each day of the holidays, or on those weekdays? */
function withoutVagueHolidays(statements: readonly Statement[], ask: Ask): Statement[] {
  return statements.filter((one) => {
    const { days, value } = one;
    const isVague =
      days.schoolHolidays &&
      value.kind !== 'closed' &&
      !(days.weekdays.includes(5) && days.weekdays.includes(6));
    if (isVague) ask('days-missing', one);
    return !isVague;
  });
}

function rowsOf(scope: Scope, ask: Ask): Row[] {
  const statements = withoutVagueHolidays(withoutRest(scope.statements), ask);
  askAboutSaturday(statements, ask);
  const said = new Map<string, { day: Day; statements: Statement[] }>();
  for (const one of statements)
    for (const day of daysOf(one.days)) {
      const known = said.get(keyOf(day)) ?? { day, statements: [] };
      known.statements.push(one);
      said.set(keyOf(day), known);
    }
  const rows = new Map<string, { days: Day[]; value: Value }>();
  for (const { day, statements: about } of said.values()) {
    const value = valueOn(about, ask);
    if (!value) continue;
    const row = rows.get(JSON.stringify(value)) ?? { days: [], value };
    row.days.push(day);
    rows.set(JSON.stringify(value), row);
  }
  return [...rows.values()];
}

const openDays = ({ statements }: Scope): number[] =>
  statements.flatMap(({ days, value }) => (value.kind === 'open' ? days.weekdays : []));

/** In July and August Monday to Friday, else Monday to Saturday: on the Saturdays of July it may be open or not. */
function isVague(scope: Scope, whole: Scope | undefined): boolean {
  if (!scope.season || !whole || isDates(scope.season)) return false;
  const [here, always] = [openDays(scope), openDays(whole)];
  const named = scope.statements.flatMap(({ days }) => days.weekdays);
  return always.some((day) => here.includes(day)) && always.some((day) => !named.includes(day));
}

const isOpenAllWeek = (scope: Scope): boolean => WEEK.every((day) => openDays(scope).includes(day));

/**
 * "Mo-Fr 9-18; Juli 9-16": hours of a part of the year, or of the whole, that name no days are those of every day only where
 * that is what the others are about.
 */
function isOfUnknownDays(scope: Scope, scopes: readonly Scope[], ask: Ask): boolean {
  const isOfDates = ({ season }: Scope) => season !== undefined && isDates(season);
  const namesDays = ({ statements }: Scope) =>
    statements.some(({ implied, days }) => !implied && days.weekdays.length > 0);
  const others = scopes.filter((one) => one !== scope && !isOfDates(one) && namesDays(one));
  if (isOfDates(scope) || others.every(isOpenAllWeek)) return false;
  const unnamed = scope.statements.filter(({ implied, value }) => implied && value.kind === 'open');
  const days = [...others.map(openDays), [...WEEK]].map((some) =>
    printWeekdays([...new Set(some)]).join(','),
  );
  for (const one of unnamed) {
    const times = one.value.kind === 'open' ? one.value.spans.map(printSpan).join(',') : '';
    ask(
      'days-missing',
      one,
      [...new Set(days)].filter(Boolean).map((some) => `${some} ${times}`),
    );
  }
  return unnamed.length > 0;
}

/** In the holidays of schools, and in another part of the year at the same time. */
const overlapsSchool = (scope: Scope, scopes: readonly Scope[]): boolean =>
  scope.season?.schoolHolidays === true &&
  scopes.some(
    ({ season, statements }) =>
      season &&
      !season.schoolHolidays &&
      !isDates(season) &&
      statements.some(({ value }) => value.kind !== 'closed'),
  );

/** "Juli-August 9-16, feiertags geschlossen": on all holidays, or on those of the summer? */
const hasHolidays = ({ season, statements }: Scope): boolean =>
  season !== undefined &&
  !isDates(season) &&
  statements.length > 1 &&
  statements.some(({ days }) => days.holidays && days.weekdays.length === 0);

/** The hours that the statements mean, the whole year first and then its parts, the longest first. */
export function blocksOf(scopes: readonly Scope[], ask: Ask): Block[] {
  const whole = scopes.find(({ season }) => !season);
  const sure = scopes.filter((scope) => {
    if (isOfUnknownDays(scope, scopes, ask)) return false;
    const vague = isVague(scope, whole) || overlapsSchool(scope, scopes) || hasHolidays(scope);
    if (vague && scope.statements[0]) ask('season-scope', scope.statements[0]);
    return !vague;
  });
  const length = ({ season }: Scope) => (season ? lengthOf(season) : 366);
  return [...sure]
    .sort((a, b) => length(b) - length(a))
    .map((scope) => ({ season: scope.season, rows: rowsOf(scope, ask) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Whether it is open on each weekday, in a rule for the whole year. */
export const isOpenEveryDay = (blocks: readonly Block[]): boolean => {
  const [whole] = blocks;
  const open = (whole?.rows ?? []).flatMap(({ days, value }) => (value.kind === 'open' ? days : []));
  return !whole?.season && WEEK.every((day) => open.some((one) => one.kind === 'weekday' && one.day === day));
};

/** Days that follow each other as one: [first, last], over no end of the week. */
export function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

export const weekdaysOf = (days: readonly Day[]): number[] =>
  days.flatMap((one) => (one.kind === 'weekday' ? [one.day] : []));

export const countedOf = (days: readonly Day[]): Extract<Day, { kind: 'counted' }>[] =>
  days.filter((one) => one.kind === 'counted');

export const osmDay = (day: number): string => OSM_DAYS[day] ?? '';

const printRun = ([first, last]: readonly [number, number]): string => {
  if (first === last) return osmDay(first);
  return last === first + 1 ? `${osmDay(first)},${osmDay(last)}` : `${osmDay(first)}-${osmDay(last)}`;
};

/** Weekdays as OSM writes them: "Mo-We", "Fr". */
export const printWeekdays = (days: readonly number[]): string[] => runsOf(days).map(printRun);
