/*
 * Which half of the day is meant: clocks of twelve hours say it once, or not at all, and so do people who think that it is
 * clear.
 */

/** Minutes from midnight at noon. */
export const NOON = 720;
const DAY = 1440;

/** A time of day as it is written. */
export interface Clock {
  /** Minutes from midnight as written, without `half`. */
  readonly minutes: number;
  readonly half?: 'am' | 'pm';
  /** Hours alone, without a zero before them. */
  readonly loose: boolean;
  /** With a zero before the hours, as only clocks of 24 hours have it. */
  readonly padded: boolean;
}

type Times = readonly [from: number, to: number];

const inHalf = (minutes: number, half: 'am' | 'pm'): number => (minutes % NOON) + (half === 'pm' ? NOON : 0);

/** Both halves in which it may be; only one where the clock says which. */
function halvesOf({ minutes, half }: Clock): readonly number[] {
  if (half) return [inHalf(minutes, half)];
  const isOpen = minutes >= 60 && minutes < NOON + 60;
  return isOpen ? [inHalf(minutes, 'am'), inHalf(minutes, 'pm')] : [minutes];
}

const upTo = (from: number, to: number): Times => [from, to <= from ? to + DAY : to];

const lasting = ([from, to]: Times): number => to - from;

// Shops open from five in the morning on, and nobody is open for longer without saying so on purpose.
const FIRST = 300;
const LONGEST = 900;

/** "9-5 pm", "12-2am": the half is said behind the end. */
function withEnd(start: Clock, end: Clock): Times[] {
  const [to = 0] = halvesOf(end);
  const starts = halvesOf(start);
  const all = starts.map((from) => upTo(from, to));
  // Twelve is noon and midnight, which people mix up.
  if (starts.length > 1 && end.minutes >= NOON) return all;
  const sameDay = starts.filter((from) => from < to);
  if (sameDay.length === 0 || (start.minutes >= NOON && end.half === 'am')) return all;
  // "1-5 pm": nobody opens at one in the night to close in the afternoon.
  return sameDay.filter((from) => from >= FIRST || sameDay.length === 1).map((from) => upTo(from, to));
}

/** "9am-5", "5pm-12": the half is said behind the beginning. */
function withStart(start: Clock, end: Clock): Times[] {
  const [from = 0] = halvesOf(start);
  const all = halvesOf(end).map((to) => upTo(from, to));
  const usual = all.filter((times) => lasting(times) < LONGEST);
  return usual.length > 0 && start.minutes < NOON ? usual : all;
}

const isNoonOrMidnight = ({ minutes, half }: Clock): boolean => half !== undefined && minutes >= NOON;

/** No half is said: what is written, and what else may be meant by it. */
function withNone(start: Clock, end: Clock, twelveHours: boolean): Times[] {
  const [from, to] = [start.minutes, end.minutes];
  const says = upTo(from, to);
  // One of them is in the afternoon, or midnight.
  if (from >= NOON + 60 || to >= NOON + 60 || to === 0 || from < 60) return [says];
  const afternoon: Times = [from, to + NOON];
  if (to <= from) {
    // "9-5", "9:00-5:30"; "8:00 bis 2:00 Uhr" is the night, as nobody closes so early, and a zero says 24 hours: "09:00-05:30".
    const isNight = end.padded || (!twelveHours && !end.loose && from < NOON && to <= 180);
    return isNight ? [says] : [afternoon, says];
  }
  const isEarly = isEarlyAt(start, twelveHours) || (start.loose && from < 420 && to <= 540);
  return isEarly ? [[from + NOON, to + NOON], says] : [says];
}

/** "3-6 Uhr", "from 6": hardly in the morning. */
const isEarlyAt = ({ minutes, padded, half }: Clock, twelveHours: boolean): boolean =>
  !half && !padded && minutes >= 60 && minutes < (twelveHours ? 420 : FIRST);

/** What two times may mean, in minutes from the beginning of the first day: several where that is not clear. */
export function meant(start: Clock, end: Clock, twelveHours: boolean): readonly Times[] {
  if (start.half && end.half) {
    const says = upTo(inHalf(start.minutes, start.half), inHalf(end.minutes, end.half));
    // "6pm-12pm"
    const isMixedUp = isNoonOrMidnight(end) && end.half === 'pm' && lasting(says) > LONGEST;
    return isMixedUp ? [[says[0], DAY], says] : [says];
  }
  if (end.half) return withEnd(start, end);
  return start.half ? withStart(start, end) : withNone(start, end, twelveHours);
}

/** When something that begins at a time may begin. */
export const begun = (start: Clock, twelveHours: boolean): readonly number[] => {
  const { minutes, half } = start;
  if (half) return [inHalf(minutes, half)];
  return isEarlyAt(start, twelveHours) ? [minutes + NOON, minutes] : [minutes];
};
