import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';

/** A file from someone with bad intentions, or with an odd camera. */
export interface HostilePicture {
  what: string;
  /** The name as sent. */
  name: string;
  type: string;
  bytes: Buffer;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

interface PngShape {
  width: number;
  height: number;
  /** Bits of one sample */
  depth?: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha */
  kind?: number;
  before?: Buffer[];
  /** Existing rows; the rest is missing */
  rows?: number;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG of one colour made by hand: large to look at, tiny to send. */
function png({
  width,
  height,
  depth = 8,
  kind = 0,
  before = [],
  rows = Math.min(height, 64),
}: PngShape): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = kind;
  const rowBytes = 1 + Math.ceil((Math.min(width, 30_000) * depth * (SAMPLES[kind] ?? 1)) / 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    ...(kind === 3 ? [chunk('PLTE', Buffer.from([200, 30, 30, 0, 0, 0]))] : []),
    ...before,
    chunk('IDAT', deflateSync(Buffer.alloc(rowBytes * rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A text that unpacks to many times its size. */
const textBomb = (megabytes: number): Buffer =>
  chunk(
    'zTXt',
    Buffer.concat([
      Buffer.from('Comment\0\0', 'latin1'),
      deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 65)),
    ]),
  );

/** An animation of which a viewer without APNG support shows the first frame. */
function apng(width: number, height: number, frames: number): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames, 0);
  return png({ width, height, before: [chunk('acTL', control)], rows: height });
}

const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 1 } } });

/** The same JPEG with a different size in its header (SOF, ITU T.81 B.2.2). */
function withJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  for (let at = 2; at + 9 < lying.length;) {
    const marker = lying[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) {
      lying.writeUInt16BE(height, at + 5);
      lying.writeUInt16BE(width, at + 7);
      break;
    }
    at += 2 + lying.readUInt16BE(at + 2);
  }
  return lying;
}

const size = fc.integer({ min: 1, max: 60 });
const huge = fc.constantFrom(5_001, 9_000, 30_000, 65_535, 2 ** 20, 2 ** 31 - 1);

/** Bytes of complete pictures in formats that cameras and programs write. */
const honest: fc.Arbitrary<() => Promise<[string, Buffer]>> = fc.oneof(
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a JPEG', await plain(w, h).jpeg().toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a progressive JPEG', await plain(w, h).jpeg({ progressive: true }).toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a JPEG in CMYK', await plain(w, h).toColourspace('cmyk').jpeg().toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a PNG with a palette', await plain(w, h, 4).png({ palette: true }).toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['an interlaced PNG', await plain(w, h).png({ progressive: true }).toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a lossless WebP', await plain(w, h, 4).webp({ lossless: true }).toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a PNG of 16 bits', await plain(w, h).toColourspace('rgb16').png().toBuffer()] as [string, Buffer],
  ),
  fc.tuple(size, size, fc.constantFrom(0, 2, 3, 4, 6)).map(
    ([w, h, kind]) =>
      () =>
        Promise.resolve<[string, Buffer]>([
          `a PNG of kind ${kind}`,
          png({ width: w, height: h, kind, rows: h }),
        ]),
  ),
  fc.tuple(size, size, fc.integer({ min: 2, max: 9 })).map(
    ([w, h, n]) =>
      async () =>
        [
          'a WebP animation',
          await sharp(Buffer.alloc(w * h * n * 3, 90), {
            raw: { width: w, height: h * n, channels: 3, pageHeight: h },
          })
            .webp({ loop: 0 })
            .toBuffer(),
        ] as [string, Buffer],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      () =>
        Promise.resolve<[string, Buffer]>(['an APNG', apng(w, h, 4_000_000_000)]),
  ),
);

/** Small to send, large to decode, or a lie. */
const bombs: fc.Arbitrary<() => Promise<[string, Buffer]>> = fc.oneof(
  fc.tuple(huge, huge, fc.constantFrom(1, 8, 16)).map(
    ([width, height, depth]) =>
      () =>
        Promise.resolve<[string, Buffer]>([`a PNG of ${width} × ${height}`, png({ width, height, depth })]),
  ),
  fc.tuple(fc.constantFrom(5_001, 30_000, 65_535), fc.constantFrom(5_000, 65_535)).map(
    ([w, h]) =>
      async () =>
        [`a JPEG that claims ${w} × ${h}`, withJpegSize(await plain(16, 16).jpeg().toBuffer(), w, h)] as [
          string,
          Buffer,
        ],
  ),
  fc.tuple(size, size).map(
    ([w, h]) =>
      async () =>
        ['a JPEG that claims to be smaller', withJpegSize(await plain(60, 60).jpeg().toBuffer(), w, h)] as [
          string,
          Buffer,
        ],
  ),
  fc
    .integer({ min: 1, max: 20 })
    .map(
      (megabytes) => () =>
        Promise.resolve<[string, Buffer]>([
          `a PNG with ${megabytes} MB of packed text`,
          png({ width: 9, height: 9, rows: 9, before: [textBomb(megabytes)] }),
        ]),
    ),
  fc
    .constantFrom(16_383, 9_000)
    .map((edge) => async () => [`a WebP of ${edge} × ${edge}`, await vastWebp(edge)] as [string, Buffer]),
);

// As large as WebP allows: the frame is small, but the header claims a huge canvas (VP8X, RFC 9649, 2.7).
async function vastWebp(edge: number): Promise<Buffer> {
  const animation = await sharp(Buffer.alloc(8 * 16 * 3), {
    raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
  })
    .webp({ loop: 0 })
    .toBuffer();
  const at = animation.indexOf('VP8X');
  if (at > 0) {
    animation.writeUIntLE(edge - 1, at + 12, 3);
    animation.writeUIntLE(edge - 1, at + 15, 3);
  }
  return animation;
}

const junk: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    Buffer.from('<!doctype html><script>alert(1)</script>'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
    Buffer.from('%PDF-1.7\n%%EOF'),
    Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'),
    Buffer.from('II*\0\x08\0\0\0\0\0'),
    Buffer.from('8BPS\0\x01'),
    PNG_SIGNATURE,
    Buffer.alloc(0),
  ),
);

type Damage =
  | { kind: 'none' }
  | { kind: 'cut'; at: number }
  | { kind: 'flip'; at: number }
  | { kind: 'more'; bytes: Buffer };

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Damage>({ kind: 'none' }) },
  {
    weight: 1,
    arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((at): Damage => ({ kind: 'cut', at })),
  },
  {
    weight: 1,
    arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((at): Damage => ({ kind: 'flip', at })),
  },
  { weight: 1, arbitrary: junk.map((bytes): Damage => ({ kind: 'more', bytes })) },
);

function damaged(bytes: Buffer, how: Damage): [string, Buffer] {
  if (how.kind === 'cut') return [', cut off', bytes.subarray(0, Math.floor(bytes.length * how.at))];
  if (how.kind === 'more') return [', and something else at its end', Buffer.concat([bytes, how.bytes])];
  if (how.kind === 'none' || bytes.length === 0) return ['', bytes];
  const flipped = Buffer.from(bytes);
  const at = Math.min(bytes.length - 1, Math.floor(bytes.length * how.at));
  flipped[at] = (flipped[at] ?? 0) ^ 0xff;
  return [', with a wrong byte', flipped];
}

const label = fc.constantFrom(
  'bild.png',
  'foto.jpg',
  'tier.webp',
  'seite.html',
  '../../etc/passwd',
  'a'.repeat(200) + '.png',
  '.png',
  'ä ö"ü.PNG',
  'bild.svg',
  'b.php.jpg',
);
const type = fc.constantFrom(
  'image/png',
  'image/jpeg',
  'image/webp',
  'text/html',
  'application/octet-stream',
  'image/svg+xml',
);

/** Hostile pictures, made in memory and small to send; `make` gives the bytes. */
export const hostilePictures: fc.Arbitrary<() => Promise<HostilePicture>> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: honest },
      { weight: 3, arbitrary: bombs },
      {
        weight: 1,
        arbitrary: junk.map((bytes) => () => Promise.resolve<[string, Buffer]>(['no picture', bytes])),
      },
    ),
    damage,
    label,
    type,
  )
  .map(([make, how, name, mime]) => async () => {
    const [what, whole] = await make();
    const [change, bytes] = damaged(whole, how);
    return { what: `${what}${change}, called ${name}`, name, type: mime, bytes };
  });
