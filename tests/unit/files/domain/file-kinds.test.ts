import fc from 'fast-check';
import sharp from 'sharp';
import { HEAD_BYTES, isStorable, STORED_TYPES } from '#src/files/domain/file-kinds';

const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff'): Promise<Buffer> =>
  sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .toFormat(format)
    .toBuffer();

const head = (file: Buffer | string): Buffer => Buffer.from(file as string, 'latin1').subarray(0, HEAD_BYTES);

it.each([
  ['jpeg', 'foto.jpg'],
  ['jpeg', 'FOTO.JPEG'],
  ['jpeg', 'foto.am.markt.jpe'],
  ['png', 'logo.png'],
  ['png', 'logo'],
  ['webp', 'bild.webp'],
] as const)('a %s may be stored as %s', async (format, name) => {
  expect(isStorable(head(await picture(format)), name)).toBe(true);
});

it.each([
  ['jpeg', 'foto.png'],
  ['png', 'logo.html'],
  ['png', 'logo.png.html'],
  ['png', 'logo.png.svg'],
  ['webp', 'bild.'],
  ['gif', 'bild.gif'],
  ['gif', 'bild.png'],
  ['tiff', 'bild.jpg'],
] as const)('a %s is not stored as %s', async (format, name) => {
  expect(isStorable(head(await picture(format)), name)).toBe(false);
});

it.each([
  ['%PDF-1.7\n%âãÏÓ', 'antrag.pdf', true],
  ['%PDF-1.7\n', 'antrag.html', false],
  ['\n%PDF-1.7\n', 'antrag.pdf', false],
  ['<script>alert(1)</script>', 'a.png', false],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'a.svg', false],
  ['RIFF\0\0\0\0WAVE', 'a.webp', false],
  ['\x89PNG\r\n\x1a\n', 'a.png', false],
  ['', 'a.png', false],
])('%j as %s: %j', (file, name, expected) => {
  expect(isStorable(head(file), name)).toBe(expected);
});

it('any other bytes are nothing that is stored, whatever the name', () => {
  const names = fc.constantFrom('a.jpg', 'a.png', 'a.webp', 'a.pdf', 'a');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: HEAD_BYTES }), names, (bytes, name) => {
      fc.pre(![0xff, 0x89, 0x52, 0x25].includes(bytes[0] ?? 0));
      expect(isStorable(Buffer.from(bytes), name)).toBe(false);
    }),
  );
  expect(STORED_TYPES).toEqual(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
});
