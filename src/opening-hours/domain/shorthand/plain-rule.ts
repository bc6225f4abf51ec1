import { OSM_DAYS, WEEK } from './days';
import type { Value } from './statements';
import { DAY, inOrder, type TimeSpan } from './times';
import type { Block, Day } from './week';

const ALL_DAY: Value = { kind: 'open', spans: [{ from: 0, to: DAY, openEnd: false }] };

const TIME = /^(\d{2}):([0-5]\d)(?:-(\d{2}):([0-5]\d))?(\+?)$/;

function spanOf(text: string): TimeSpan | undefined {
  const [, hour, minute, endHour, endMinute, plus] = TIME.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const from = Number(hour) * 60 + Number(minute);
  if (from >= DAY || (endHour === undefined && plus === '')) return undefined;
  if (endHour === undefined) return { from, openEnd: true };
  const to = Number(endHour) * 60 + Number(endMinute);
  if (to > DAY || to === from) return undefined;
  return { from, to: to < from ? to + DAY : to, openEnd: plus === '+' };
}

function valueOf(text: string): Value | undefined {
  if (text === 'off' || text === 'closed') return { kind: 'closed' };
  const spans = text.split(',').map(spanOf);
  if (!spans.every((span) => span !== undefined) || !inOrder(spans)) return undefined;
  return { kind: 'open', spans };
}

const dayNumber = (name: string | undefined): number => (OSM_DAYS as readonly string[]).indexOf(name ?? '');

function daysOf(text: string): Day[] | undefined {
  const days: Day[] = [];
  for (const part of text.split(',')) {
    if (part === 'PH') days.push({ kind: 'holidays' });
    else {
      const [from, to, more] = part.split('-');
      const [first, last] = [dayNumber(from), dayNumber(to ?? from)];
      if (first < 0 || last < 0 || more !== undefined) return undefined;
      for (const step of WEEK.slice(0, ((last - first + 7) % 7) + 1))
        days.push({ kind: 'weekday', day: (first + step) % 7 });
    }
  }
  return days;
}

/**
 * Reads a rule that is in OSM `opening_hours` syntax already, as far as it is about weekdays, public holidays and times,
 * parted by semicolons: the later part goes before the earlier one on its days.
 * @returns `undefined` for anything else, be it a rule or not
 */
export function readPlainRule(rule: string): Block[] | undefined {
  const byDay = new Map<string, { day: Day; value: Value }>();
  const parts = rule.trim().split(';');
  for (const part of parts) {
    const [first = '', second, more] = part.trim().split(' ');
    if (more !== undefined) return undefined;
    const days = second === undefined ? WEEK.map((day): Day => ({ kind: 'weekday', day })) : daysOf(first);
    const value = first === '24/7' && parts.length === 1 ? ALL_DAY : valueOf(second ?? first);
    if (!days || !value) return undefined;
    for (const day of days) byDay.set(JSON.stringify(day), { day, value });
  }
  const rows = new Map<string, { days: Day[]; value: Value }>();
  for (const { day, value } of byDay.values()) {
    const row = rows.get(JSON.stringify(value)) ?? { days: [], value };
    row.days.push(day);
    rows.set(JSON.stringify(value), row);
  }
  return [{ season: undefined, rows: [...rows.values()] }];
}
