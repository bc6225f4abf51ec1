/** From `start` up to but not including `end`; milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same moments as ordered spans that neither touch nor overlap. */
export function tidied(spans: readonly Span[]): Span[] {
  const tidy: Span[] = [];
  for (const span of spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = tidy.at(-1);
    if (last && span.start <= last.end)
      tidy[tidy.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else tidy.push(span);
  }
  return tidy;
}

/** The parts of the spans that lie in one of the frames. */
export const within = (spans: readonly Span[], frames: readonly Span[]): Span[] =>
  tidied(
    frames.flatMap((frame) =>
      spans.map(({ start, end }) => ({
        start: Math.max(start, frame.start),
        end: Math.min(end, frame.end),
      })),
    ),
  );

/** The parts of the spans that lie in none of the others. One pass over both. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const taken = tidied(others);
  const rest: Span[] = [];
  let first = 0;
  for (const span of tidied(spans)) {
    while ((taken[first]?.end ?? Infinity) <= span.start) first += 1;
    let { start } = span;
    for (let at = first; at < taken.length; at += 1) {
      const other = taken[at] as Span;
      if (other.start >= span.end) break;
      if (other.start > start) rest.push({ start, end: other.start });
      start = other.end;
    }
    if (start < span.end) rest.push({ start, end: span.end });
  }
  return rest;
}
