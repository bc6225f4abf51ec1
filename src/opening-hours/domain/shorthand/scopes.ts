import type { Ask } from './answer';
import { WEEK } from './days';
import type { Item } from './items';
import { isDates, printSeason, restOfYear, type Season } from './seasons';
import { isEveryDay, statementsOf, type Segment, type Statement } from './statements';

/** What is said about a part of the year; about all of it without a season. */
export interface Scope {
  readonly season: Season | undefined;
  readonly statements: readonly Statement[];
}

type SeasonItem = Item & { readonly kind: 'season' };

interface Draft {
  readonly item: SeasonItem | undefined;
  readonly segments: Item[][];
}

const isSeason = (item: Item): item is SeasonItem => item.kind === 'season';
const isRest = (item: Item): boolean => item.kind === 'days' && item.days.rest;
const isValue = ({ kind }: Item): boolean =>
  kind === 'times' || kind === 'closed' || kind === 'unclear' || kind === 'appointment';

/** "Mo-Fr April bis Oktober 9-18": the season is between the days and their times. */
function seasonsFirst(items: readonly Item[]): Item[] {
  const ordered = [...items];
  for (let at = 1; at < ordered.length; at += 1) {
    const [before, item, after] = [ordered[at - 1] as Item, ordered[at] as Item, ordered[at + 1]];
    // "closed on Sundays, May 9-5": the days have been said of something already.
    const [value, days] = [ordered[at - 2], ordered[at - 3]];
    const isFree = !value || !isValue(value) || days?.kind === 'days';
    if (isSeason(item) && before.kind === 'days' && after && isValue(after) && isFree)
      ordered.splice(at - 1, 2, item, before);
  }
  return ordered;
}

/** "Mo-Fr 9-18 (April bis Oktober)": each season comes after what it is about, and is put before it. */
function trailingFirst(items: readonly Item[], ask: Ask): Item[] {
  const ordered: Item[] = [];
  let group: Item[] = [];
  for (const item of items) {
    if (!isSeason(item)) {
      group.push(item);
      continue;
    }
    const isOne =
      group.filter(isValue).length === 1 && group.filter(({ kind }) => kind === 'days').length < 2;
    if (!isOne) {
      ask('season-scope', item);
      ordered.push({ kind: 'season', season: undefined, start: item.start, end: item.end });
    } else ordered.push(item);
    ordered.push(...group);
    group = [];
  }
  return [...ordered, ...group];
}

const isSaid = ({ kind }: Item): boolean => kind !== 'noClosedDay';

/** The items between one break and the next. */
function segmentsOf(items: readonly Item[]): Item[][] {
  const segments: Item[][] = [[]];
  for (const item of items)
    if (item.kind === 'break') segments.push([]);
    else segments.at(-1)?.push(item);
  return segments.filter((segment) => segment.some(isSaid));
}

const isAt = (segment: readonly Item[], at: 0 | -1): boolean => {
  const item = segment.filter(isSaid).at(at);
  return item !== undefined && isSeason(item);
};

/** Whether each part of the year comes after what it is about. */
function isTrailing(items: readonly Item[]): boolean {
  const segments = segmentsOf(items);
  const last = segments.at(-1) ?? [];
  const begins = segments.filter((segment) => isAt(segment, 0));
  return (
    isAt(last, -1) &&
    begins.every((segment) => segment === last && segments.length > 1 && segment.every(isSeason))
  );
}

/** Some come before what they are about, and this one after it: "closed on 24 December". */
function trailingHere(segment: readonly Item[], ask: Ask): readonly Item[] {
  const inside = segment.slice(1, -1).find((item) => isSeason(item) && item.trails);
  if (inside) {
    ask('season-scope', inside);
    return [{ kind: 'doubt', start: inside.start, end: inside.end }];
  }
  if (isAt(segment, 0) || !isAt(segment, -1)) return segment;
  const season = segment.at(-1) as SeasonItem;
  const rest = segment.slice(0, -1);
  const closes = rest.every(({ kind }) => kind === 'closed');
  if (closes || (isShort(season) && rest.length === 1)) return [season, ...rest];
  ask('season-scope', season);
  return [{ kind: 'doubt', start: season.start, end: season.end }];
}

function mixed(items: readonly Item[], ask: Ask): Item[] {
  const ordered: Item[] = [];
  let segment: Item[] = [];
  for (const item of items) {
    if (item.kind === 'break') {
      ordered.push(...trailingHere(segment, ask), item);
      segment = [];
    } else segment.push(item);
  }
  return seasonsFirst([...ordered, ...trailingHere(segment, ask)]);
}

const isShort = ({ season }: SeasonItem): boolean => season !== undefined && isDates(season);

/** "24.12. 9-14 Uhr" and "Januar geschlossen" are about no more than that. */
const endsWith = (item: SeasonItem, next: Item | undefined, after: Item): boolean =>
  next === after && (isShort(item) || after.kind === 'closed');

function draftsOf(items: readonly Item[], ask: Ask): Draft[] {
  const drafts: Draft[] = [];
  const whole: Draft = { item: undefined, segments: [[]] };
  let current = whole;
  const begin = (item: SeasonItem | undefined): void => {
    current = item ? { item, segments: [[]] } : whole;
    if (!item) whole.segments.push([]);
    else drafts.push(current);
  };
  items.forEach((item, at) => {
    if (isSeason(item)) return begin(item);
    if (isRest(item) && current.item) begin(undefined);
    if (item.kind === 'break') {
      current.segments.push([]);
      // What comes after it may be about the whole year again, where some of it was before.
      const next = items.slice(at + 1).find(({ kind }) => kind !== 'break');
      if (
        current.item &&
        next &&
        !isSeason(next) &&
        !isRest(next) &&
        whole.segments.some((one) => one.length > 0)
      ) {
        if (current.segments.some((one) => one.length > 0)) {
          ask('season-scope', next);
          begin({ kind: 'season', season: undefined, start: next.start, end: next.end });
        }
      }
      return;
    }
    current.segments.at(-1)?.push(item);
    if (current.item && endsWith(current.item, items[items.indexOf(current.item) + 1], item))
      begin(undefined);
  });
  return [whole, ...drafts];
}

/** "im Sommer täglich 9-18, sonst 10-16": the rest of the year, as far as the text says what that is. */
function resolveRest(scopes: readonly Scope[], ask: Ask): Scope[] {
  const seasons = scopes.flatMap(({ season }) => season ?? []);
  if (seasons.length === 0) {
    const vague = scopes
      .flatMap(({ statements }) => statements)
      .filter(({ days }) => days.rest && days.weekdays.length > 0 && days.weekdays.length < WEEK.length);
    vague.forEach((one) => ask('rest-of-what', one));
    return scopes.map((scope) => ({
      ...scope,
      statements: scope.statements.filter((one) => !vague.includes(one)),
    }));
  }
  // What holds in school holidays goes before what holds all year.
  const isBesideSchool = seasons.every(({ schoolHolidays }) => schoolHolidays);
  const year = isBesideSchool ? undefined : restOfYear(seasons);
  const isKnown = isBesideSchool || year !== undefined;
  const covered = scopes
    .filter(({ season }) => season)
    .every(({ statements }) => statements.some(isEveryDay));
  const resolved: Scope[] = [];
  const rest: Statement[] = [];
  for (const scope of scopes) {
    const statements: Statement[] = [];
    for (const one of scope.statements) {
      if (!one.days.rest || scope.season) statements.push(one);
      else if (isKnown && one.days.weekdays.length > 0)
        rest.push({ ...one, days: { ...one.days, rest: false } });
      else if (isKnown && covered) rest.push({ ...one, days: { ...one.days, rest: false, weekdays: WEEK } });
      else ask('rest-of-what', one);
    }
    resolved.push({ ...scope, statements });
  }
  return rest.length > 0 ? [...resolved, { season: year, statements: rest }] : resolved;
}

function merged(scopes: readonly Scope[]): Scope[] {
  const byKey = new Map<string, Scope>();
  for (const scope of scopes) {
    const key = scope.season ? printSeason(scope.season) : '';
    const known = byKey.get(key);
    byKey.set(key, { ...scope, statements: [...(known?.statements ?? []), ...scope.statements] });
  }
  return [...byKey.values()].filter(({ statements }) => statements.length > 0);
}

/** "closed on 24 December": as if the date came first. */
function datesFirst(items: readonly Item[]): Item[] {
  const ordered = [...items];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const [before, item, date, after] = [ordered[at - 1], ordered[at], ordered[at + 1], ordered[at + 2]];
    if (item?.kind !== 'closed' || !date || !isSeason(date) || !isShort(date)) continue;
    // "Sa geschlossen, 24.12. 9-14"
    const isFree =
      (!before || before.kind === 'break' || before.kind === 'times') && (!after || !isValue(after));
    if (isFree) ordered.splice(at, 2, date, item);
  }
  return ordered;
}

/** What the items say, by the part of the year that they say it about. */
export function scopesOf(said: readonly Item[], ask: Ask): Scope[] {
  const items = datesFirst(said);
  const ordered = isTrailing(items) ? trailingFirst(items, ask) : mixed(items, ask);
  const scopes = draftsOf(ordered, ask).flatMap(({ item, segments }): Scope[] => {
    const isEmpty = segments.every((segment: Segment) => segment.length === 0);
    if (item && !item.season) return [];
    if (isEmpty && item) ask('times-missing', item);
    return [{ season: item?.season, statements: statementsOf(segments, ask) }];
  });
  return merged(resolveRest(scopes, ask));
}
