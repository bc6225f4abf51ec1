import type { Ask, Part } from './answer';
import { readDays, type DaySet } from './days';
import { isSign, isTwelveHours, means, type Lexeme, type Meaning } from './lexemes';
import { readSeason, type Season } from './seasons';
import { readTimes, type TimeSpan } from './times';

/** What is said in one place of the text. */
export type Item = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'days'; readonly days: DaySet }
  /** Days that what is around it is not about. */
  | { readonly kind: 'except'; readonly days: DaySet }
  | { readonly kind: 'times'; readonly spans: readonly TimeSpan[] }
  | { readonly kind: 'closed' }
  /** `joined`: something like "and" is before it. */
  | { readonly kind: 'appointment'; readonly comment: string; readonly joined: boolean }
  /** Without a season: it is not known which. */
  /** `trails`: it is in brackets behind what it is about. */
  | { readonly kind: 'season'; readonly season: Season | undefined; readonly trails?: boolean }
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
  (['filler', 'and', 'also', 'clock'] as const).some((kind) => means(lexeme, kind));

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
  'workdays',
  'holidays',
  'schoolHolidays',
  'except',
  'month',
  'date',
  'to',
  'and',
  'also',
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
    (
      [
        'day',
        'daily',
        'weekend',
        'weekdays',
        'holidays',
        'schoolHolidays',
        'month',
        'date',
        ...WEEKS,
      ] as const
    ).some((kind) => means(lexeme, kind));
  // "9-18 (12-13 geschlossen)"
  const closes =
    inside.some((lexeme) => means(lexeme, 'closed')) && inside.some(({ kind }) => kind === 'number');
  return inside.every(known) && (closes || inside.some(named));
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
      items.push(...settled(items, read.items, lexemes, at, ask));
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

const isSaid = (lexeme: Lexeme): boolean => lexeme.kind !== 'sign' && !means(lexeme, 'filler');

/**
 * What comes directly after something has to be looked at with it: "ab 14 Uhr geschlossen" is no time at which it is open,
 * and what was asked about may have to do with the date after it.
 */
function settled(
  items: Item[],
  read: readonly Item[],
  lexemes: readonly Lexeme[],
  at: number,
  ask: Ask,
): readonly Item[] {
  const [last, item] = [items.at(-1), read[0]];
  if (!last || !item) return read;
  const between = lexemes.slice(0, at).filter(({ start }) => start >= last.end);
  if (
    item.kind === 'closed' &&
    last.kind === 'times' &&
    between.every(({ kind, text }) => kind === 'word' || text === '.')
  ) {
    items.pop();
    // "9-18 (12-13 geschlossen)": of the longer hours, too, we do not know when they hold.
    const longer = items.at(-1);
    if (longer?.kind === 'times') items.pop();
    const part = { start: longer?.kind === 'times' ? longer.start : last.start, end: item.end };
    ask('belongs-to', part);
    return [{ kind: 'unclear', ...part }];
  }
  // "Sa geschlossen, außer im Dezember": open then, at times that are not said.
  if (last.kind === 'closed' && read.length > 1) {
    ask('times-missing', { start: item.start, end: item.end });
    return [{ ...item, kind: 'season', season: undefined }, ...read.slice(1)];
  }
  const isOpen = last.kind === 'unclear' || last.kind === 'doubt';
  if (item.kind === 'season' && isOpen && !between.some(isSaid) && !between.some((one) => isSign(one, ',;|')))
    return [{ ...item, season: undefined }, ...read.slice(1)];
  return read;
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
  let stray: Item | undefined;
  for (const item of allItems(lexemes, ask, leave)) {
    if (item.kind === 'stray') {
      stray ??= item;
      continue;
    }
    sure.push(stray ? besideStray(item, stray, days, ask) : item);
    days = item.kind === 'days' ? item : undefined;
    stray = undefined;
  }
  return sure;
}

/** What comes after a word that we do not know, which may say when it holds, or what. */
function besideStray(item: Item, stray: Item, days: Item | undefined, ask: Ask): Item {
  // "Ende Oktober", "außerhalb der Ferien"
  if (item.kind === 'season') {
    if (item.season) ask('season-dates', { start: stray.start, end: item.end });
    return { ...item, season: undefined };
  }
  // "Mi nachm. geschlossen", "Weihnachten geschlossen", "Werkt. 9-18"
  if (!isValue(item) || (!days && item.kind === 'appointment')) return item;
  const part = { start: (days ?? stray).start, end: item.end };
  ask('belongs-to', part);
  return { kind: 'unclear', ...part };
}

/** One or several items that are said in one, and the lexeme after them. */
interface ItemsRead {
  readonly items: readonly Item[];
  readonly next: number;
}

const only = (item: Item, next: number): ItemsRead => ({ items: [item], next });

function readItem(
  lexemes: readonly Lexeme[],
  at: number,
  twelveHours: boolean,
  ask: Ask,
): ItemsRead | undefined {
  const lexeme = lexemes[at] as Lexeme;
  const { start, end } = lexeme;
  if (lexeme.kind === 'line' || isSign(lexeme, BREAKS)) return only({ kind: 'break', start, end }, at + 1);
  const season = readSeason(lexemes, at, ask);
  if (season) {
    const trails = isSign(lexemes[at - 1], '([') && isSign(lexemes[season.next], ')]');
    const part = { start: season.start, end: season.end };
    return only({ kind: 'season', season: season.value, trails, ...part }, season.next);
  }
  const days = readDays(lexemes, at, ask);
  if (days) return only({ kind: 'days', days: days.value, start: days.start, end: days.end }, days.next);
  const times = readTimes(lexemes, at, twelveHours, ask);
  if (times) {
    const part = { start: times.start, end: times.end };
    return only(
      times.value ? { kind: 'times', spans: times.value, ...part } : { kind: 'unclear', ...part },
      times.next,
    );
  }
  return exceptionAt(lexemes, at, ask) ?? wordItem(lexemes, at, ask);
}

/**
 * Whether the last of excepted days may begin something of its own: "except public holidays, school holidays: Mon-Fri 10-4",
 * "außer Montag: 10-14".
 */
const saysMore = (lexemes: readonly Lexeme[], from: number, to: number, ask: Ask): boolean =>
  isSign(lexemes[to], ':') ||
  (lexemes.slice(from, to).some((lexeme) => isSign(lexeme, ',')) && readDays(lexemes, to, ask) !== undefined);

/** "außer Montag", "(nicht an Feiertagen)", "außer 24.12.": closed then. */
function exceptionAt(lexemes: readonly Lexeme[], at: number, ask: Ask): ItemsRead | undefined {
  if (!means(lexemes[at], 'except')) return undefined;
  const { start, end } = lexemes[at] as Lexeme;
  let next = at + 1;
  while (isSign(lexemes[next], ':.') || means(lexemes[next], 'filler')) next += 1;
  const days = readDays(lexemes, next, ask);
  if (days) {
    const part = { start, end: days.end };
    if (!saysMore(lexemes, next, days.next, ask))
      return only({ kind: 'except', days: days.value, ...part }, days.next);
    ask('belongs-to', part);
    return only({ kind: 'unclear', ...part }, days.next);
  }
  const season = readSeason(lexemes, next, ask);
  if (!season) return undefined;
  return {
    items: [
      { kind: 'season', season: season.value, start, end: season.end },
      { kind: 'closed', start, end },
    ],
    next: season.next,
  };
}

/** "ab Mai", "bis Freitag": the other end is missing. */
function lonelyEnd(lexemes: readonly Lexeme[], at: number, ask: Ask): ItemsRead {
  const season = readSeason(lexemes, at + 1, () => undefined);
  const { start } = lexemes[at] as Lexeme;
  const part = { start, end: season?.end ?? lexemes[at + 1]?.end ?? start };
  ask(season ? 'season-dates' : 'belongs-to', part);
  if (season) return only({ kind: 'season', season: undefined, ...part }, season.next);
  return only({ kind: 'doubt', ...part }, at + 1);
}

function wordItem(lexemes: readonly Lexeme[], at: number, ask: Ask): ItemsRead | undefined {
  const lexeme = lexemes[at] as Lexeme;
  const part = { start: lexeme.start, end: lexeme.end };
  const next = at + 1;
  const comment = commentOf(lexeme);
  if (comment !== undefined)
    return only({ kind: 'appointment', comment, joined: isJoint(wordBefore(lexemes, at)), ...part }, next);
  if (means(lexeme, 'noClosedDay')) return only({ kind: 'noClosedDay', ...part }, next);
  if (means(lexeme, 'forNow')) {
    ask('closed-until', part);
    return only({ kind: 'doubt', ...part }, next);
  }
  const isFrom = means(lexeme, 'from') || means(lexeme, 'between');
  // "von Montag bis Freitag" says no more than "Montag bis Freitag".
  if (isFrom && readDays(lexemes, next, () => undefined)) return { items: [], next };
  const isEnd = isFrom || means(lexeme, 'to') || means(lexeme, 'onward');
  if (isEnd && lexemes[next]) return lonelyEnd(lexemes, at, ask);
  if (means(lexeme, 'everyOtherWeek')) {
    ask('which-weeks', part);
    return only({ kind: 'doubt', ...part }, next);
  }
  return means(lexeme, 'closed') ? only({ kind: 'closed', ...part }, next) : undefined;
}
