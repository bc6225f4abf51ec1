/** What a file is, by its first bytes; its name and what the device says of it may be wrong. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'video' | 'pdf' | 'unknown';

/** As many bytes as are looked at. */
export const HEAD_BYTES = 32;

/** A file of this kind begins so, after some bytes that are skipped; a kind may have several rows. */
interface Beginning {
  readonly kind: PictureKind;
  readonly at: number;
  readonly text: string;
}

// Bytes as Latin-1, as the formats' own specifications write them.
const BEGINNINGS: readonly Beginning[] = [
  { kind: 'jpeg', at: 0, text: '\xff\xd8\xff' },
  { kind: 'png', at: 0, text: '\x89PNG\r\n\x1a\n' },
  { kind: 'gif', at: 0, text: 'GIF8' },
  { kind: 'webp', at: 8, text: 'WEBP' },
  { kind: 'video', at: 8, text: 'AVI ' },
  { kind: 'pdf', at: 0, text: '%PDF' },
  // Matroska and WebM (EBML).
  { kind: 'video', at: 0, text: '\x1a\x45\xdf\xa3' },
  { kind: 'video', at: 0, text: '\x00\x00\x01\xba' },
];

// Brands of ISO base media files (ISO/IEC 14496-12, 23008-12); all others are films.
const BOX = 'ftyp';
const BRANDS: Readonly<Record<string, PictureKind>> = {
  avif: 'avif',
  avis: 'avif',
  heic: 'heic',
  heix: 'heic',
  heim: 'heic',
  heis: 'heic',
  hevc: 'heic',
  hevx: 'heic',
  mif1: 'heic',
  msf1: 'heic',
};

/** @param head the first bytes of a file, `HEAD_BYTES` if it has as many */
export function pictureKind(head: Uint8Array): PictureKind {
  const text = String.fromCharCode(...head.slice(0, HEAD_BYTES));
  const found = BEGINNINGS.find(({ at, text: beginning }) => text.startsWith(beginning, at));
  if (found) return found.kind;
  if (!text.startsWith(BOX, 4)) return 'unknown';
  const brand = text.slice(8, 12);
  // A still picture whose first brand says only that: the next ones say how it is encoded.
  if (brand === 'mif1' && text.includes('avif', 16)) return 'avif';
  return BRANDS[brand] ?? 'video';
}
