import { HEAD_BYTES, pictureKind, type PictureKind } from './domain/picture-kind';
import { EDGES, sizeWithin, type Size } from './domain/target-size';

/** Why a file cannot become a picture of a listing. */
export type Unfit = 'heic' | 'video' | 'pdf' | 'notAPicture' | 'broken' | 'tooLarge';

export type Prepared =
  { readonly ok: true; readonly picture: Blob } | { readonly ok: false; readonly reason: Unfit };

// As good as a photo can be told from its original, at a third of the bytes.
const QUALITY = 0.88;

/** Kinds that may have see-through parts, and those of drawings, which JPEG blurs. */
const WITH_ALPHA: ReadonlySet<PictureKind> = new Set<PictureKind>(['png', 'webp', 'gif', 'avif']);
const OF_DRAWINGS: ReadonlySet<PictureKind> = new Set<PictureKind>(['png', 'gif']);

/** Told to the decoder, since one of them believes what the file is called. */
const typed = (file: Blob, kind: PictureKind): Blob =>
  file.slice(0, file.size, kind === 'unknown' ? '' : `image/${kind}`);

/** The size of a picture as it is seen, turned as its EXIF says; without decoding it. */
function sizeOf(file: Blob): Promise<Size> {
  const address = URL.createObjectURL(file);
  return new Promise<Size>((resolve, reject) => {
    const picture = new Image();
    picture.addEventListener('load', () =>
      resolve({ width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener('error', () => reject(new Error('The browser cannot read the picture.')));
    picture.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

/** Upright, in the size asked for: 48 megapixels are shrunk while they are read. */
async function drawn(file: Blob, { width, height }: Size): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file, {
    imageOrientation: 'from-image',
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas;
}

function isSeeThrough(canvas: HTMLCanvasElement): boolean {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  // Red, green, blue, alpha.
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

const encoded = (canvas: HTMLCanvasElement, type: string): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const taken = (picture: Blob | null): void =>
      picture ? resolve(picture) : reject(new Error('The browser cannot write the picture.'));
    canvas.toBlob(taken, type, QUALITY);
  });

/** As JPEG, and PNG where that loses nothing that is seen. Only pixels are left: no EXIF, no position. */
async function written(canvas: HTMLCanvasElement, kind: PictureKind): Promise<Blob> {
  if (WITH_ALPHA.has(kind) && isSeeThrough(canvas)) return encoded(canvas, 'image/png');
  const jpeg = await encoded(canvas, 'image/jpeg');
  if (!OF_DRAWINGS.has(kind)) return jpeg;
  const png = await encoded(canvas, 'image/png');
  return png.size <= jpeg.size ? png : jpeg;
}

async function shrunk(file: Blob, kind: PictureKind, maxBytes: number): Promise<Prepared> {
  const size = await sizeOf(file);
  for (const edge of EDGES) {
    const canvas = await drawn(file, sizeWithin(size, edge));
    const picture = await written(canvas, kind);
    // Phones free the memory of a canvas late.
    canvas.width = canvas.height = 0;
    if (picture.size <= maxBytes) return { ok: true, picture };
  }
  return { ok: false, reason: 'tooLarge' };
}

const REASONS: Readonly<Partial<Record<PictureKind, Unfit>>> = {
  heic: 'heic',
  video: 'video',
  pdf: 'pdf',
  unknown: 'notAPicture',
};

/**
 * Makes of a file from a camera or a gallery a picture that can be uploaded: upright, at most 2,560 pixels wide or high,
 * encoded afresh, so that where it was taken does not leave the device.
 * @param maxBytes of the result
 */
export async function preparePicture(file: Blob, maxBytes: number): Promise<Prepared> {
  let kind: PictureKind = 'unknown';
  try {
    kind = pictureKind(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
    if (kind === 'video' || kind === 'pdf') return { ok: false, reason: kind };
    return await shrunk(typed(file, kind), kind, maxBytes);
  } catch {
    // What the browser cannot decode, and a file that is not on the device any more.
    return { ok: false, reason: REASONS[kind] ?? 'broken' };
  }
}
