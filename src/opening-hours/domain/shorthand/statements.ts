import type { Ask } from './answer';
import { EVERY_DAY, hasDays, WEEK, type DaySet } from './days';
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

/** One letter an item: days, closed, or another value. */
const letterOf = ({ kind }: Item): string => (kind === 'days' ? 'D' : kind === 'closed' ? 'C' : 'V');

const shapeOf = (segment: Segment): string => segment.map(letterOf).join('');

const partOf = (segment: Segment) => ({
  start: Math.min(...segment.map(({ start }) => start)),
  end: Math.max(...segment.map(({ end }) => end)),
});

function statement(days: Item, value: Item): Statement[] {
  const [set, said] = [daysOf(days), valueOf(value)];
  return set && said && hasDays(set) ? [{ days: set, value: said, ...partOf([days, value]) }] : [];
}

function pairs(segment: Segment, daysFirst: boolean): Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at + 1 < segment.length; at += 2) {
    const [one, other] = [segment[at] as Item, segment[at + 1] as Item];
    found.push(...(daysFirst ? statement(one, other) : statement(other, one)));
  }
  return found;
}

const everyDay = (item: Item): Statement[] => {
  const value = valueOf(item);
  return value ? [{ days: EVERY_DAY, value, ...partOf([item]) }] : [];
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

function fromSegment(segment: Segment, ask: Ask): Statement[] {
  const shape = shapeOf(segment);
  const [first, last] = [segment[0] as Item, segment.at(-1) as Item];
  if (/^(?:D[VC])+$/.test(shape)) return pairs(segment, true);
  if (/^(?:[VC]D)+$/.test(shape)) return pairs(segment, false);
  if (/^(?:D[VC])+CD$/.test(shape))
    return [...pairs(segment.slice(0, -2), true), ...statement(last, segment.at(-2) as Item)];
  if (/^V(?:DC)+$/.test(shape)) return [...everyDay(first), ...pairs(segment.slice(1), true)];
  if (/^(?:D[VC])*D$/.test(shape)) {
    if (hasDays(daysOf(last) ?? EVERY_DAY)) ask('times-missing', last);
    return pairs(segment.slice(0, -1), true);
  }
  if (/^V(?:D[VC])+$/.test(shape) && first.kind === 'times')
    ask('days-missing', first, [`Mo-Su ${first.spans.map(printSpan).join(',')}`]);
  else if (/^V*C$/.test(shape)) ask('closed-when', partOf(segment));
  else if (!/^V$/.test(shape) || first.kind === 'times') ask('belongs-to', partOf(segment));
  return [];
}

/** What the segments of one part of the year say. */
export function statementsOf(segments: readonly Segment[], ask: Ask): Statement[] {
  const said: Statement[] = [];
  const sure = joinColumns(segments.filter((one) => one.length > 0));
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
    if (!only || more || only.kind === 'days') {
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
