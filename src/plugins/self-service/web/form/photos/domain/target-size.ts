export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels: what a large screen shows. */
export const LONGEST_EDGE = 2560;

/** The size of a picture that fits into a square, in whole pixels; it is never enlarged. @param edge in pixels */
export function sizeWithin({ width, height }: Size, edge: number): Size {
  const scale = Math.min(1, edge / Math.max(width, height));
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

// Each about half the bytes of the one before.
const STEPS = [1, 0.7, 0.5, 0.35];

/** The edges that are tried one after the other until a picture is small enough. */
export const EDGES: readonly number[] = STEPS.map((step) => Math.round(LONGEST_EDGE * step));
