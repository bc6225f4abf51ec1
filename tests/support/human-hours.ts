import fc from 'fast-check';
import { HOURS_WORDS } from '../../src/opening-hours/domain/shorthand/languages';
import type { Language } from '../../src/languages/language';

/** Minutes from midnight; `to` is past 1440 in the night, and absent where nobody says when it ends. */
interface Hours {
  readonly from: number;
  readonly to: number | undefined;
}

type DayHours = readonly Hours[];

interface Style {
  readonly language: Language;
  /** Which of the spellings of a weekday. */
  readonly name: number;
  readonly dot: string;
  readonly range: string;
  readonly list: string;
  readonly colon: string;
  readonly dash: string;
  readonly clock: (minutes: number) => string;
  readonly suffix: string;
  readonly spans: string;
  readonly entries: string;
  readonly closed: string;
  readonly timesFirst: boolean;
  readonly title: string;
  readonly noise: (text: string) => string;
}

const OSM = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

const two = (number: number) => String(number).padStart(2, '0');
const hour = (minutes: number) => Math.floor(minutes / 60) % 24;

const timesOf: fc.Arbitrary<DayHours> = fc
  .record({
    opens: fc.integer({ min: 24, max: 44 }),
    morning: fc.integer({ min: 4, max: 16 }),
    noon: fc.constantFrom(0, 0, 2, 4, 6),
    afternoon: fc.integer({ min: 4, max: 20 }),
    night: fc.constantFrom(false, false, false, true),
    openEnd: fc.constantFrom(false, false, false, false, true),
    whole: fc.boolean(),
  })
  .map(({ opens, morning, noon, afternoon, night, openEnd, whole }) => {
    const quarter = (count: number) => (whole ? Math.round(count / 4) * 60 : count * 15);
    const [begin, middle] = [quarter(opens), quarter(opens + morning)];
    const after = middle + Math.max(quarter(noon), noon > 0 ? 60 : 0);
    const opened = noon > 0 ? after : begin;
    // Later than three, or from noon on, and without a zero ("6:00-3:15", "12:00-2:00"), it may be the afternoon.
    const isNoon = opened >= 720 && opened < 780;
    const end =
      night && !isNoon
        ? 1440 + quarter(4 + (afternoon % 9))
        : Math.min(after + Math.max(quarter(afternoon), 60), 1440);
    const last = { from: opened, to: openEnd ? undefined : end };
    return noon > 0 ? [{ from: begin, to: middle }, last] : [last];
  });

const ending = ({ from, to }: Hours): Hours => ({ from, to: to ?? 1440 });
const early = ({ from, to }: Hours): Hours => ({ from, to: to === undefined ? to : Math.min(to, 1440) });

/** The hours of seven days and of holidays: some days like others, some closed, some not spoken of. */
const week = fc
  .record({
    kinds: fc.array(timesOf, { minLength: 1, maxLength: 3 }),
    days: fc.array(fc.integer({ min: -2, max: 5 }), { minLength: 7, maxLength: 7 }),
    // A rule may have few open ends where nothing cuts its nights (`ruleExcess`).
    nights: fc.boolean(),
    holidays: fc.constantFrom(undefined, undefined, 'closed' as const),
  })
  .map(({ kinds, days, holidays, nights }) => ({
    holidays,
    nights,
    days: days.map((kind): DayHours | 'closed' | undefined => {
      const hours = kinds[Math.max(kind, 0) % kinds.length] ?? [];
      return kind === -2 ? undefined : kind === -1 ? 'closed' : nights ? hours.map(ending) : hours.map(early);
    }),
  }))
  .filter(({ days }) => days.some((day) => day !== undefined));

type Week = typeof week extends fc.Arbitrary<infer Value> ? Value : never;

const isLater = (minutes: number): boolean => minutes >= 720;

const CLOCKS: Readonly<Record<Language, readonly ((minutes: number) => string)[]>> = {
  de: [
    (at) => `${two(hour(at))}:${two(at % 60)}`,
    (at) => `${two(hour(at))}.${two(at % 60)}`,
    (at) => `${hour(at)}:${two(at % 60)}`,
    (at) => (at % 60 === 0 ? two(hour(at)) : `${two(hour(at))}.${two(at % 60)}`),
    (at) => `${two(hour(at))}${two(at % 60)}`,
    (at) => `${hour(at)}h${two(at % 60)}`,
    (at) => `${two(hour(at))}:${two(at % 60)}:00`,
  ],
  en: [
    (at) => `${hour(at) % 12 === 0 ? 12 : hour(at) % 12}:${two(at % 60)}${isLater(at % 1440) ? 'pm' : 'am'}`,
    (at) =>
      `${hour(at) % 12 === 0 ? 12 : hour(at) % 12}.${two(at % 60)} ${isLater(at % 1440) ? 'p.m.' : 'a.m.'}`,
    (at) =>
      `${hour(at) % 12 === 0 ? 12 : hour(at) % 12}${at % 60 === 0 ? '' : `:${two(at % 60)}`} ${isLater(at % 1440) ? 'PM' : 'AM'}`,
  ],
};

const INVISIBLE = ['\u200B', '\u00AD', '\uFEFF', '\u2060', '\u202A'];

const NOISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(' ', '  ').normalize('NFD'),
  (text) => text.replaceAll('\n', '<br />').replaceAll('–', '&ndash;').replaceAll(' ', '&nbsp;'),
  (text) =>
    [...text]
      .map((one, at) => `${one}${at % 3 === 0 ? (INVISIBLE[at % INVISIBLE.length] ?? '') : ''}`)
      .join(''),
];

const common = {
  name: fc.nat({ max: 4 }),
  dot: fc.constantFrom('', '', '.'),
  list: fc.constantFrom(', ', '/', ' & ', ' + ', ','),
  colon: fc.constantFrom(' ', ': ', ':', ' : ', '\t'),
  spans: fc.constantFrom(', ', ' / ', ' & ', ' + ', ' '),
  entries: fc.constantFrom(', ', '; ', '\n', ' ', ' | ', '\n\n'),
  timesFirst: fc.constantFrom(false, false, false, true),
  noise: fc.constantFrom(...NOISES),
};

const styleOf = (language: Language): fc.Arbitrary<Style> => {
  const { say, words } = HOURS_WORDS[language];
  return fc
    .record({
      ...common,
      list: fc.oneof(common.list, fc.constant(` ${say.and} `)),
      spans: fc.oneof(common.spans, fc.constant(` ${say.and} `)),
      range: fc.constantFrom('-', '–', ' - ', ' – ', '—', ` ${say.to} `),
      dash: fc.constantFrom('-', '–', ' - ', ' – ', ` ${say.to} `),
      clock: fc.constantFrom(...CLOCKS[language]),
      suffix: fc.constantFrom('', language === 'de' ? ' Uhr' : ''),
      closed: fc.constantFrom(...words.closed.filter((word) => !word.includes(' '))),
      title: fc.constantFrom('', '', language === 'de' ? 'Öffnungszeiten: ' : 'Opening hours: '),
    })
    .map((style) => ({ ...style, language }));
};

function writeDays(days: readonly (number | 'holidays')[], style: Style): string {
  const { weekdays, say } = HOURS_WORDS[style.language];
  const named = (day: number) => {
    const names = (weekdays[day] ?? []).filter((name) => name !== 'Frei');
    return `${names[style.name % names.length] ?? ''}${style.dot}`;
  };
  const runs: (number | 'holidays')[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (day !== 'holidays' && run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const parts = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === 'holidays' || last === 'holidays') return [say.holidays];
    return run.length > 1 ? [`${named(first ?? 0)}${style.range}${named(last ?? 0)}`] : [named(first ?? 0)];
  });
  return parts.join(style.list);
}

function writeSpan({ from, to }: Hours, style: Style): string {
  const { times } = HOURS_WORDS[style.language];
  if (to === undefined) return times.openEnd(`${style.clock(from)}${style.suffix}`);
  const end = to === 1440 && style.language === 'de' ? '24:00' : style.clock(to);
  return `${style.clock(from)}${style.dash}${end}${style.suffix}`;
}

/** A week as a person with this style writes it. */
export function writeWeek({ days, holidays }: Week, style: Style): string {
  const groups = new Map<string, { days: (number | 'holidays')[]; hours: DayHours | 'closed' }>();
  const add = (day: number | 'holidays', hours: DayHours | 'closed') => {
    const group = groups.get(JSON.stringify(hours)) ?? { days: [], hours };
    group.days.push(day);
    groups.set(JSON.stringify(hours), group);
  };
  days.forEach((hours, day) => hours && add(day, hours));
  if (holidays) add('holidays', holidays);
  const entries = [...groups.values()].map(({ days: some, hours }) => {
    const named = writeDays(some, style);
    const times =
      hours === 'closed' ? style.closed : hours.map((one) => writeSpan(one, style)).join(style.spans);
    return style.timesFirst ? `${times} ${named}` : `${named}${style.colon}${times}`;
  });
  return style.noise(`${style.title}${entries.join(style.entries)}`);
}

/** The same week, a rule for each day. */
export function osmWeek({ days, holidays, nights }: Week): string {
  const hhmm = (minutes: number) => `${two(hour(minutes))}:${two(minutes % 60)}`;
  const span = ({ from, to }: Hours) =>
    to === undefined ? `${hhmm(from)}+` : `${hhmm(from)}-${to === 1440 ? '24:00' : hhmm(to)}`;
  const closed = days.flatMap((hours, day) => (hours === 'closed' ? [`${OSM[day] ?? ''} off`] : []));
  const open = days.flatMap((hours, day) =>
    hours && hours !== 'closed' ? [`${OSM[day] ?? ''} ${hours.map(span).join(',')}`] : [],
  );
  return [
    ...closed,
    ...(open.length > 0 ? [open.join(nights ? ', ' : '; ')] : []),
    ...(holidays ? ['PH off'] : []),
  ].join('; ');
}

/** A week, and how somebody writes it in a language. */
export const writtenWeek = (language: Language): fc.Arbitrary<{ text: string; osm: string }> =>
  fc
    .tuple(week, styleOf(language))
    .map(([hours, style]) => ({ text: writeWeek(hours, style), osm: osmWeek(hours) }));

const FRAGMENTS = [
  ...[
    'Mo',
    'Di-',
    'montags',
    'Frei',
    'werktags',
    'täglich',
    'Feiertag',
    'sonst',
    'außer',
    'Sonn- und',
    'Mon',
    'weekdays',
  ],
  ...[
    '9',
    '9-',
    '-18',
    '8.30',
    '0830',
    '24h',
    '24/7',
    '9:00',
    '25:99',
    '9am',
    'noon',
    '12 pm',
    '18+',
    '2026',
    '99999',
  ],
  ...[
    'bis',
    'ab',
    'von',
    'und',
    'Uhr',
    '.',
    ',',
    ';',
    ':',
    '/',
    '&',
    '+',
    '-',
    '–',
    '|',
    '\n',
    '(',
    ')',
    '[',
    '?',
    '"',
  ],
  ...[
    'Ruhetag',
    'kein Ruhetag',
    'n. V.',
    'nach Vereinbarung',
    'by appointment',
    'closed',
    'zur Zeit',
    '14-täglich',
  ],
  ...[
    'Mai',
    'April bis',
    '1.4.',
    '31.12.2026',
    'Sommer',
    'KW 7',
    'gerade Wochen',
    '1. Samstag im Monat',
    'last',
    'May 1st',
  ],
  ...[
    '<br>',
    '&nbsp;',
    '&#8211;',
    '&',
    '<',
    '\u200B',
    '\u0308',
    '\uD800',
    '😀',
    'Küche',
    'constructor',
    '__proto__',
  ],
];

/** Pieces of hours in any order, with anything in between; or one of them again and again. */
export const anyHoursText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom(' ', ' ', '')), { maxLength: 40 })
    .map((parts) => parts.flat().join('')),
  fc
    .tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom(' ', ''), fc.nat({ max: 1000 }))
    .map(([fragment, blank, count]) => `${fragment}${blank}`.repeat(count).slice(0, 1000)),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
