import { LANGUAGES, type Language } from '#src/languages/language';
import { dayIn } from '#src/domain/period';
import { foldedWords, type FoldedWord } from './fold-text';
import type { Span } from './moments';
import { dayPart, FILLERS, OPEN_BESIDE_TIME, OPEN_WORDS, timeWord, type TimeWord } from './phrase-words';
import { SERVICES, type Service } from '#src/languages/search-words';
import { serviceWords } from './service-words';
import { addDays, instantIn, weekdayOf } from './zoned-time';

/** How a part of the query was understood. */
export type Understood =
  | { readonly text: string; readonly as: 'open'; readonly from: Date; readonly to: Date }
  | { readonly text: string; readonly as: 'service'; readonly value: Service }
  | { readonly text: string; readonly as: 'filler' };

/** How the search understands a typed text. */
export interface Phrase {
  /** Words to be found, as typed; the last may be incomplete. */
  readonly words: readonly string[];
  /** Whether the last word of the text is one of `words`, so it may be incomplete. */
  readonly unfinished: boolean;
  /** Only what is open in this span, if the text says "offen". */
  readonly open: Span | null;
  /** A time without "offen": either open at that time, or with the words in its text ("Café Sonntag"). */
  readonly perhaps: { readonly words: readonly string[]; readonly open: Span } | null;
  readonly understood: readonly Understood[];
}

interface City {
  readonly now: Date;
  readonly timeZone: string;
  readonly language: Language;
}

// More words do not narrow a query that a person typed.
export const MAX_WORDS = 8;
const DAY = 1440;

interface When {
  ahead?: number;
  weekend?: boolean;
  part?: readonly [number, number];
  clock?: { readonly how: 'at' | 'until' | 'after'; readonly minutes: number };
}

const CLOCK_WORDS: Readonly<Record<string, 'at' | 'until' | 'after'>> = {
  um: 'at',
  gegen: 'at',
  at: 'at',
  bis: 'until',
  until: 'until',
  nach: 'after',
  ab: 'after',
  after: 'after',
};

/** Days until the next such weekday; 0 for today. */
const daysUntil = (weekday: number, today: string): number => (weekday - weekdayOf(today) + 7) % 7;

function noteTime(when: When, time: TimeWord, today: string): void {
  if (time.kind === 'day') when.ahead = time.ahead;
  if (time.kind === 'weekend') when.weekend = true;
  if (time.kind === 'part') when.part = dayPart(time.part);
  if (time.kind !== 'weekday') return;
  when.ahead = daysUntil(time.weekday, today);
  if (time.part !== undefined) when.part = dayPart(time.part);
}

function minutesOf({ part, clock }: When): readonly [number, number] {
  if (clock?.how === 'after') return [clock.minutes, DAY];
  // "Open until eight" means still open a minute before.
  if (clock?.how === 'until') return [clock.minutes - 1, clock.minutes - 1];
  if (clock) return [clock.minutes, clock.minutes];
  return part ?? [0, DAY];
}

/** The span that was meant, without the part that is past. */
function spanOf(when: When, { now, timeZone }: City): Span {
  const today = dayIn(timeZone, now);
  const isBare = when.ahead === undefined && !when.weekend && !when.part && !when.clock;
  if (isBare) return { from: now, to: now };
  const sunday = daysUntil(0, today);
  const last = addDays(today, when.weekend ? sunday : (when.ahead ?? 0));
  const first = when.weekend && sunday > 0 ? addDays(last, -1) : last;
  const [start, end] = minutesOf(when);
  const from = instantIn(timeZone, first, start);
  // The end itself does not count: a shop that opens at 22:00 is not open in the evening.
  const to = start === end ? from : new Date(instantIn(timeZone, last, end).getTime() - 1);
  if (to < now) return { from, to };
  return { from: from < now ? now : from, to };
}

interface Reading {
  /** Index of the token → its role */
  roles: ('word' | 'open' | 'time' | 'filler')[];
  when: When;
  hasOpen: boolean;
  hasTime: boolean;
}

const CLOCK = /^([01]?\d|2[0-4])$/;

/** Reads "um 20 uhr" or "nach 18 30 uhr"; returns how many tokens that takes, or 0. */
function readClock(tokens: readonly FoldedWord[], at: number, when: When): number {
  const how = CLOCK_WORDS[(tokens[at] as FoldedWord).word];
  const first = how === undefined ? at : at + 1;
  const hour = tokens[first]?.word ?? '';
  if (!CLOCK.test(hour)) return 0;
  const minute = tokens[first + 1]?.word ?? '';
  const hasMinutes = /^[0-5]\d$/.test(minute);
  if (tokens[first + (hasMinutes ? 2 : 1)]?.word !== 'uhr') return 0;
  when.clock = { how: how ?? 'at', minutes: Number(hour) * 60 + (hasMinutes ? Number(minute) : 0) };
  return first - at + (hasMinutes ? 3 : 2);
}

function read(tokens: readonly FoldedWord[], today: string): Reading {
  const reading: Reading = { roles: [], when: {}, hasOpen: false, hasTime: false };
  const { roles, when } = reading;
  for (let at = 0; at < tokens.length; at = roles.length) {
    const { word } = tokens[at] as FoldedWord;
    const clock = readClock(tokens, at, when);
    const time = clock > 0 ? null : timeWord(word);
    if (time) noteTime(when, time, today);
    if (clock > 0 || time) reading.hasTime = true;
    if (OPEN_WORDS.has(word)) reading.hasOpen = true;
    if (clock > 0) roles.push(...Array<'time'>(clock).fill('time'));
    else if (time) roles.push('time');
    else if (OPEN_WORDS.has(word)) roles.push('open');
    else roles.push(FILLERS.has(word) ? 'filler' : 'word');
  }
  return reading;
}

/** "auf" and "open" count only next to a time. */
function markWeakOpen(tokens: readonly FoldedWord[], reading: Reading): void {
  if (!reading.hasTime) return;
  tokens.forEach(({ word }, at) => {
    if (reading.roles[at] !== 'word' || !OPEN_BESIDE_TIME.has(word)) return;
    reading.roles[at] = 'open';
    reading.hasOpen = true;
  });
}

const foldedServices = (language: Language): ReadonlyMap<string, Service> =>
  new Map(
    SERVICES.flatMap((service) =>
      serviceWords(service, language).flatMap((name) => {
        const words = foldedWords(name);
        return words.length === 1 ? [[(words[0] as FoldedWord).word, service] as const] : [];
      }),
    ),
  );
const SERVICE_OF: ReadonlyMap<Language, ReadonlyMap<string, Service>> = new Map(
  LANGUAGES.map((language) => [language, foldedServices(language)]),
);

/**
 * What a citizen's words mean: "apotheke offen sonntag" is the word "apotheke" and Sunday's opening hours. `understood`
 * lists everything that was not taken as a search word. Districts and services need no treatment here, since listings
 * are found by the names of both.
 */
export function understand(text: string, city: City): Phrase {
  const tokens = foldedWords(text);
  const reading = read(tokens, dayIn(city.timeZone, city.now));
  markWeakOpen(tokens, reading);
  const typed = ({ start, end }: FoldedWord): string => text.slice(start, end);
  const having = (...roles: string[]) =>
    tokens.filter((_, at) => roles.includes(reading.roles[at] as string));
  // A text of nothing but fillers is searched for unchanged.
  const isAllFiller = having('filler').length === tokens.length;
  const words = isAllFiller ? tokens : having('word');
  const timing = having('open', 'time');
  const span = timing.length > 0 ? spanOf(reading.when, city) : null;
  const understood: Understood[] = isAllFiller
    ? []
    : having('filler').map((token) => ({ text: typed(token), as: 'filler' }));
  if (span) understood.push({ text: timing.map(typed).join(' '), as: 'open', ...span });
  for (const token of words) {
    const value = SERVICE_OF.get(city.language)?.get(token.word);
    if (value) understood.push({ text: typed(token), as: 'service', value });
  }
  return {
    words: words.slice(0, MAX_WORDS).map(typed),
    unfinished: words.length <= MAX_WORDS && words.at(-1) === tokens.at(-1) && !/\s$/u.test(text),
    open: reading.hasOpen ? span : null,
    perhaps: !reading.hasOpen && span ? { words: having('time').map(typed), open: span } : null,
    understood,
  };
}
