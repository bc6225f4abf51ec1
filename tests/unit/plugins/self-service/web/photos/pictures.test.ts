import { CityError } from '@stadtverbund/client';
import { pictureKind } from '#src/plugins/self-service/web/form/photos/domain/picture-kind';
import { EDGES, sizeWithin } from '#src/plugins/self-service/web/form/photos/domain/target-size';
import {
  isPending,
  likelyCredit,
  previewAddress,
  writtenImage,
} from '#src/plugins/self-service/web/form/photos/picture-value';
import { pendingCount, uploadPending } from '#src/plugins/self-service/web/form/photos/upload-pending';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['JPEG', 'jpeg', '\xff\xd8\xff\xe1\x00\x18Exif'],
  ['PNG', 'png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ['GIF', 'gif', 'GIF89a'],
  ['WebP', 'webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['AVIF', 'avif', '\x00\x00\x00\x1cftypavif\x00\x00\x00\x00'],
  [
    'AVIF that is called a still picture first',
    'avif',
    '\x00\x00\x00\x20ftypmif1\x00\x00\x00\x00mif1avifmiaf',
  ],
  ['a photo of an iPhone', 'heic', '\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic'],
  ['HEIF', 'heic', '\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic'],
  ['MP4', 'video', '\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42'],
  ['a film of an iPhone', 'video', '\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  '],
  ['WebM', 'video', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81'],
  ['AVI', 'video', 'RIFF\x24\x00\x00\x00AVI LIST'],
  ['a sound file, which begins as WebP does', 'unknown', 'RIFF\x24\x00\x00\x00WAVEfmt '],
  ['PDF', 'pdf', '%PDF-1.7'],
  ['text', 'unknown', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['nothing', 'unknown', ''],
])('%s is told by its first bytes', (_what, kind, head) => {
  expect(pictureKind(bytes(head))).toBe(kind);
});

it.each([
  ['48 megapixels', { width: 8000, height: 6000 }, { width: 2560, height: 1920 }],
  ['upright', { width: 3000, height: 4000 }, { width: 1920, height: 2560 }],
  ['small: never enlarged', { width: 300, height: 200 }, { width: 300, height: 200 }],
  ['a line: it stays one pixel high', { width: 100_000, height: 1 }, { width: 2560, height: 1 }],
])('a picture is made to fit: %s', (_how, size, expected) => {
  expect(sizeWithin(size, 2560)).toEqual(expected);
});

it('is tried in smaller and smaller sizes', () => {
  expect(EDGES).toEqual([...EDGES].sort((one, other) => other - one));
  expect(EDGES[0]).toBe(2560);
});

const stored = (documentId: string) => ({ id: 1, documentId, url: `/uploads/${documentId}.jpg` });

describe('a picture in a form', () => {
  it('is sent by its documentId, once it is uploaded', () => {
    expect(writtenImage(stored('abc'))).toEqual({ documentId: 'abc' });
    expect(writtenImage({ pending: new Blob(['x']), name: 'a.jpg' })).toBeNull();
    expect(writtenImage(null)).toBeNull();
    expect(isPending(stored('abc'))).toBe(false);
  });

  it.each([
    ['the small version', { small: { url: '/s.jpg' }, thumbnail: { url: '/t.jpg' } }, '/s.jpg'],
    ['the thumbnail of a small picture', { thumbnail: { url: '/t.jpg' }, small: null }, '/t.jpg'],
    ['the picture itself, which has no other', null, '/uploads/abc.jpg'],
  ])('is shown as %s', (_what, formats, address) => {
    expect(previewAddress({ ...stored('abc'), formats })).toBe(address);
  });

  it.each([
    ['who has made the last one', [{ credit: 'Ayşe' }, { credit: 'Jo' }, { credit: null }], 'Jo'],
    ['the business itself', [{ credit: '' }], 'Café Sonne'],
  ])('is likely by %s', (_whom, pictures, credit) => {
    expect(likelyCredit(pictures, { name: 'Café Sonne' })).toBe(credit);
  });

  it('is likely by the business that an offer belongs to', () => {
    expect(likelyCredit([], { title: 'Torte', business: { documentId: 'a', name: 'Café Sonne' } })).toBe(
      'Café Sonne',
    );
    expect(likelyCredit([], {})).toBeUndefined();
  });
});

describe('pictures that are not uploaded yet', () => {
  const pending = (name: string) => ({ pending: new Blob([name], { type: 'image/jpeg' }), name });

  it('are uploaded wherever they are, and what the city answers takes their place', async () => {
    const sent: string[] = [];
    const mine = {
      upload: ([file]: readonly File[]) => {
        sent.push(`${file?.name} ${file?.type}`);
        return Promise.resolve([stored(`of-${file?.name.replace('.', '-')}`)]);
      },
    };
    const values = {
      name: 'Café Sonne',
      logo: { image: pending('logo.png'), alternativeText: 'Sonne' },
      photos: [{ image: stored('old') }, { image: pending('theke.jpg'), credit: 'Jo' }],
    };
    expect(pendingCount(values)).toBe(2);
    const steps: string[] = [];
    const done = await uploadPending(values, mine, (at, of) => steps.push(`${at}/${of}`));
    expect(done).toEqual({
      name: 'Café Sonne',
      logo: { image: stored('of-logo-png'), alternativeText: 'Sonne' },
      photos: [{ image: stored('old') }, { image: stored('of-theke-jpg'), credit: 'Jo' }],
    });
    expect(sent).toEqual(['logo.png image/jpeg', 'theke.jpg image/jpeg']);
    expect(steps).toEqual(['1/2', '2/2']);
    expect(pendingCount(done)).toBe(0);
  });

  it('are not sent twice where the second is refused, which is said at its field', async () => {
    const [first, second] = [pending('a.jpg'), pending('b.jpg')];
    const values = { photos: [{ image: first }, { image: second }] };
    const sent: string[] = [];
    const upload = ([file]: readonly File[]) => {
      sent.push(file?.name ?? '');
      if (sent.length === 2)
        return Promise.reject(
          new CityError({
            status: 400,
            code: 'image-broken',
            message: 'm',
            errors: [{ code: 'image-broken', path: ['files'], message: 'said' }],
          }),
        );
      return Promise.resolve([stored('a')]);
    };
    await expect(uploadPending(values, { upload })).rejects.toMatchObject({
      status: 400,
      errors: [{ path: ['photos', 1, 'image'], message: 'said' }],
    });
    await uploadPending(values, { upload });
    expect(sent).toEqual(['a.jpg', 'b.jpg', 'b.jpg']);
  });

  it('stay where they are without a net', async () => {
    const values = { photos: [{ image: pending('a.jpg') }] };
    const lost = new TypeError('Failed to fetch');
    await expect(uploadPending(values, { upload: () => Promise.reject(lost) })).rejects.toBe(lost);
    expect(pendingCount(values)).toBe(1);
  });
});
