import type { openHours } from '#src/languages/de/open-hours';

/** A time of a clock; `[24, 0]` is the end of a day. */
export type ClockTime = readonly [hour: number, minute: number];

/** From one time to another; without `to` nobody says until when. */
export interface ClockSpan {
  readonly from: ClockTime;
  readonly to?: ClockTime | undefined;
  /** It may end later. */
  readonly openEnd?: boolean;
}

/** How a language says hours (`src/languages`). */
export type HoursSaid = typeof openHours;

const isWholeDay = ({ from: [hour, minute], to }: ClockSpan): boolean =>
  hour === 0 && minute === 0 && to?.[0] === 24 && to[1] === 0;

function openEnded({ from, to, openEnd }: ClockSpan, say: HoursSaid): string {
  if (to === undefined) return say.openEnd(say.time(...from));
  const said = say.spans([say.span(from, to)]);
  return openEnd ? say.orLater(said) : said;
}

/**
 * The hours of a day in words: "9–12 und 14–18 Uhr". Pages, answers about hours and the panel all say them by this.
 * @param spans in their order; none: closed
 */
export function timesInWords(spans: readonly ClockSpan[], say: HoursSaid): string {
  const [first, more] = spans;
  if (first === undefined) return say.closedThatDay;
  if (more === undefined && isWholeDay(first)) return say.allDay;
  const last = spans.at(-1);
  // Only the last of a day ends late, as a rule; then it is said once, at the end.
  if (spans.slice(0, -1).every(({ openEnd }) => !openEnd) && last?.to !== undefined) {
    const said = say.spans(spans.map(({ from, to = from }) => say.span(from, to)));
    return last.openEnd ? say.orLater(said) : said;
  }
  return say.and(spans.map((span) => openEnded(span, say)));
}

/** A time of `HH:MM`, as rules write it. */
export function clockTime(text: string): ClockTime {
  const [hour, minute] = text.split(':');
  return [Number(hour), Number(minute)];
}
