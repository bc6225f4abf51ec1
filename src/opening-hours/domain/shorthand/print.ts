import { isDates, printSeason } from './seasons';
import type { Value } from './statements';
import { DAY, printSpan } from './times';
import { countedOf, osmDay, printWeekdays, weekdaysOf, type Block, type Day, type Row } from './week';

// Between two semicolons; with more of them the parser takes too long (`ruleExcess`).
const MAX_OPEN_ENDS = 4;

const quoted = (comment: string): string => `"${comment}"`;

function printValue(value: Value): string {
  if (value.kind === 'closed') return 'off';
  return value.kind === 'comment' ? quoted(value.comment) : value.spans.map(printSpan).join(',');
}

const printDays = (days: readonly Day[]): string =>
  [
    ...printWeekdays(weekdaysOf(days)),
    ...countedOf(days).map(({ day, which }) => `${osmDay(day)}[${which.join(',')}]`),
    ...(days.some(({ kind }) => kind === 'holidays') ? ['PH'] : []),
    ...(days.some(({ kind }) => kind === 'schoolHolidays') ? ['SH'] : []),
  ].join(',');

const isOvernight = ({ value }: Row): boolean =>
  value.kind === 'open' && value.spans.some(({ to = 0 }) => to > DAY);

const openEnds = (rows: readonly Row[]): number =>
  rows.flatMap(({ value }) => (value.kind === 'open' ? value.spans : [])).filter(({ openEnd }) => openEnd)
    .length;

const firstDay = ({ days }: Row): number => Math.min(...weekdaysOf(days), 7);

/** Days of the week only, and what goes before them: counted weekdays, then holidays. */
function parted(row: Row): Row[] {
  const kinds: Day['kind'][][] = [['weekday'], ['counted'], ['schoolHolidays'], ['holidays']];
  return kinds
    .map((some) => ({ ...row, days: row.days.filter(({ kind }) => some.includes(kind)) }))
    .filter(({ days }) => days.length > 0);
}

const isWeek = ({ days }: Row): boolean => days.every(({ kind }) => kind === 'weekday');
const isHolidays = ({ days }: Row): boolean => days.every(({ kind }) => kind === 'holidays');

/** "Su,PH 10:00-12:00" in one, where the Sundays come last anyway. */
function withHolidays(rows: readonly Row[]): Row[] {
  const holidays = rows.find(isHolidays);
  const last = rows.filter((row) => !isHolidays(row)).at(-1);
  const isSame =
    holidays && last && isWeek(last) && JSON.stringify(holidays.value) === JSON.stringify(last.value);
  if (!isSame) return [...rows];
  return [
    ...rows.filter((row) => row !== holidays && row !== last),
    { ...last, days: [...last.days, ...holidays.days] },
  ];
}

const isClosed = ({ rows }: Block): boolean => rows.every(({ value }) => value.kind === 'closed');
const isOfDates = ({ season }: Block): boolean => season !== undefined && isDates(season);

/**
 * Blocks in the order in which one goes before the other: the later parts of a rule replace the earlier ones. Holidays are
 * holidays in each part of the year, unless all of that part is closed; single dates go before all else.
 */
function inPrecedence(blocks: readonly Block[]): Block[] {
  if (blocks.length < 2) return [...blocks];
  const dates = blocks.filter(isOfDates);
  const closed = blocks.filter((block) => block.season && !isOfDates(block) && isClosed(block));
  const open = blocks.filter((block) => !dates.includes(block) && !closed.includes(block));
  const only = (test: (row: Row) => boolean) =>
    open
      .map((block) => ({ ...block, rows: block.rows.flatMap(parted).filter(test) }))
      .filter(({ rows }) => rows.length > 0);
  return [...only(isWeek), ...only((row) => !isWeek(row)), ...closed, ...dates];
}

function printBlock({ season, rows }: Block): string {
  const ranks = ({ days }: Row) =>
    ['weekday', 'counted', 'schoolHolidays', 'holidays'].indexOf(days[0]?.kind ?? 'weekday');
  const closedFirst = ({ value }: Row) => (value.kind === 'closed' ? 0 : 1);
  const all = rows
    .flatMap(parted)
    .sort((a, b) => ranks(a) - ranks(b) || closedFirst(a) - closedFirst(b) || firstDay(a) - firstDay(b));
  // Parted by ";", the hours of a day would cut those of the night before it.
  const adds = all.some((row) => isWeek(row) && isOvernight(row)) && openEnds(all) <= MAX_OPEN_ENDS;
  const ordered = adds ? all : withHolidays(all);
  const prefix = season ? `${printSeason(season)} ` : '';
  return ordered
    .map((row, at) => {
      const before = ordered[at - 1];
      const isAdded = adds && before && isWeek(row) && isWeek(before) && before.value.kind !== 'closed';
      const everyDay = season && weekdaysOf(row.days).length === 7 && row.days.length === 7;
      const days = everyDay ? '' : `${printDays(row.days)} `;
      return `${at === 0 ? '' : isAdded ? ', ' : '; '}${prefix}${days}${printValue(row.value)}`;
    })
    .join('');
}

/** What all weekdays have in common, where a rule says no more than that. */
function everyDayOf(blocks: readonly Block[]): Value | undefined {
  const [block, more] = blocks;
  const [row, other] = block?.rows ?? [];
  const isAll = row && !other && row.days.length === 7 && isWeek(row);
  return isAll && !more && !block?.season ? row.value : undefined;
}

/**
 * The rule in OSM `opening_hours` syntax.
 * @param besides remarks for when nothing else holds
 */
export function printRule(blocks: readonly Block[], besides: readonly string[]): string {
  const everyDay = everyDayOf(blocks);
  const isAllDay = everyDay?.kind === 'open' && everyDay.spans[0]?.from === 0 && everyDay.spans[0].to === DAY;
  const short = everyDay?.kind === 'closed' ? 'off' : isAllDay ? '24/7' : undefined;
  const rule = short ?? inPrecedence(blocks).map(printBlock).join('; ');
  const remark = besides.length > 0 ? quoted(besides.join(', ')) : '';
  return [rule, remark].filter(Boolean).join(' || ');
}
