import type { Ask, Part } from './answer';
import { readDays, type DaySet } from './days';
import { isSign, isTwelveHours, means, type Lexeme, type Meaning } from './lexemes';
import { readSeason, type Season } from './seasons';
import { readTimes, type TimeSpan } from './times';

/** What is said in one place of the text. */
export type Item = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'days'; readonly days: DaySet }
  | { readonly kind: 'times'; readonly spans: readonly TimeSpan[] }
  | { readonly kind: 'closed' }
  /** `joined`: something like "and" is before it. */
  | { readonly kind: 'appointment'; readonly comment: string; readonly joined: boolean }
  /** Without a season: it is not known which. */
  | { readonly kind: 'season'; readonly season: Season | undefined }
  /** What comes after it has nothing to do with what is before. */
  | { readonly kind: 'break' }
  /** Something was asked about in place of times. */
  | { readonly kind: 'unclear' }
  /** Something was asked about, so that what is around it is not sure either. */
  | { readonly kind: 'doubt' }
  | { readonly kind: 'noClosedDay' }
  /** A word that we do not know. */
  | { readonly kind: 'stray' }
);

const SKIPPED = `:.,/&+=*!"'()[]`;
const BREAKS = ';|•·';

const commentOf = (lexeme: Lexeme): string | undefined =>
  lexeme.meanings.find((one): one is Meaning & { kind: 'appointment' } => one.kind === 'appointment')?.value;

const isSkipped = (lexeme: Lexeme): boolean =>
  isSign(lexeme, SKIPPED) ||
  (['filler', 'and', 'from', 'clock'] as const).some((kind) => means(lexeme, kind));

const isJoint = (lexeme: Lexeme | undefined): boolean =>
  !lexeme || lexeme.kind === 'line' || isSign(lexeme, ',./&+;|(') || means(lexeme, 'and');

/** What is before a lexeme, but for words that say nothing. */
function wordBefore(lexemes: readonly Lexeme[], at: number): Lexeme | undefined {
  let before = at - 1;
  while (means(lexemes[before], 'filler')) before -= 1;
  return lexemes[before];
}

const WEEKS = ['evenWeeks', 'oddWeeks', 'week'] as const;

const PLAIN = [
  'day',
  'daily',
  'weekend',
  'weekdays',
  'holidays',
  'month',
  'to',
  'and',
  'from',
  'clock',
  'filler',
  'closed',
  ...WEEKS,
] as const;

/** Whether what is in brackets goes on with the sentence: days, times of days, months. Anything else is a remark. */
function isPlain(inside: readonly Lexeme[]): boolean {
  const known = (lexeme: Lexeme) =>
    lexeme.kind === 'number' || isSign(lexeme, '-.,:/&+') || PLAIN.some((kind) => means(lexeme, kind));
  const named = (lexeme: Lexeme) =>
    (['day', 'weekend', 'holidays', 'month', ...WEEKS] as const).some((kind) => means(lexeme, kind));
  return inside.every(known) && inside.some(named);
}

/** The end of what is in brackets from `at` on; nothing where they do not close. */
function closing(lexemes: readonly Lexeme[], at: number, last: number): number | undefined {
  if (at >= last || !isSign(lexemes[at], '([')) return undefined;
  let end = at + 1;
  while (!isSign(lexemes[end], ')]')) end += 1;
  return end;
}

function allItems(lexemes: readonly Lexeme[], ask: Ask, leave: (part: Omit<Part, 'text'>) => void): Item[] {
  const items: Item[] = [];
  const twelveHours = isTwelveHours(lexemes);
  const lastClosing = lexemes.findLastIndex((lexeme) => isSign(lexeme, ')]'));
  for (let at = 0; at < lexemes.length;) {
    const lexeme = lexemes[at] as Lexeme;
    const { start, end } = lexeme;
    const closes = closing(lexemes, at, lastClosing);
    if (closes !== undefined && !isPlain(lexemes.slice(at + 1, closes))) {
      leave({ start, end: lexemes[closes]?.end ?? end });
      at = closes + 1;
      continue;
    }
    const read = readItem(lexemes, at, twelveHours, ask);
    if (read) {
      items.push(read.item);
      at = read.next;
      continue;
    }
    at += 1;
    // A dash before times is a colon, and at the beginning of a line it is none at all.
    if (isSign(lexeme, '-') && items.at(-1)?.kind === 'times') {
      ask('belongs-to', { start: items.at(-1)?.start ?? start, end });
      items.push({ kind: 'doubt', start, end });
    } else if (!isSkipped(lexeme) && !isSign(lexeme, '-')) {
      leave({ start, end });
      if (!means(lexeme, 'usually')) items.push({ kind: 'stray', start, end });
    }
  }
  return items;
}

const isValue = (item: Item | undefined): item is Item =>
  item?.kind === 'times' || item?.kind === 'closed' || item?.kind === 'appointment';

/**
 * What the text says, piece by piece; what says nothing that we know goes to `leave`. Days and hours with such a word between
 * them ("Mi nachm. geschlossen") are not sure.
 */
export function itemsOf(
  lexemes: readonly Lexeme[],
  ask: Ask,
  leave: (part: Omit<Part, 'text'>) => void,
): Item[] {
  const sure: Item[] = [];
  let days: Item | undefined;
  let isStray = false;
  for (const item of allItems(lexemes, ask, leave)) {
    if (item.kind === 'stray') {
      isStray = true;
      continue;
    }
    const between = days && isStray && isValue(item) ? { start: days.start, end: item.end } : undefined;
    if (between) ask('belongs-to', between);
    sure.push(between ? { kind: 'unclear', ...between } : item);
    days = item.kind === 'days' ? item : undefined;
    isStray = false;
  }
  return sure;
}

function readItem(
  lexemes: readonly Lexeme[],
  at: number,
  twelveHours: boolean,
  ask: Ask,
): { item: Item; next: number } | undefined {
  const lexeme = lexemes[at] as Lexeme;
  const { start, end } = lexeme;
  if (lexeme.kind === 'line' || isSign(lexeme, BREAKS))
    return { item: { kind: 'break', start, end }, next: at + 1 };
  const season = readSeason(lexemes, at, ask);
  if (season)
    return {
      item: { kind: 'season', season: season.value, start: season.start, end: season.end },
      next: season.next,
    };
  const days = readDays(lexemes, at, ask);
  if (days)
    return { item: { kind: 'days', days: days.value, start: days.start, end: days.end }, next: days.next };
  const times = readTimes(lexemes, at, twelveHours, ask);
  if (times) {
    const part = { start: times.start, end: times.end };
    const item: Item = times.value
      ? { kind: 'times', spans: times.value, ...part }
      : { kind: 'unclear', ...part };
    return { item, next: times.next };
  }
  return wordItem(lexemes, at, ask);
}

/** "ab Mai", "bis Freitag": the other end is missing. */
function lonelyEnd(lexemes: readonly Lexeme[], at: number, ask: Ask): { item: Item; next: number } {
  const season = readSeason(lexemes, at + 1, () => undefined);
  const { start } = lexemes[at] as Lexeme;
  const part = { start, end: season?.end ?? lexemes[at + 1]?.end ?? start };
  ask(season ? 'season-dates' : 'belongs-to', part);
  if (season) return { item: { kind: 'season', season: undefined, ...part }, next: season.next };
  return { item: { kind: 'doubt', ...part }, next: at + 1 };
}

function wordItem(
  lexemes: readonly Lexeme[],
  at: number,
  ask: Ask,
): { item: Item; next: number } | undefined {
  const lexeme = lexemes[at] as Lexeme;
  const part = { start: lexeme.start, end: lexeme.end };
  const next = at + 1;
  const comment = commentOf(lexeme);
  if (comment !== undefined)
    return {
      item: { kind: 'appointment', comment, joined: isJoint(wordBefore(lexemes, at)), ...part },
      next,
    };
  if (means(lexeme, 'noClosedDay')) return { item: { kind: 'noClosedDay', ...part }, next };
  if (means(lexeme, 'forNow')) {
    ask('closed-until', part);
    return { item: { kind: 'doubt', ...part }, next };
  }
  const isEnd = !means(lexeme, 'from') && (means(lexeme, 'to') || means(lexeme, 'onward'));
  if (isEnd && lexemes[next]) return lonelyEnd(lexemes, at, ask);
  if (means(lexeme, 'everyOtherWeek')) {
    ask('which-weeks', part);
    return { item: { kind: 'doubt', ...part }, next };
  }
  // "täglich 10-18 Uhr, außer Montag": closed then.
  const excepts = means(lexeme, 'except') && readDays(lexemes, next, () => undefined) !== undefined;
  if (excepts || means(lexeme, 'closed')) return { item: { kind: 'closed', ...part }, next };
  return undefined;
}
