/** From `start` to `end`, which is not in it; milliseconds. */
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

/** What of the spans lies in one of the frames. */
export const within = (spans: readonly Span[], frames: readonly Span[]): Span[] =>
  tidied(
    frames.flatMap((frame) =>
      spans.map(({ start, end }) => ({
        start: Math.max(start, frame.start),
        end: Math.min(end, frame.end),
      })),
    ),
  );

/** What of the spans lies in none of the others. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  let rest = tidied(spans);
  for (const { start, end } of others)
    rest = rest
      .flatMap((span) => [
        { start: span.start, end: Math.min(span.end, start) },
        { start: Math.max(span.start, end), end: span.end },
      ])
      // At once: empty halves would double with every span that is taken away.
      .filter((span) => span.start < span.end);
  return tidied(rest);
}
