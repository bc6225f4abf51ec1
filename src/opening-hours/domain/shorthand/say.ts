import type { Stretch, YearDay } from './calendar';
import { isMonths, isOneDay, type Season } from './seasons';
import type { Value } from './statements';
import { DAY, type TimeSpan } from './times';
import { countedOf, runsOf, weekdaysOf, type Block, type Day, type Row } from './week';
import { timesInWords, type ClockSpan, type ClockTime } from '../times-in-words';
import type { HoursWords } from '#src/languages/hours-words';

const first = (names: readonly string[] | undefined): string => names?.[0] ?? '';

function listed(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}

function sayDays(days: readonly Day[], { weekdays, say }: HoursWords): string {
  const named = (day: number) => first(weekdays[day]);
  const week = weekdaysOf(days);
  const runs = runsOf(week).flatMap(([from, to]) => {
    if (to - from < 2) return from === to ? [named(from)] : [named(from), named(to)];
    return [`${named(from)} ${say.to} ${named(to)}`];
  });
  const counted = countedOf(days).map(({ day, which }) => {
    const counts = which.map((one) => say.counts[one < 0 ? 5 : one - 1] ?? '');
    return `${listed(counts, say.and)} ${named(day)} ${say.ofTheMonth}`;
  });
  const others = days.flatMap(({ kind }) =>
    kind === 'holidays' ? [say.holidays] : kind === 'schoolHolidays' ? [say.schoolHolidays] : [],
  );
  return listed([...(week.length === 7 ? [say.daily] : runs), ...counted, ...others], say.and);
}

const clockAt = (minutes: number): ClockTime => {
  // Past midnight it is the next day's clock; midnight itself ends this one.
  const ofDay = minutes > DAY ? minutes - DAY : minutes;
  return [Math.floor(ofDay / 60), ofDay % 60];
};

const clockSpan = ({ from, to, openEnd }: TimeSpan): ClockSpan => ({
  from: clockAt(from),
  to: to === undefined ? undefined : clockAt(to),
  openEnd,
});

function sayValue(value: Value, { times }: HoursWords): string {
  if (value.kind === 'comment') return value.comment;
  return timesInWords(value.kind === 'closed' ? [] : value.spans.map(clockSpan), times);
}

const sayDay = ({ month, day }: YearDay, { months, say }: HoursWords): string =>
  `${day}${say.afterDay} ${first(months[month - 1])}`;

function sayStretch(stretch: Stretch, words: HoursWords): string {
  const { from, through } = stretch;
  const { months, say } = words;
  if (isOneDay(stretch)) return sayDay(from, words);
  if (!isMonths(stretch)) return `${sayDay(from, words)} ${say.to} ${sayDay(through, words)}`;
  const [begin, end] = [first(months[from.month - 1]), first(months[through.month - 1])];
  return begin === end ? begin : `${begin} ${say.to} ${end}`;
}

function saySeason({ stretches, weeks, schoolHolidays }: Season, words: HoursWords): string {
  const { say } = words;
  if (schoolHolidays) return say.inSchoolHolidays;
  const inWeeks =
    weeks === '2-52/2' ? say.evenWeeks : weeks === '1-53/2' ? say.oddWeeks : `${say.week} ${weeks ?? ''}`;
  return weeks === undefined
    ? listed(
        stretches.map((one) => sayStretch(one, words)),
        say.and,
      )
    : inWeeks;
}

const isEveryDay = ({ days }: Row): boolean => days.length === 7 && weekdaysOf(days).length === 7;

function sayRow(season: Season | undefined, row: Row, words: HoursWords, only: boolean): string {
  const when = season ? saySeason(season, words) : '';
  const value = sayValue(row.value, words);
  if (only && isEveryDay(row) && row.value.kind === 'closed') return when ? `${when}: ${value}` : value;
  const days = sayDays(row.days, words);
  // A comma would make a list of the holidays and the days.
  const joint = season?.schoolHolidays ? ' ' : ', ';
  return `${when ? `${when}${joint}` : ''}${days}: ${value}`;
}

/** The rule in words of a language, a line for each kind of day. */
export function sayRule(blocks: readonly Block[], besides: readonly string[], words: HoursWords): string[] {
  const place = ({ days }: Row) => Math.min(...weekdaysOf(days), 7);
  const lines = blocks.flatMap(({ season, rows }) =>
    [...rows].sort((a, b) => place(a) - place(b)).map((row) => sayRow(season, row, words, rows.length === 1)),
  );
  const remark = besides.length > 0 ? besides.join(', ') : undefined;
  if (remark === undefined) return lines;
  return lines.length > 0 ? [...lines, `${words.say.besides} ${remark}`] : [remark];
}
