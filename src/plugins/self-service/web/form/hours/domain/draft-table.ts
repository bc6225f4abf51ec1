import {
  ruleOf,
  weekTableOf,
  WEEKDAYS,
  type TableSpan,
  type WeekTable,
} from '#src/opening-hours/domain/week-table';

/** From when to when, as `09:00`; `''`: not entered yet. */
export interface DraftSpan {
  readonly from: string;
  readonly to: string;
  /** Nobody knows until when; `to` is then of no account. */
  readonly isOpenEnd: boolean;
}

/** None: closed. */
export type DraftSpans = readonly DraftSpan[];

/** Days as `2026-12-24`; `''`: not entered yet. */
export interface DraftPeriod {
  readonly from: string;
  readonly through: string;
}

export interface DraftDay {
  readonly day: string;
  readonly spans: DraftSpans;
}

/** A table while it is filled in: in the order in which things are entered, and with gaps. */
export interface DraftTable {
  /** Monday first. */
  readonly days: readonly DraftSpans[];
  /** `null`: as on any such day of the week. */
  readonly holidays: DraftSpans | null;
  readonly closed: readonly DraftPeriod[];
  readonly special: readonly DraftDay[];
}

export const NO_SPAN: DraftSpan = { from: '', to: '', isOpenEnd: false };

export const NO_HOURS: DraftTable = {
  days: WEEKDAYS.map(() => []),
  holidays: null,
  closed: [],
  special: [],
};

/** Why a span cannot be stored yet. */
export type SpanGap = 'times' | 'from' | 'to' | 'same';

/** What is missing of a span. */
export function spanGap({ from, to, isOpenEnd }: DraftSpan): SpanGap | undefined {
  if (from === '') return isOpenEnd || to !== '' ? 'from' : 'times';
  if (isOpenEnd) return undefined;
  if (to === '') return 'to';
  // From midnight to midnight is the whole day.
  return from === to && from !== '00:00' ? 'same' : undefined;
}

// A year is typed digit by digit, and maybe one too many.
const isDay = (day: string): boolean => day.length === 10 && day >= '1900';

export type PeriodGap = 'days' | 'from' | 'through' | 'order';

export function periodGap({ from, through }: DraftPeriod): PeriodGap | undefined {
  if (!isDay(from)) return isDay(through) ? 'from' : 'days';
  if (!isDay(through)) return 'through';
  return through < from ? 'order' : undefined;
}

export type DayGap = 'day' | 'twice';

/** What is wrong with the day of a special day, its times aside. */
export function dayGap(special: readonly DraftDay[], at: number): DayGap | undefined {
  const day = special[at]?.day ?? '';
  if (!isDay(day)) return 'day';
  return special.some((other, place) => place !== at && other.day === day) ? 'twice' : undefined;
}

const hasGap = (spans: DraftSpans): boolean => spans.some((span) => spanGap(span) !== undefined);

const dayHasGap = (special: readonly DraftDay[], at: number): boolean =>
  dayGap(special, at) !== undefined || hasGap(special[at]?.spans ?? []);

/** Whether nothing is missing in it. */
export const isComplete = ({ days, holidays, closed, special }: DraftTable): boolean =>
  ![...days, holidays ?? []].some(hasGap) &&
  closed.every((period) => periodGap(period) === undefined) &&
  special.every((_day, at) => !dayHasGap(special, at));

const tableSpan = ({ from, to, isOpenEnd }: DraftSpan): TableSpan => ({ from, to: isOpenEnd ? null : to });

const draftSpan = ({ from, to }: TableSpan): DraftSpan => ({
  from,
  // The end of a day is on no clock.
  to: to === '24:00' ? '00:00' : (to ?? ''),
  isOpenEnd: to === null,
});

const draftSpans = (spans: readonly TableSpan[]): DraftSpans => spans.map(draftSpan);

function draftOf({ days, holidays, closed, special }: WeekTable): DraftTable {
  return {
    days: days.map(draftSpans),
    holidays: holidays && draftSpans(holidays),
    closed,
    special: special.map(({ day, spans }) => ({ day, spans: draftSpans(spans) })),
  };
}

const GAP = '?';

const written = (value: string): string => value || GAP;

const writtenSpan = ({ from, to, isOpenEnd }: DraftSpan): string =>
  isOpenEnd ? `${written(from)}+` : `${written(from)}-${written(to)}`;

const writtenSpans = (spans: DraftSpans): string =>
  spans.length === 0 ? 'off' : spans.map(writtenSpan).join(',');

/** What has a gap, in parts that are no opening hours, but read almost like them. */
function gapParts({ days, holidays, closed, special }: DraftTable): string[] {
  const named = [
    ...WEEKDAYS.map((name, at) => [name, days[at] ?? []] as const),
    ['PH', holidays ?? []] as const,
  ];
  const parts = [
    ...named.filter(([, spans]) => hasGap(spans)).map(([name, spans]) => `${name} ${writtenSpans(spans)}`),
    ...closed
      .filter((period) => periodGap(period) !== undefined)
      .map(({ from, through }) => `${written(from)} - ${written(through)} off`),
    ...special
      .filter((_day, at) => dayHasGap(special, at))
      .map(({ day, spans }) => `${written(day)} ${writtenSpans(spans)}`),
  ];
  return parts.map((part) => (part.includes(GAP) ? part : `${part}${GAP}`));
}

const complete = (spans: DraftSpans): readonly TableSpan[] => (hasGap(spans) ? [] : spans.map(tableSpan));

function completeTable({ days, holidays, closed, special }: DraftTable): WeekTable {
  return {
    days: days.map(complete) as unknown as WeekTable['days'],
    holidays: holidays && !hasGap(holidays) ? holidays.map(tableSpan) : null,
    closed: closed.filter((period) => periodGap(period) === undefined),
    special: special
      .filter((_day, at) => !dayHasGap(special, at))
      .map(({ day, spans }) => ({ day, spans: complete(spans) })),
  };
}

/**
 * The rule of a table (OSM `opening_hours`). Where something is missing it has parts with a `?`, which the city refuses and
 * `draftOfRule` reads, so that nothing is lost and nothing half is stored.
 */
export const ruleOfDraft = (draft: DraftTable): string =>
  [ruleOf(completeTable(draft)), ...gapParts(draft)].join('; ');

const SPAN = /^(\d\d:\d\d|\?)(?:(\+)|-(\d\d:\d\d|\?))\??$/;
const OF_DAY = /^(Mo|Tu|We|Th|Fr|Sa|Su|PH) (\S+)$/;
const CLOSED = /^(\d{4,6}-\d\d-\d\d|\?) - (\d{4,6}-\d\d-\d\d|\?) off\??$/;
const SPECIAL = /^(\d{4,6}-\d\d-\d\d|\?) (\S+)$/;

const read = (text: string | undefined): string => (text === GAP || text === undefined ? '' : text);

function readSpans(text: string): DraftSpans | undefined {
  if (text === 'off' || text === `off${GAP}`) return [];
  const spans = text.split(',').map((part): DraftSpan | undefined => {
    const [, from, plus, to] = SPAN.exec(part) ?? [];
    return from === undefined ? undefined : { from: read(from), to: read(to), isOpenEnd: plus === '+' };
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

function withDay(draft: DraftTable, name: string, spans: DraftSpans): DraftTable {
  if (name === 'PH') return { ...draft, holidays: spans };
  return {
    ...draft,
    days: draft.days.map((before, at) => (WEEKDAYS[at] === name ? spans : before)),
  };
}

function withPart(draft: DraftTable, part: string): DraftTable | undefined {
  const [, name, times] = OF_DAY.exec(part) ?? [];
  const [, from, through] = CLOSED.exec(part) ?? [];
  if (from !== undefined)
    return { ...draft, closed: [...draft.closed, { from: read(from), through: read(through) }] };
  const [, day, ofDay] = SPECIAL.exec(part) ?? [];
  const spans = readSpans(times ?? ofDay ?? '');
  if (!spans) return undefined;
  if (name !== undefined) return withDay(draft, name, spans);
  return { ...draft, special: [...draft.special, { day: read(day), spans }] };
}

/**
 * The table to fill in that says what a rule says, be it one of `ruleOfDraft` with gaps.
 * @param rule `''`: nothing is entered
 * @returns `undefined` for what no table can show
 */
export function draftOfRule(rule: string): DraftTable | undefined {
  if (rule === '') return NO_HOURS;
  const parts = rule.split(';').map((part) => part.trim());
  const isGap = (part: string): boolean => part.includes(GAP);
  const table = weekTableOf(parts.filter((part) => !isGap(part)).join(';'));
  if (!table) return undefined;
  return parts
    .filter(isGap)
    .reduce<DraftTable | undefined>((draft, part) => draft && withPart(draft, part), draftOf(table));
}
