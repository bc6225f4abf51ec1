import type { Ask } from './answer';
import { isDateAt } from './dates';
import { countedAt, type Read } from './days';
import { begun, meant, NOON, type Clock } from './halves';
import { HOURS_WORDS } from './languages';
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
/** A time of day as it is written, and the lexeme after it. */
interface ClockRead extends Clock {
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

/** Whether days or dates begin here, rather than hours. */
const areDaysAt = (lexemes: readonly Lexeme[], at: number): boolean =>
  countedAt(lexemes, at) !== undefined || isDateAt(lexemes, at);

interface Half {
  readonly half: 'am' | 'pm';
  /** The word belongs to clocks of twelve hours; else it only says which part of the day it is. */
  readonly ofClock: boolean;
}

/**
 * The half of the day after a time. Before a day, "am" may be German: "10-14 Uhr am Samstag".
 * @param expected clocks in this text have halves
 */
function halfAt(lexemes: readonly Lexeme[], at: number, expected: boolean): Half | undefined {
  const lexeme = lexemes[at];
  const half = means(lexeme, 'pm') ? 'pm' : means(lexeme, 'am') ? 'am' : undefined;
  if (!half) return undefined;
  const after = lexemes[at + 1];
  const isWord = after?.kind === 'word' && !means(after, 'to') && !means(after, 'and');
  const isGerman = means(lexeme, 'filler') && (isWord || areDaysAt(lexemes, at + 1));
  if (isGerman && !lexeme?.glued && !expected) return undefined;
  const ofClock =
    lexeme?.meanings.some(({ kind, language }) => kind === half && HOURS_WORDS[language].twelveHours) ??
    false;
  return { half, ofClock };
}

/** What is said of a time behind it: "12 Uhr mittags", "2 Uhr nachts". */
function named(minutes: number, word: Lexeme | undefined): number | undefined {
  const hour = minutes % 720;
  if (means(word, 'noon') || means(word, 'atNoon')) return minutes === NOON ? NOON : undefined;
  if (means(word, 'midnight')) return minutes === NOON || minutes % DAY === 0 ? 0 : undefined;
  if (!means(word, 'atNight')) return undefined;
  // From ten to five.
  if (minutes >= NOON + 60) return minutes;
  return hour < 360 ? hour : hour >= 600 ? hour + NOON : undefined;
}

function readClock(lexemes: readonly Lexeme[], at: number, halves = false): ClockRead | undefined {
  const word = lexemes[at];
  const sure = { loose: false, padded: true, possible: true };
  if (means(word, 'noon')) return { ...sure, minutes: NOON, next: at + 1 };
  if (means(word, 'midnight')) return { ...sure, minutes: 0, next: at + 1 };
  const digits = digitsAt(lexemes, at);
  if (!digits) return undefined;
  const minutes = digits.value;
  let next = digits.next;
  while (means(lexemes[next], 'clock')) next += 1;
  const { loose, padded, possible } = digits;
  const meantBy = named(minutes, lexemes[next]);
  if (meantBy !== undefined) return { ...sure, minutes: meantBy, possible, next: next + 1 };
  const read = halfAt(lexemes, next, halves);
  if (!read) return { minutes, loose, padded, possible, next };
  next += isSign(lexemes[next + 1], '.') ? 2 : 1;
  const { half, ofClock } = read;
  // "18 Uhr abends" says it twice, and "12 Uhr vormittags" is noon.
  if ((half === 'pm' && minutes >= NOON + 60) || (!ofClock && minutes >= NOON && minutes < NOON + 60))
    return { ...sure, minutes, possible, next };
  return { minutes, half, loose, padded, possible: possible && minutes >= 60 && minutes < NOON + 60, next };
}

const hhmm = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A span as OSM writes it. */
export function printSpan({ from, to, openEnd }: TimeSpan): string {
  if (to === undefined) return `${hhmm(from)}+`;
  return `${hhmm(from)}-${hhmm(to > DAY ? to - DAY : to)}${openEnd ? '+' : ''}`;
}

/** "nachmittags 14-18 Uhr", "vormittags 9-12", "abends 6-9" */
function inPart(
  part: 'am' | 'pm',
  all: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const isIn = ([from, to]: readonly [number, number]) =>
    part === 'am' ? from < NOON && to <= NOON + 120 : from >= NOON && to <= DAY + 180;
  const shifted = all.map(([from, to]) => [from + NOON, to + NOON] as const);
  const found = all.filter(isIn);
  return found.length > 0 ? found : shifted.filter(isIn);
}

interface SpanRead extends Read<TimeSpan | undefined> {
  readonly start: number;
  readonly end: number;
}

const HOUR_24 = 24 * 60;

// What is longer is meant only where it cannot be read otherwise.
const LONGEST = 20 * 60;

// An open end counts as eight hours more, and no rule may reach into a third day.
const LATEST_OPEN_END = 2 * DAY - 8 * 60;

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
  const isPart = (means(lexemes[at], 'am') || means(lexemes[at], 'pm')) && lexemes[at]?.kind === 'word';
  const part = !isPart || means(lexemes[at], 'filler') ? undefined : means(lexemes[at], 'am') ? 'am' : 'pm';
  if (part) {
    const span = readSpan(lexemes, at + 1, twelveHours, () => undefined);
    if (!span) return undefined;
    const { from, to, openEnd } = span.value ?? {};
    const [found] = from === undefined || to === undefined ? [] : inPart(part, [[from, to]]);
    if (!found) return asked('half-of-day', span.next);
    return answer(span.next, { from: found[0], to: found[1], openEnd: openEnd === true });
  }
  const before = lexemes[at];
  const onward = means(before, 'onward');
  const isEnd = means(before, 'to');
  const isBetween = means(before, 'between');
  const isLed = onward || isEnd || isBetween || means(before, 'from');
  const begins = isLed ? at + 1 : at;
  // The numbers of days are no times: "ab 15. April", "9-18, 1. Mai geschlossen".
  if (areDaysAt(lexemes, begins)) return undefined;
  const start = readClock(lexemes, begins, twelveHours);
  if (!start) return undefined;
  if (isEnd) return asked('start-missing', start.next);
  if (!start.possible || start.minutes === DAY) {
    const end = isTo(lexemes[start.next]) ? readClock(lexemes, start.next + 1) : undefined;
    return asked('time-impossible', end?.next ?? start.next);
  }
  const openEnd = (next: number): SpanRead => {
    const spans = begun(start, twelveHours).map((from) => ({ from, openEnd: true }));
    const [only, more] = spans;
    return only && !more ? answer(next, only) : asked('half-of-day', next, spans.map(printSpan));
  };
  const plus = orLaterAt(lexemes, start.next);
  if (plus !== undefined) return openEnd(plus);
  if (means(lexemes[start.next], 'openEnd')) return openEnd(start.next + 1);
  const goesOn = isTo(lexemes[start.next]) || (isBetween && means(lexemes[start.next], 'and'));
  if (!goesOn) return onward ? openEnd(start.next) : asked('end-missing', start.next);
  let next = start.next + 1;
  while (isTo(lexemes[next])) next += 1;
  if (means(lexemes[next], 'openEnd')) return openEnd(next + 1);
  const end = readClock(lexemes, next, twelveHours || start.half !== undefined);
  if (!end) return asked('end-missing', isSign(lexemes[next], '?') ? next + 1 : next);
  if (!end.possible) return asked('time-impossible', end.next);
  const all = meant(start, end, twelveHours);
  const usual = all.filter(([begins, to]) => to - begins <= LONGEST);
  const choices = (usual.length > 0 ? usual : all).map(([from, to]) => ({ from, to, openEnd: false }));
  const [first, other] = choices;
  if (!first) return asked('time-impossible', end.next);
  // "12-10" is no question where clocks have halves.
  const isSure = !other && (all.length === 1 || twelveHours);
  if (!isSure) return asked('half-of-day', end.next, choices.map(printSpan));
  if (first.to - first.from === DAY && first.from > 0) return asked('times-equal', end.next);
  if (first.to === DAY && first.from === 0 && end.minutes === 0) return asked('times-equal', end.next);
  const later = orLaterAt(lexemes, end.next);
  // "20-18+" goes on into a third day.
  if (later !== undefined && first.to > LATEST_OPEN_END) return asked('half-of-day', later);
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
    const span = readSpan(lexemes, next, twelveHours, ask);
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
