import { isDecodable } from '#src/files/domain/picture-limits';

/** What contributors may upload, judged by the bytes. */
export const IMAGE_KINDS = {
  jpeg: { mime: 'image/jpeg', extension: '.jpg' },
  png: { mime: 'image/png', extension: '.png' },
  webp: { mime: 'image/webp', extension: '.webp' },
} as const;

export type ImageKind = keyof typeof IMAGE_KINDS;

export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
// Longest edge of a stored picture in pixels: twice what a large screen shows.
export const MAX_IMAGE_EDGE = 4096;
export const MAX_FILES = 10;

export interface ImageFacts {
  /** As detected by sharp from the bytes; `undefined` if they are not an image. */
  format: string | undefined;
  width: number | undefined;
  height: number | undefined;
  /** Frames of an animation; default 1. */
  pages?: number | undefined;
  bytes: number;
}

export type ImageDecision =
  | { ok: true; kind: ImageKind }
  | { ok: false; reason: 'not-an-image' | 'kind-not-allowed' | 'too-many-bytes' | 'too-many-pixels' };

const isKind = (format: string): format is ImageKind => Object.hasOwn(IMAGE_KINDS, format);

/** Whether an image is accepted. The declared type does not matter. */
export function checkImage({ format, width = 0, height = 0, pages, bytes }: ImageFacts): ImageDecision {
  if (bytes > MAX_IMAGE_BYTES) return { ok: false, reason: 'too-many-bytes' };
  if (!format || width < 1 || height < 1) return { ok: false, reason: 'not-an-image' };
  if (!isKind(format)) return { ok: false, reason: 'kind-not-allowed' };
  if (!isDecodable({ width, height, pages })) return { ok: false, reason: 'too-many-pixels' };
  return { ok: true, kind: format };
}
