// Cameras and phones of "24 megapixels" deliver up to 24.5 million pixels. Decoded: 75 MB with three channels, 100 MB
// with four.
export const MAX_PIXELS = 25_000_000;

/** What the header of a picture says. */
export interface PictureHeader {
  width?: number | undefined;
  height?: number | undefined;
  /** Frames of an animation, or pages of a document. */
  pages?: number | undefined;
}

/** Pixels of all pages together, since an animation is decoded as a whole. */
export const pixelsIn = ({ width = 0, height = 0, pages = 1 }: PictureHeader): number =>
  width * height * Math.max(1, pages);

/** Whether decoding it stays within bounds. */
export const isDecodable = (header: PictureHeader): boolean => pixelsIn(header) <= MAX_PIXELS;
