// All words are folded by `foldWord`. German and English are mixed: "open sonntag" is understood too.

/** 0 is Sunday. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sonntag', 'sunday'],
  ['montag', 'monday'],
  ['dienstag', 'tuesday', 'tusday'],
  ['mittwoch', 'wednesday'],
  ['donnerstag', 'thursday'],
  ['freitag', 'friday'],
  ['samstag', 'sonnabend', 'saturday'],
];

/** Minutes since midnight; a night ends the next day. */
const DAY_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  fruh: [360, 600],
  morgens: [360, 600],
  morning: [360, 720],
  vormittag: [540, 720],
  vormittags: [540, 720],
  mittag: [720, 840],
  mittags: [720, 840],
  nachmittag: [840, 1080],
  nachmittags: [840, 1080],
  afternoon: [720, 1080],
  abend: [1080, 1320],
  abends: [1080, 1320],
  evening: [1080, 1320],
  tonight: [1080, 1440],
  nacht: [1320, 1800],
  nachts: [1320, 1800],
  night: [1320, 1800],
};

/** What a word says about the time. */
export type TimeWord =
  | { readonly kind: 'now' }
  | { readonly kind: 'day'; readonly ahead: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly part?: string }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'part'; readonly part: string };

const AHEAD: Readonly<Record<string, number>> = {
  heute: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  ubermorgen: 2,
};
const NOW: ReadonlySet<string> = new Set(['jetzt', 'gerade', 'momentan', 'aktull', 'now']);
const WEEKEND: ReadonlySet<string> = new Set(['wochenende', 'weekend']);

function weekday(word: string): TimeWord | null {
  for (const [index, names] of WEEKDAYS.entries()) {
    const name = names.find((one) => word.startsWith(one));
    if (name === undefined) continue;
    const rest = word.slice(name.length);
    if (rest === '' || rest === 's') return { kind: 'weekday', weekday: index };
    // The "morgen" in "Sonntagmorgen" does not mean tomorrow.
    const part = rest === 'morgen' ? 'morgens' : rest;
    if (Object.hasOwn(DAY_PARTS, part)) return { kind: 'weekday', weekday: index, part };
  }
  return null;
}

/** What a folded word says about the time, if anything. */
export function timeWord(word: string): TimeWord | null {
  if (NOW.has(word)) return { kind: 'now' };
  if (Object.hasOwn(AHEAD, word)) return { kind: 'day', ahead: AHEAD[word] as number };
  if (WEEKEND.has(word)) return { kind: 'weekend' };
  if (Object.hasOwn(DAY_PARTS, word)) return { kind: 'part', part: word };
  return weekday(word);
}

export const dayPart = (name: string): readonly [number, number] =>
  DAY_PARTS[name] as readonly [number, number];

/** Words that on their own mean opening hours. */
export const OPEN_WORDS: ReadonlySet<string> = new Set(['offen', 'geoffnet', 'offnet', 'aufhat', 'aufhaben']);
/** Words that mean so only next to a time: "auf" and "open" alone may be part of a name. */
export const OPEN_BESIDE_TIME: ReadonlySet<string> = new Set(['auf', 'open', 'opens', 'opened']);

/** Words that say nothing about what is wanted. */
export const FILLERS: ReadonlySet<string> = new Set([
  'offnungszeit',
  'offnungszeiten',
  'nahe',
  'umgebung',
  'nearby',
  'near',
  'noch',
  'wer',
  'was',
  'wo',
  'wann',
  'welche',
  'welcher',
  'welches',
  'hat',
  'haben',
  'kann',
  'man',
  'gibt',
  'ich',
  'suche',
  'finde',
  'finden',
  'bitte',
  'mir',
  'mich',
  'hier',
  'kaufen',
  'bekomme',
  'bekommt',
  'guter',
  'gute',
  'gutes',
]);
