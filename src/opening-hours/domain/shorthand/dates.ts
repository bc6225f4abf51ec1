import { lastOf, type Stretch } from './calendar';
import type { Read } from './days';
import { isSign, means, valueAs, type Lexeme, type Meaning } from './lexemes';

/** The end of a stretch: a day, or a whole month. */
interface End {
  readonly month: number;
  readonly day?: number;
}

export const numberAt = (lexeme: Lexeme | undefined, least: number, most: number): number | undefined => {
  if (lexeme?.kind !== 'number' || lexeme.text.length > 2) return undefined;
  const value = Number(lexeme.text);
  return value >= least && value <= most ? value : undefined;
};

const dateOf = (lexeme: Lexeme | undefined): readonly [number, number] | undefined =>
  lexeme?.meanings.find((one): one is Meaning & { kind: 'date' } => one.kind === 'date')?.value;

const isDot = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, '.') && lexeme?.glued === true;

/** A day, or a month: "April", "1. April", "1.4.", "April 1st", "Heiligabend". */
function endAt(lexemes: readonly Lexeme[], at: number): Read<End> | undefined {
  const date = dateOf(lexemes[at]);
  if (date) return { value: { month: date[0], day: date[1] }, next: at + 1 };
  const month = valueAs(lexemes[at], 'month');
  if (month !== undefined) {
    const dotted = isSign(lexemes[at + 1], '.') ? at + 2 : at + 1;
    const day = numberAt(lexemes[dotted], 1, lastOf(month));
    const sign = lexemes[dotted + 1];
    const isColon = isSign(sign, ':') && lexemes[dotted + 2]?.glued === false;
    const isDay =
      day !== undefined && (isColon || !isSign(sign, ':.')) && !means(sign, 'clock') && !means(sign, 'am');
    // "May 9-18": hours, but "May 1 - September 30" and "May 1st" are days.
    const isOrdinal = means(sign, 'ordinalSign') && sign?.glued;
    const goesOn = isSign(sign, '-') && valueAs(lexemes[dotted + 2], 'month') !== undefined;
    const comesAfter = isSign(lexemes[at - 1], '-') && lexemes[at - 2]?.kind === 'number';
    // "December 24: 9am-2pm", "December 25 closed"
    const isSaid = isColon || means(sign, 'closed') || (sign?.kind === 'number' && !sign.glued);
    const followed = goesOn || means(sign, 'to') || comesAfter || isSaid;
    if (isDay && (isOrdinal || followed))
      return { value: { month, day }, next: dotted + (isOrdinal ? 2 : 1) };
    return { value: { month }, next: dotted };
  }
  const day = numberAt(lexemes[at], 1, 31);
  if (day === undefined) return undefined;
  const sign = lexemes[at + 1];
  if (means(sign, 'ordinalSign') && sign?.glued) {
    const named = valueAs(lexemes[at + 2], 'month') ?? valueAs(lexemes[at + 3], 'month');
    const skipped = valueAs(lexemes[at + 2], 'month') === undefined ? 4 : 3;
    return named === undefined ? undefined : { value: { month: named, day }, next: at + skipped };
  }
  const plain = valueAs(sign, 'month');
  if (plain !== undefined) return { value: { month: plain, day }, next: at + 2 };
  if (!isDot(sign)) return undefined;
  const named = valueAs(lexemes[at + 2], 'month');
  if (named !== undefined)
    return { value: { month: named, day }, next: isDot(lexemes[at + 3]) ? at + 4 : at + 3 };
  const numbered = numberAt(lexemes[at + 2], 1, 12);
  if (numbered === undefined || !lexemes[at + 2]?.glued || !isDot(lexemes[at + 3])) return undefined;
  return day > lastOf(numbered) ? undefined : { value: { month: numbered, day }, next: at + 4 };
}

/** Whether a date begins here, the number of which is no time of day. */
export const isDateAt = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.kind === 'number' && stretchesAt(lexemes, at) !== undefined;

/** Whether a year comes after a date: "1.5.2026", "24.12.26". */
export function isYear(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at];
  if (lexeme?.kind !== 'number') return false;
  if (/^20[2-9]\d$/.test(lexeme.text)) return true;
  // No hour of the day.
  return lexeme.glued && /^(?:2[5-9]|3\d)$/.test(lexeme.text);
}

const stretchOf = (from: End, through: End): Stretch => ({
  from: { month: from.month, day: from.day ?? 1 },
  through: { month: through.month, day: through.day ?? lastOf(through.month) },
});

const isTo = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, '-') || means(lexeme, 'to');
const isAnd = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, ',/&+') || means(lexeme, 'and');

interface DayOfMonth {
  readonly day: number;
  /** Whether all days from here to the next belong to it. */
  readonly isRange: boolean;
}

/** A day before one that names the month: the 24. of "24. und 25. Dezember" and "24./25.12.", the 1. of "1.-15. August". */
function dayBeforeAt(lexemes: readonly Lexeme[], at: number): Read<DayOfMonth> | undefined {
  const day = numberAt(lexemes[at], 1, 31);
  if (day === undefined) return undefined;
  const sign = lexemes[at + 1];
  const isMarked = isDot(sign) || (means(sign, 'ordinalSign') && sign?.glued === true);
  // "1-15 August" is about days, but "Mo 9-12, August geschlossen" and "9-12 Mai bis Juni" begin with hours.
  const before = lexemes[at - 1];
  const isBare = isTo(sign) && (before === undefined || before.kind === 'line' || isSign(before, ';'));
  if (!isMarked && !isBare) return undefined;
  let next = at + (isMarked ? 2 : 1);
  const isRange = isTo(lexemes[next]);
  if (!isRange && !isAnd(lexemes[next])) return undefined;
  while (isTo(lexemes[next]) || isAnd(lexemes[next]) || means(lexemes[next], 'filler')) next += 1;
  return { value: { day, isRange }, next };
}

/** Days after the month that they are in: "July 1-15", "Dec 24 and 25". */
function daysAfterMonthAt(lexemes: readonly Lexeme[], at: number): Read<Stretch[]> | undefined {
  const month = valueAs(lexemes[at], 'month');
  if (month === undefined) return undefined;
  const days: DayOfMonth[] = [];
  for (let next = isSign(lexemes[at + 1], '.') ? at + 2 : at + 1; ;) {
    const day = numberAt(lexemes[next], 1, lastOf(month));
    if (day === undefined) return undefined;
    next += 1;
    if (means(lexemes[next], 'ordinalSign') && lexemes[next]?.glued) next += 1;
    const isRange = isTo(lexemes[next]);
    if (!isRange && !isAnd(lexemes[next])) {
      // Else they are hours: "May 9-18".
      const said = isSign(lexemes[next], ':') ? next + 1 : next;
      const isDays =
        means(lexemes[said], 'closed') || (lexemes[said]?.kind === 'number' && !lexemes[said].glued);
      return isDays && days.length > 0 ? { value: inMonth(days, { month, day }), next } : undefined;
    }
    days.push({ day, isRange });
    next += 1;
  }
}

/** Days of one month as stretches, up to the last, which may be of a later month where a range leads to it. */
function inMonth(days: readonly DayOfMonth[], last: { month: number; day: number }): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at <= days.length; at += 1) {
    const from = days[at];
    if (!from) stretches.push(stretchOf(last, last));
    else {
      const through = from.isRange ? (days[at + 1] ?? last) : from;
      const begin = { month: last.month, day: from.day };
      stretches.push(stretchOf(begin, { month: last.month, day: through.day }));
      if (from.isRange) at += 1;
    }
  }
  return stretches;
}

const isForward = ({ from, through }: Stretch): boolean =>
  from.month !== through.month || from.day <= through.day;

/** Dates of one month, the name or number of which comes with the last of them. */
function daysOfMonthAt(lexemes: readonly Lexeme[], at: number): Read<Stretch[]> | undefined {
  const days: DayOfMonth[] = [];
  let next = at;
  for (let day = dayBeforeAt(lexemes, next); day; day = dayBeforeAt(lexemes, next)) {
    days.push(day.value);
    next = day.next;
  }
  const last = days.length > 0 ? endAt(lexemes, next) : undefined;
  if (last?.value.day === undefined) return undefined;
  const { month, day } = last.value;
  const stretches = inMonth(days, { month, day });
  const isPossible = days.every((one) => one.day <= lastOf(month)) && stretches.every(isForward);
  return isPossible ? { value: stretches, next: last.next } : undefined;
}

/** One or several days or months that are said in one: "1.5.", "April bis Oktober", "24./25.12.". */
export function stretchesAt(lexemes: readonly Lexeme[], at: number): Read<Stretch[]> | undefined {
  const between = means(lexemes[at], 'between');
  const isLed = between || means(lexemes[at], 'from');
  const begin = isLed ? at + 1 : at;
  const ofMonth = daysOfMonthAt(lexemes, begin) ?? daysAfterMonthAt(lexemes, begin);
  if (ofMonth) return ofMonth;
  const from = endAt(lexemes, begin);
  if (!from) return undefined;
  const joint = lexemes[from.next];
  const isRange = isTo(joint) || (between && means(joint, 'and'));
  const through = isRange ? endAt(lexemes, from.next + 1) : undefined;
  if (through) return { value: [stretchOf(from.value, through.value)], next: through.next };
  // "vom 1. Mai an": it begins then, and nobody says when it ends.
  return isLed ? undefined : { value: [stretchOf(from.value, from.value)], next: from.next };
}
