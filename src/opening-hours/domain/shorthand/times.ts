import type { Ask } from './answer';
import { countedAt, type Read } from './days';
import { isSign, means, type Lexeme } from './lexemes';

/** From `from` to `to`, in minutes from the beginning of the day on which it begins. */
export interface TimeSpan {
  readonly from: number;
  /** Past 1440: in the night to the next day. */
  readonly to?: number;
  /** It may end later; without `to` nobody says when. */
  readonly openEnd: boolean;
}

export const DAY = 1440;
const NOON = 720;

interface Clock {
  /** Minutes from midnight as written, without `half`. */
  readonly minutes: number;
  readonly half?: 'am' | 'pm';
  /** Hours alone, without a zero before them. */
  readonly loose: boolean;
  /** With a zero before the hours, as only clocks of 24 hours have it. */
  readonly padded: boolean;
  readonly possible: boolean;
  readonly next: number;
}

const isDash = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, '-');
const isTo = (lexeme: Lexeme | undefined): boolean => isDash(lexeme) || means(lexeme, 'to');
const isNumber = (lexeme: Lexeme | undefined): lexeme is Lexeme => lexeme?.kind === 'number';
const isTwoDigits = (lexeme: Lexeme | undefined): lexeme is Lexeme =>
  isNumber(lexeme) && lexeme.text.length === 2;

/** Whether a sign and two digits after an hour are its minutes. */
function hasMinutes(lexemes: readonly Lexeme[], at: number): boolean {
  const [sign, digits, after] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]];
  if (!sign || !isTwoDigits(digits)) return false;
  if (sign.text === ':') return true;
  if (sign.text === '.' || means(sign, 'hourSign')) return sign.glued && digits.glued;
  // No hour of the day, so that it is not the next span of a list: "8,30-12,00".
  const isNoHour = digits.text === '00' || Number(digits.text) > 24;
  if (sign.text === ',') return sign.glued && digits.glued && isNoHour;
  // A slip of the shift key: "18; 00 Uhr".
  if (sign.text === ';') return digits.text === '00' && !isTo(after);
  // "8 Uhr 30"; after "8 Uhr" a "00" may begin the next span.
  const isSpan = digits.text === '00' && isTo(after);
  return means(sign, 'clock') && isNoHour && !isSpan && !isSign(after, ':.') && !means(after, 'clock');
}

interface Digits extends Read<number> {
  readonly loose: boolean;
  readonly padded: boolean;
  readonly possible: boolean;
}

function digitsAt(lexemes: readonly Lexeme[], at: number): Digits | undefined {
  const lexeme = lexemes[at];
  if (!isNumber(lexeme) || lexeme.text.length > 4) return undefined;
  const split = lexeme.text.length > 2;
  const separate = !split && hasMinutes(lexemes, at + 1);
  const hour = Number(split ? lexeme.text.slice(0, -2) : lexeme.text);
  const minute = split ? Number(lexeme.text.slice(-2)) : separate ? Number(lexemes[at + 2]?.text) : 0;
  let next = at + (separate ? 3 : 1);
  // "08:00:00", as databases write it
  if (
    separate &&
    lexemes[at + 1]?.text === ':' &&
    lexemes[next]?.text === ':' &&
    lexemes[next + 1]?.text === '00'
  )
    next += 2;
  return {
    value: hour * 60 + minute,
    loose: !split && !separate && !lexeme.text.startsWith('0'),
    padded: lexeme.text.startsWith('0'),
    possible: minute < 60 && hour * 60 + minute <= DAY,
    next,
  };
}

/**
 * The half of the day after a time. Before a day, "am" may be German: "10-14 Uhr am Samstag".
 * @param expected clocks in this text have halves
 */
function halfAt(lexemes: readonly Lexeme[], at: number, expected: boolean): 'am' | 'pm' | undefined {
  const [lexeme, after] = [lexemes[at], lexemes[at + 1]];
  if (means(lexeme, 'pm')) return 'pm';
  if (!means(lexeme, 'am')) return undefined;
  const isBeforeWord = after?.kind === 'word' && !means(after, 'to') && !means(after, 'and');
  return means(lexeme, 'filler') && isBeforeWord && !lexeme?.glued && !expected ? undefined : 'am';
}

function readClock(lexemes: readonly Lexeme[], at: number, halves = false): Clock | undefined {
  const word = lexemes[at];
  const named = { loose: false, padded: true, possible: true };
  if (means(word, 'noon')) return { ...named, minutes: NOON, next: at + 1 };
  if (means(word, 'midnight')) return { ...named, minutes: 0, next: at + 1 };
  const digits = digitsAt(lexemes, at);
  if (!digits) return undefined;
  const minutes = digits.value;
  let next = digits.next;
  while (means(lexemes[next], 'clock')) next += 1;
  if (minutes === NOON && (means(lexemes[next], 'noon') || means(lexemes[next], 'midnight')))
    return { ...named, minutes: means(lexemes[next], 'noon') ? NOON : 0, next: next + 1 };
  const half = halfAt(lexemes, next, halves);
  const { loose, padded, possible } = digits;
  if (!half) return { minutes, loose, padded, possible, next };
  next += isSign(lexemes[next + 1], '.') ? 2 : 1;
  // "18 Uhr abends" says it twice.
  if (half === 'pm' && minutes >= NOON + 60) return { ...named, minutes, possible, next };
  return { minutes, half, loose, padded, possible: possible && minutes >= 60 && minutes < NOON + 60, next };
}

const hhmm = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A span as OSM writes it. */
export function printSpan({ from, to, openEnd }: TimeSpan): string {
  if (to === undefined) return `${hhmm(from)}+`;
  return `${hhmm(from)}-${hhmm(to > DAY ? to - DAY : to)}${openEnd ? '+' : ''}`;
}

const inHalf = (minutes: number, half: 'am' | 'pm'): number => (minutes % NOON) + (half === 'pm' ? NOON : 0);

/** What two times may mean, in minutes: several where a half of the day is not said. */
function meant(start: Clock, end: Clock, twelveHours: boolean): (readonly [number, number])[] {
  const wrapped = ([from, to]: readonly [number, number]) => [from, to <= from ? to + DAY : to] as const;
  const from = start.half ? inHalf(start.minutes, start.half) : start.minutes;
  const to = end.half ? inHalf(end.minutes, end.half) : end.minutes;
  const isOpen = (minutes: number, half: unknown) => !half && minutes >= 60 && minutes < NOON + 60;
  const halves = (minutes: number) => [inHalf(minutes, 'am'), inHalf(minutes, 'pm')];
  if (end.half && isOpen(start.minutes, start.half)) {
    const same = halves(start.minutes).filter((one) => one < (to === 0 ? DAY : to));
    if (same.length === 0) return halves(start.minutes).map((one) => wrapped([one, to]));
    // "1-5 pm": nobody opens at one in the night to close in the afternoon.
    return same.filter((one) => one >= 300 || same.length === 1).map((one) => wrapped([one, to]));
  }
  if (start.half && isOpen(end.minutes, end.half)) {
    const later = halves(end.minutes).filter((one) => one > from);
    return later.length > 0 ? later.map((one) => [from, one] as const) : [wrapped([from, end.minutes])];
  }
  const says = wrapped([from, to]);
  if (start.half || end.half || from >= NOON + 60 || to >= NOON + 60 || to === 0) return [says];
  const isBackwards = to <= from && from >= 300 && to <= 540 && (end.loose || (twelveHours && !end.padded));
  if (isBackwards) return [[from, to + NOON], says];
  const isEarly = twelveHours && from >= 60 && from < 420 && start.loose && to > from;
  return isEarly ? [[from + NOON, to + NOON], says] : [says];
}

interface SpanRead extends Read<TimeSpan | undefined> {
  readonly start: number;
  readonly end: number;
}

const HOUR_24 = 24 * 60;

/** Open all day: "24h", "24/7", "rund um die Uhr". */
function allDayAt(lexemes: readonly Lexeme[], at: number): number | undefined {
  if (means(lexemes[at], 'allDay')) return at + 1;
  const [number, sign, after] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]];
  if (number?.text !== '24') return undefined;
  if (sign?.text === '/' && sign.glued && after?.text === '7' && after.glued && !isTo(lexemes[at + 3]))
    return at + 3;
  return means(sign, 'hours') && !isTo(after) && !isTo(lexemes[at - 1]) ? at + 2 : undefined;
}

/** What may follow a span: that it may be longer. */
function orLaterAt(lexemes: readonly Lexeme[], at: number): number | undefined {
  const sign = lexemes[at];
  if (means(sign, 'orLater')) return at + 1;
  return isSign(sign, '+') && sign?.glued && !readClock(lexemes, at + 1) ? at + 1 : undefined;
}

/**
 * One span of times. It has no value where it has to be asked about.
 * @param twelveHours nine to five is until the afternoon, perhaps
 */
function readSpan(
  lexemes: readonly Lexeme[],
  at: number,
  twelveHours: boolean,
  ask: Ask,
): SpanRead | undefined {
  const begin = lexemes[at]?.start ?? 0;
  const answer = (next: number, value?: TimeSpan): SpanRead => ({
    value,
    next,
    start: begin,
    end: lexemes[next - 1]?.end ?? begin,
  });
  const asked = (code: Parameters<Ask>[0], next: number, choices?: string[]): SpanRead => {
    const part = answer(next);
    ask(code, part, choices);
    return part;
  };
  const allDay = allDayAt(lexemes, at);
  if (allDay !== undefined) return answer(allDay, { from: 0, to: HOUR_24, openEnd: false });
  const before = lexemes[at];
  const onward = means(before, 'onward');
  const isEnd = means(before, 'to');
  const isLed = onward || isEnd || means(before, 'from');
  const start = readClock(lexemes, isLed ? at + 1 : at, twelveHours);
  if (!start) return undefined;
  if (isEnd) return asked('start-missing', start.next);
  if (!start.possible || start.minutes === DAY) {
    const end = isTo(lexemes[start.next]) ? readClock(lexemes, start.next + 1) : undefined;
    return asked('time-impossible', end?.next ?? start.next);
  }
  const from = start.half ? inHalf(start.minutes, start.half) : start.minutes;
  const openEnd = { from, openEnd: true };
  const plus = orLaterAt(lexemes, start.next);
  if (plus !== undefined) return answer(plus, openEnd);
  if (means(lexemes[start.next], 'openEnd')) return answer(start.next + 1, openEnd);
  if (!isTo(lexemes[start.next]))
    return onward ? answer(start.next, openEnd) : asked('end-missing', start.next);
  let next = start.next + 1;
  while (isTo(lexemes[next])) next += 1;
  if (means(lexemes[next], 'openEnd')) return answer(next + 1, openEnd);
  const end = readClock(lexemes, next, twelveHours || start.half !== undefined);
  if (!end) return asked('end-missing', isSign(lexemes[next], '?') ? next + 1 : next);
  if (!end.possible) return asked('time-impossible', end.next);
  const choices = meant(start, end, twelveHours).map(([begins, to]) => ({
    from: begins,
    to,
    openEnd: false,
  }));
  const [first] = choices;
  if (!first) return asked('time-impossible', end.next);
  if (choices.length > 1) return asked('half-of-day', end.next, choices.map(printSpan));
  if (first.to - first.from === DAY && first.from > 0) return asked('times-equal', end.next);
  if (first.to === DAY && first.from === 0 && end.minutes === 0) return asked('times-equal', end.next);
  const later = orLaterAt(lexemes, end.next);
  return answer(later ?? end.next, { ...first, openEnd: later !== undefined });
}

/** What is between two spans of a list; nothing where the list has ended. */
function betweenSpans(lexemes: readonly Lexeme[], at: number): number {
  let next = at;
  // "9 bis 12 bis und 14 bis 18"
  if (means(lexemes[next], 'to') && means(lexemes[next + 1], 'and')) next += 1;
  while (isSign(lexemes[next], ',/&+.') || means(lexemes[next], 'and') || means(lexemes[next], 'filler'))
    next += 1;
  return next;
}

/** Spans in the order of a day, none of which begins before the last has ended. */
export function inOrder(spans: readonly TimeSpan[]): boolean {
  const first = spans[0]?.from ?? 0;
  return spans.every(({ from, to }, at) => {
    const before = spans[at - 1];
    if (before && (before.to === undefined || before.to > from)) return false;
    return at === 0 || to === undefined || to <= first + DAY;
  });
}

/** Times that belong together; no value where they have to be asked about. */
export function readTimes(
  lexemes: readonly Lexeme[],
  at: number,
  twelveHours: boolean,
  ask: Ask,
): (Read<readonly TimeSpan[] | undefined> & { readonly start: number; readonly end: number }) | undefined {
  const first = readSpan(lexemes, at, twelveHours, ask);
  if (!first) return undefined;
  const spans = [first];
  for (let last = first; ;) {
    const next = betweenSpans(lexemes, last.next);
    const span = countedAt(lexemes, next) ? undefined : readSpan(lexemes, next, twelveHours, ask);
    if (!span) break;
    spans.push(span);
    last = span;
  }
  const { next, end } = spans.at(-1) as SpanRead;
  const part = { next, start: first.start, end };
  const values = spans.flatMap(({ value }) => value ?? []);
  if (values.length < spans.length) return { ...part, value: undefined };
  if (inOrder(values)) return { ...part, value: values };
  ask('times-overlap', part);
  return { ...part, value: undefined };
}
