import type { HealthHour } from '#src/plugins/portal-feed/server/src/contract';

export interface Part {
  readonly y: number;
  readonly height: number;
}

/** One hour, with failures on top of successes. */
export interface Bar {
  readonly start: string;
  readonly x: number;
  readonly width: number;
  readonly succeeded: Part;
  readonly failed: Part;
}

// A single failure next to a thousand successes must be visible.
const LEAST = 3;

/** Lays out the attempts of some hours as bars in a box, oldest on the left; the highest fills the box. */
export function barsOf(
  hours: readonly HealthHour[],
  box: { readonly width: number; readonly height: number; readonly gap: number },
): Bar[] {
  const most = Math.max(1, ...hours.map(({ succeeded, failed }) => succeeded + failed));
  const step = box.width / Math.max(1, hours.length);
  return hours.map(({ start, succeeded, failed }, index) => {
    const failedHeight = heightOf(failed, most, box.height);
    const succeededHeight = Math.min(heightOf(succeeded, most, box.height), box.height - failedHeight);
    return {
      start,
      x: index * step + box.gap / 2,
      width: step - box.gap,
      succeeded: { y: box.height - succeededHeight, height: succeededHeight },
      failed: { y: box.height - succeededHeight - failedHeight, height: failedHeight },
    };
  });
}

const heightOf = (count: number, most: number, height: number): number =>
  count === 0 ? 0 : Math.max(LEAST, (count / most) * height);
