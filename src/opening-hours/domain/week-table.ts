/** From when to when, as `09:00`. An end that is not later is on the next day; without an end nobody knows when. */
export interface TableSpan {
  readonly from: string;
  readonly to: string | null;
}

/** Days as `2026-12-24`, both inclusive. */
export interface ClosedPeriod {
  readonly from: string;
  readonly through: string;
}

/** One day with hours of its own. */
export interface SpecialDay {
  readonly day: string;
  readonly spans: readonly TableSpan[];
}

type Spans = readonly TableSpan[];

/** Hours as people see them: a row for each day. What begins before midnight belongs to the day on which it begins. */
export interface WeekTable {
  /** Monday first; none: closed. */
  readonly days: readonly [Spans, Spans, Spans, Spans, Spans, Spans, Spans];
  /** On public holidays; null: as on any such day of the week. */
  readonly holidays: Spans | null;
  /** Closed then, whatever the week says. */
  readonly closed: readonly ClosedPeriod[];
  /** Go before everything else. */
  readonly special: readonly SpecialDay[];
}

export const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

// Midnight is the end of a day, also where it is written as the beginning of the next.
const tidySpan = ({ from, to }: TableSpan): TableSpan => ({ from, to: to === '00:00' ? '24:00' : to });

const keyOf = ({ from, to }: TableSpan): string => `${from} ${to ?? '99'}`;

const byKey =
  <Item>(key: (item: Item) => string) =>
  (one: Item, other: Item): number =>
    key(one) < key(other) ? -1 : Number(key(one) > key(other));

const tidySpans = (spans: Spans): Spans =>
  [...new Map(spans.map(tidySpan).map((span) => [keyOf(span), span])).values()].sort(byKey(keyOf));

const DAY_MS = 86_400_000;

const nextDay = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

function tidyPeriods(periods: readonly ClosedPeriod[]): ClosedPeriod[] {
  const tidied: ClosedPeriod[] = [];
  for (const period of [...periods].sort(byKey(({ from }) => from))) {
    const last = tidied.at(-1);
    if (last && period.from <= nextDay(last.through)) {
      const through = period.through > last.through ? period.through : last.through;
      tidied[tidied.length - 1] = { from: last.from, through };
    } else tidied.push(period);
  }
  return tidied;
}

/**
 * The same table in its one form: in order, each span once, closed periods that touch as one, special days without hours
 * as closed. Of two entries for a special day the later holds.
 */
export function tidyTable({ days, holidays, closed, special }: WeekTable): WeekTable {
  const ofDay = new Map(special.map(({ day, spans }) => [day, tidySpans(spans)]));
  const entries = [...ofDay].sort(byKey(([day]) => day));
  const shut = entries
    .filter(([, spans]) => spans.length === 0)
    .map(([day]) => ({ from: day, through: day }));
  return {
    days: days.map(tidySpans) as unknown as WeekTable['days'],
    holidays: holidays && tidySpans(holidays),
    closed: tidyPeriods([...closed, ...shut]),
    special: entries.filter(([, spans]) => spans.length > 0).map(([day, spans]) => ({ day, spans })),
  };
}

const writtenSpans = (spans: Spans): string =>
  spans.length === 0
    ? 'off'
    : spans.map(({ from, to }) => (to === null ? `${from}+` : `${from}-${to}`)).join(',');

/** `Mo-Fr`, `Sa,Su`, `Mo,We-Fr` */
function writtenDays(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => WEEKDAYS[day ?? 0] ?? '';
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}-${name(run.at(-1))}` : run.map(name).join(',')))
    .join(',');
}

const writtenDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year} ${MONTHS[Number(month) - 1] ?? ''} ${day}`;
};

const writtenPeriod = ({ from, through }: ClosedPeriod): string =>
  from === through ? writtenDate(from) : `${writtenDate(from)}-${writtenDate(through)}`;

function writtenWeek(days: WeekTable['days']): string[] {
  const byTimes = new Map<string, number[]>();
  days.forEach((spans, day) => {
    if (spans.length === 0) return;
    const times = writtenSpans(spans);
    byTimes.set(times, [...(byTimes.get(times) ?? []), day]);
  });
  return [...byTimes].map(([times, of]) => `${writtenDays(of)} ${times}`);
}

/**
 * The rule of a table, in the syntax of OpenStreetMap's `opening_hours`. Later parts replace earlier ones on their days,
 * so the week comes first and special days come last.
 */
export function ruleOf(table: WeekTable): string {
  const { days, holidays, closed, special } = tidyTable(table);
  const parts = [
    ...writtenWeek(days),
    ...(holidays ? [`PH ${writtenSpans(holidays)}`] : []),
    ...closed.map((period) => `${writtenPeriod(period)} off`),
    ...special.map(({ day, spans }) => `${writtenDate(day)} ${writtenSpans(spans)}`),
  ];
  return parts.length === 0 ? 'off' : parts.join('; ');
}

/** On which days a part of a rule holds. */
interface Selected {
  readonly days: readonly number[];
  readonly isOfHolidays: boolean;
  readonly dates: ClosedPeriod | undefined;
}

interface RulePart extends Selected {
  readonly spans: Spans;
  /** Adds to what holds on its days instead of replacing it. */
  readonly isAdded: boolean;
}

/** Thrown at what a table cannot show. */
class NotInTable extends Error {}

const unless = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new NotInTable();
  return value;
};

const ALL_WEEK = WEEKDAYS.map((_name, day) => day);
const ALL_DAY: Spans = [{ from: '00:00', to: '24:00' }];
const MINUTES_A_DAY = 1_440;

/** Reads one part of a rule between semicolons. */
class PartReader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = text.match(/[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]/g) ?? [];
  }

  parts(): RulePart[] {
    const parts = [this.part(false)];
    while (this.took(',')) parts.push(this.part(true));
    if (this.at < this.tokens.length) throw new NotInTable();
    return parts;
  }

  private peek(ahead = 0): string {
    return this.tokens[this.at + ahead] ?? '';
  }

  private took(...expected: readonly string[]): boolean {
    if (!expected.every((token, ahead) => this.peek(ahead) === token)) return false;
    this.at += expected.length;
    return true;
  }

  private part(isAdded: boolean): RulePart {
    if (this.took('24', '/', '7'))
      return { days: ALL_WEEK, isOfHolidays: false, dates: undefined, spans: ALL_DAY, isAdded };
    const selected = this.selected();
    // What is added without days would be one more time.
    if (isAdded && selected === undefined) throw new NotInTable();
    const everyDay = { days: ALL_WEEK, isOfHolidays: false, dates: undefined };
    return { ...(selected ?? everyDay), spans: this.spans(), isAdded };
  }

  private selected(): Selected | undefined {
    if (this.peek().length === 4 && Number(this.peek()) > 0)
      return { days: [], isOfHolidays: false, dates: this.period() };
    const days: number[] = [];
    let isOfHolidays = false;
    while (this.isDay(0)) {
      if (this.took('PH')) isOfHolidays = true;
      else days.push(...this.weekdays());
      if (!(this.peek() === ',' && this.isDay(1))) break;
      this.at += 1;
    }
    return days.length > 0 || isOfHolidays ? { days, isOfHolidays, dates: undefined } : undefined;
  }

  private isDay(ahead: number): boolean {
    return this.peek(ahead) === 'PH' || WEEKDAYS.some((name) => name === this.peek(ahead));
  }

  private weekday(): number {
    const day = WEEKDAYS.findIndex((name) => name === this.peek());
    this.at += 1;
    return unless(day < 0 ? undefined : day);
  }

  private weekdays(): number[] {
    const first = this.weekday();
    const last = this.took('-') ? this.weekday() : first;
    // Fr-Mo spans the end of the week.
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_none, step) => (first + step) % 7);
  }

  private number(): number {
    const text = this.peek();
    this.at += 1;
    return unless(/^[0-9]{1,4}$/.test(text) ? Number(text) : undefined);
  }

  private month(): number {
    const month = MONTHS.findIndex((name) => name === this.peek());
    this.at += 1;
    return unless(month < 0 ? undefined : month + 1);
  }

  private date(year: number, month: number, day: number): string {
    const written = `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
    const time = Date.parse(written);
    return unless(new Date(time || 0).toISOString().startsWith(written) ? written : undefined);
  }

  /** `2026 Dec 24`, `2026 Dec 24-31`, `2026 Dec 24-2027 Jan 06` */
  private period(): ClosedPeriod {
    let [year, month, day] = [this.number(), this.month(), this.number()];
    const from = this.date(year, month, day);
    if (!this.took('-')) return { from, through: from };
    if (this.peek().length === 4) year = this.number();
    if (MONTHS.some((name) => name === this.peek())) month = this.month();
    day = this.number();
    const through = this.date(year, month, day);
    return unless(from <= through ? { from, through } : undefined);
  }

  private spans(): Spans {
    if (this.took('off') || this.took('closed')) return [];
    const spans = [this.span()];
    while (this.peek() === ',' && this.peek(2) === ':') {
      this.at += 1;
      spans.push(this.span());
    }
    return spans;
  }

  /** In minutes of its day. */
  private time(): number {
    const hour = this.number();
    if (!this.took(':')) throw new NotInTable();
    const minute = this.number();
    return unless(minute < 60 ? hour * 60 + minute : undefined);
  }

  private span(): TableSpan {
    const from = this.time();
    if (from >= MINUTES_A_DAY) throw new NotInTable();
    if (this.took('+')) return { from: written(from), to: null };
    if (!this.took('-')) throw new NotInTable();
    const to = this.time();
    // 26:00 is 2 o'clock of the next day.
    const isInADay = to <= MINUTES_A_DAY ? to !== from : to - MINUTES_A_DAY < from;
    if (!isInADay || this.peek() === '+') throw new NotInTable();
    return { from: written(from), to: written(to <= MINUTES_A_DAY ? to : to - MINUTES_A_DAY) };
  }
}

const written = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

// What a later part replaces is replaced in the table only in this order.
const stageOf = ({ dates, isOfHolidays, spans }: RulePart): number => {
  if (dates) return spans.length === 0 ? 2 : 3;
  return isOfHolidays ? 1 : 0;
};

/** Puts the parts of a rule into a table, as long as they come in an order that the table can show. */
function tableOf(parts: readonly RulePart[]): WeekTable {
  const days: Spans[] = WEEKDAYS.map(() => []);
  const mentioned = new Set<number>();
  const closed: ClosedPeriod[] = [];
  const special: SpecialDay[] = [];
  let holidays: Spans | null = null;
  let stage = 0;
  for (const part of parts) {
    if (stageOf(part) < stage || (stage === 1 && part.days.length > 0)) throw new NotInTable();
    stage = stageOf(part);
    if (part.isAdded && (stage > 0 || part.days.some((day) => mentioned.has(day)))) throw new NotInTable();
    for (const day of part.days) {
      days[day] = part.spans;
      mentioned.add(day);
    }
    if (part.isOfHolidays) holidays = part.spans;
    if (part.dates && part.spans.length === 0) closed.push(part.dates);
    else if (part.dates) special.push(specialDay(part.dates, part.spans));
  }
  return tidyTable({ days: days as unknown as WeekTable['days'], holidays, closed, special });
}

function specialDay({ from, through }: ClosedPeriod, spans: Spans): SpecialDay {
  if (from !== through) throw new NotInTable();
  return { day: from, spans };
}

/**
 * The table that says what a rule of `opening_hours` says.
 * @returns `undefined` for what a table cannot show (seasons, comments, sunset, "by appointment"): keep the rule then
 */
export function weekTableOf(rule: string): WeekTable | undefined {
  const texts = rule.split(';').filter((text) => text.trim() !== '');
  if (texts.length === 0) return undefined;
  try {
    return tableOf(texts.flatMap((text) => new PartReader(text).parts()));
  } catch (error) {
    if (error instanceof NotInTable) return undefined;
    throw error;
  }
}
