/** From when to when, as written in the rule: `08:00` to `12:00`; an end past midnight is smaller than its start. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The spans of the seven days, Monday first, and of public holidays if the rule mentions them. */
export interface Week {
  readonly days: readonly (readonly Span[])[];
  readonly holidays: readonly Span[] | null;
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const DAY = 'Mo|Tu|We|Th|Fr|Sa|Su';
const SELECTOR = new RegExp(
  `^((?:${DAY}|PH)(?:-(?:${DAY}))?(?:,\\s?(?:${DAY}|PH)(?:-(?:${DAY}))?)*)(?:\\s+|$)`,
);
const TIME = /^([01]?\d|2[0-4]):([0-5]\d)-([01]?\d|2[0-4]):([0-5]\d)$/;
const ALL_DAY: readonly Span[] = [{ from: '00:00', to: '24:00' }];

/**
 * Reads the common part of the OSM `opening_hours` syntax: days, times, `off`, `PH` and `24/7`; later rules replace
 * earlier ones on their days.
 * @returns `null` for anything else (months, weeks, sunset, comments); show the rule as written then
 */
export function parseWeek(rule: string): Week | null {
  const week: { days: (readonly Span[])[]; holidays: readonly Span[] | null } = {
    days: DAYS.map(() => []),
    holidays: null,
  };
  const parts = rule.split(';').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  if (parts.length === 0) return null;
  for (const part of parts) {
    const parsed = parsePart(part);
    if (!parsed) return null;
    for (const day of parsed.days) {
      if (day === 'PH') week.holidays = parsed.spans;
      else week.days[day] = parsed.spans;
    }
  }
  return week;
}

type Day = number | 'PH';

function parsePart(part: string): { days: readonly Day[]; spans: readonly Span[] } | null {
  const selector = SELECTOR.exec(part)?.[1];
  const days = selector === undefined ? DAYS.map((_, index) => index) : parseDays(selector);
  const times = part.slice(SELECTOR.exec(part)?.[0].length ?? 0).trim();
  const spans = times === '' && selector === undefined ? null : parseSpans(times);
  return days && spans ? { days, spans } : null;
}

function parseDays(selector: string): Day[] | null {
  const days: Day[] = [];
  for (const item of selector.split(/,\s?/)) {
    const [from, to] = item.split('-');
    if (from === 'PH') {
      if (to !== undefined) return null;
      days.push('PH');
      continue;
    }
    const first = DAYS.indexOf(from as (typeof DAYS)[number]);
    const last = to === undefined ? first : DAYS.indexOf(to as (typeof DAYS)[number]);
    if (first < 0 || last < 0) return null;
    // Fr-Mo spans the end of the week.
    for (let step = 0; step <= (last - first + 7) % 7; step += 1) days.push((first + step) % 7);
  }
  return days;
}

function parseSpans(times: string): readonly Span[] | null {
  if (times === 'off' || times === 'closed') return [];
  if (times === '24/7' || times === 'open' || times === '') return ALL_DAY;
  const spans = times.split(',').map((text) => parseSpan(text.trim()));
  return spans.every((span) => span !== null) ? spans : null;
}

function parseSpan(text: string): Span | null {
  const match = TIME.exec(text.replace(/\s+/g, ' ').replace(/ ?- ?/, '-'));
  if (!match) return null;
  const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const to = `${toHour.padStart(2, '0')}:${toMinute}`;
  return from > '23:59' || to > '24:00' ? null : { from, to };
}

/** Whether two days have the same spans. */
export const sameSpans = (one: readonly Span[] | null, other: readonly Span[] | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
