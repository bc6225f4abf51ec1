import type { Ask } from './answer';
import { EVERY_DAY, hasDays, includesDays, WEEK, without, type DaySet } from './days';
import type { Item } from './items';
import { inOrder, printSpan, type TimeSpan } from './times';

/** What holds on some days. */
export type Value =
  | { readonly kind: 'open'; readonly spans: readonly TimeSpan[] }
  | { readonly kind: 'closed' }
  /** Open perhaps. */
  | { readonly kind: 'comment'; readonly comment: string };

/** That something holds on some days, and where the text says so. */
export interface Statement {
  readonly days: DaySet;
  readonly value: Value;
  /** The text does not name its days. */
  readonly implied?: true | undefined;
  readonly start: number;
  readonly end: number;
}

export type Segment = readonly Item[];

const valueOf = (item: Item): Value | undefined => {
  if (item.kind === 'times') return { kind: 'open', spans: item.spans };
  if (item.kind === 'closed') return { kind: 'closed' };
  return item.kind === 'appointment' ? { kind: 'comment', comment: item.comment } : undefined;
};

const daysOf = (item: Item): DaySet | undefined => (item.kind === 'days' ? item.days : undefined);

/** One letter an item: days, days that are excepted, closed, or another value. */
const letterOf = ({ kind }: Item): string =>
  kind === 'days' ? 'D' : kind === 'except' ? 'E' : kind === 'closed' ? 'C' : 'V';

const shapeOf = (segment: Segment): string => segment.map(letterOf).join('');

const partOf = (segment: Segment) => ({
  start: Math.min(...segment.map(({ start }) => start)),
  end: Math.max(...segment.map(({ end }) => end)),
});

const CLOSED: Value = { kind: 'closed' };

function statement(days: Item, value: Item, ask: Ask): Statement[] {
  const [set, said] = [daysOf(days), valueOf(value)];
  const part = partOf([days, value]);
  if (!set || !said || !hasDays(set)) return [];
  if (!set.excepted) return [{ days: set, value: said, ...part }];
  // "geschlossen außer Sonntag": open then, at times that are not said.
  if (said.kind === 'closed') ask('times-missing', part);
  const { excepted, ...others } = set;
  // Weekdays are taken out; of holidays it has to be said that they are closed.
  const holidays = { ...excepted, weekdays: [] };
  const isSaid = said.kind === 'closed' || !hasDays(holidays);
  return [
    { days: others, value: said, ...part },
    ...(isSaid ? [] : [{ days: holidays, value: CLOSED, ...part }]),
  ];
}

/** Takes the excepted days out of what they are said of; nothing where that is not clear. */
function withExceptions(segment: Segment, ask: Ask): Segment | undefined {
  const items: Item[] = [];
  for (let at = 0; at < segment.length; at += 1) {
    const [item, next] = [segment[at] as Item, segment[at + 1]];
    if (item.kind !== 'except') {
      items.push(item);
      continue;
    }
    const before = items.at(-1);
    const isOf = (days: DaySet) => includesDays(days, item.days);
    const excepting = (days: Item & { kind: 'days' }): Item => ({
      ...days,
      days: without(days.days, item.days),
      ...partOf([item, days]),
    });
    const everyDay = { kind: 'days', days: EVERY_DAY, ...partOf([item]) } as const;
    if (before?.kind === 'days') {
      // "täglich außer Montag 10-18"
      if (!isOf(before.days) || before.days.excepted) return undefined;
      items[items.length - 1] = excepting(before);
    } else if (next?.kind === 'days') {
      // "außer Montag täglich 10-18"
      if (!isOf(next.days)) return undefined;
      items.push(excepting(next));
      at += 1;
    } else if (!before) {
      // "außer Montag 10-18 Uhr"
      if (next?.kind !== 'times') return undefined;
      items.push(excepting(everyDay));
    } else if (items.length === 1 && before.kind === 'times') {
      // "10-18 Uhr, außer Montag"
      if (next) return undefined;
      items.unshift(excepting(everyDay));
    } else {
      // "Mo-Fr 9-18, außer Mi 9-12", or closed on Wednesdays
      const [days] = items.slice(-2);
      if (days?.kind !== 'days' || !isOf(days.days)) return undefined;
      if (before.kind === 'closed' && next?.kind !== 'times') {
        ask('times-missing', item);
        continue;
      }
      items.push({ ...item, kind: 'days' });
      if (next?.kind !== 'times') items.push({ kind: 'closed', ...partOf([item]) });
      if (next?.kind === 'closed') at += 1;
    }
  }
  return items;
}

function pairs(segment: Segment, daysFirst: boolean, ask: Ask): Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at + 1 < segment.length; at += 2) {
    const [one, other] = [segment[at] as Item, segment[at + 1] as Item];
    found.push(...(daysFirst ? statement(one, other, ask) : statement(other, one, ask)));
  }
  return found;
}

const everyDay = (item: Item): Statement[] => {
  const value = valueOf(item);
  return value ? [{ days: EVERY_DAY, value, implied: true, ...partOf([item]) }] : [];
};

/** Lines with days, then as many lines with times: two columns of a table. */
function joinColumns(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (let at = 0; at < segments.length;) {
    const run = (from: number, test: RegExp): number => {
      let end = from;
      while (end < segments.length && test.test(shapeOf(segments[end] as Segment))) end += 1;
      return end - from;
    };
    const names = run(at, /^D$/);
    const values = names > 0 ? run(at + names, /^[VC]$/) : 0;
    const rows = names === values ? names : names === 1 && values > 0 ? 1 : 0;
    for (let row = 0; row < rows; row += 1)
      joined.push([...(segments[at + row] as Segment), ...(segments[at + names + row] as Segment)]);
    if (rows === 0) joined.push(segments[at] as Segment);
    at += rows === 0 ? 1 : names + rows;
  }
  return joined;
}

/** More times of the days before: "Mo-Fr 8-12; 14-18". */
function continued(before: Statement | undefined, item: Item): Statement | undefined {
  if (before?.value.kind !== 'open' || item.kind !== 'times') return undefined;
  const spans = [...before.value.spans, ...item.spans];
  return inOrder(spans) ? { ...before, value: { kind: 'open', spans }, end: item.end } : undefined;
}

/** A value without days of its own. */
function alone(item: Item, others: readonly Segment[], before: Statement | undefined, ask: Ask): Statement[] {
  const more = continued(before, item);
  if (more) return [more];
  const onlyClosed = others.every((other) => /^(?:(?:DC)+|CD)$/.test(shapeOf(other)));
  if (item.kind === 'closed' && others.length > 0) ask('closed-when', item);
  else if (onlyClosed) return everyDay(item);
  else if (item.kind === 'times') ask('days-missing', item, [`Mo-Su ${item.spans.map(printSpan).join(',')}`]);
  return [];
}

function fromSegment(given: Segment, ask: Ask): Statement[] {
  const segment = withExceptions(given, ask);
  if (!segment) {
    ask('belongs-to', partOf(given));
    return [];
  }
  const shape = shapeOf(segment);
  const [first, last] = [segment[0] as Item, segment.at(-1) as Item];
  if (/^(?:D[VC])+$/.test(shape)) return pairs(segment, true, ask);
  if (/^(?:[VC]D)+$/.test(shape)) return pairs(segment, false, ask);
  if (/^(?:D[VC])+CD$/.test(shape))
    return [...pairs(segment.slice(0, -2), true, ask), ...statement(last, segment.at(-2) as Item, ask)];
  if (/^V(?:DC)+$/.test(shape)) return [...everyDay(first), ...pairs(segment.slice(1), true, ask)];
  if (/^(?:D[VC])*D$/.test(shape)) {
    if (hasDays(daysOf(last) ?? EVERY_DAY)) ask('times-missing', last);
    return pairs(segment.slice(0, -1), true, ask);
  }
  if (/^V(?:D[VC])+$/.test(shape) && first.kind === 'times')
    ask('days-missing', first, [`Mo-Su ${first.spans.map(printSpan).join(',')}`]);
  else if (/^V*C$/.test(shape)) ask('closed-when', partOf(segment));
  else if (!/^V$/.test(shape) || first.kind === 'times') ask('belongs-to', partOf(segment));
  return [];
}

/** "außer an Feiertagen" on a line of its own: closed then. */
function exceptionAlone(segment: Segment, at: number): Segment {
  const [only, more] = segment;
  if (only?.kind !== 'except' || more || at === 0) return segment;
  return [
    { ...only, kind: 'days' },
    { kind: 'closed', start: only.start, end: only.end },
  ];
}

/** What the segments of one part of the year say. */
export function statementsOf(segments: readonly Segment[], ask: Ask): Statement[] {
  const said: Statement[] = [];
  const sure = joinColumns(segments.filter((one) => one.length > 0).map(exceptionAlone));
  const has = (shape: RegExp) => sure.some((one) => shape.test(shapeOf(one)));
  // "Mo⏎9-12 Di⏎10-12": the lines do not say what belongs to what.
  if (has(/^D$/) && has(/^(?:[VC]D)+$/)) {
    ask('belongs-to', partOf(sure.flat()));
    return [];
  }
  for (const segment of sure) {
    // What the doubt is about has been asked.
    if (segment.some(({ kind }) => kind === 'doubt')) continue;
    const [only, more] = segment;
    if (!only || more || only.kind === 'days' || only.kind === 'except') {
      said.push(...fromSegment(segment, ask));
      continue;
    }
    const others = sure.filter((one) => one !== segment);
    const found = alone(only, others, said.at(-1), ask);
    if (found.length > 0 && found[0]?.start === said.at(-1)?.start) said.pop();
    said.push(...found);
  }
  return said;
}

/** Whether a statement is about all weekdays. */
export const isEveryDay = ({ days }: Statement): boolean => days.weekdays.length === WEEK.length;
