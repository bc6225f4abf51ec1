import { posix } from 'node:path';
import fc from 'fast-check';
import { isBelowUploads, nameInAddress, uploadName } from '#src/files/domain/upload-path';

// Pieces from which a path into the folder can be built.
const piece = fc.constantFrom(
  '/',
  '//',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  'uploads',
  'UPLOADS',
  '%75ploads',
  'u',
  'a.jpg',
  'x',
  '%2F',
  '%5C',
  '\\',
);
const madePath = fc.array(piece, { maxLength: 9 }).map((pieces) => `/${pieces.join('')}`);

/** Where a file server would look: decoded once, joined to its root. */
const servedFrom = (path: string): string => posix.join('/', decodeURIComponent(path).replaceAll('\\', '/'));

it('every path that a file server resolves into the folder is recognised', () => {
  fc.assert(
    fc.property(madePath, (path) => {
      const inside = /^\/uploads(\/|$)/i.test(servedFrom(path));
      expect([path, isBelowUploads(path)]).toEqual([path, inside]);
    }),
    { numRuns: 2_000 },
  );
});

it('a name is returned only for files directly in the folder', () => {
  fc.assert(
    fc.property(madePath, (path) => {
      const name = uploadName(path);
      if (name === undefined) return;
      expect(name).not.toMatch(/[/\\]/);
      expect(servedFrom(path)).toBe(`/uploads/${name}`);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['/uploads/laden_1f.jpg', 'laden_1f.jpg'],
  ['/uploads/a%20b.jpg', 'a b.jpg'],
  ['/uploads/', undefined],
  ['/uploads', undefined],
  ['/uploads/a/b.jpg', undefined],
  ['/uploads/..', undefined],
  ['/uploads//a.jpg', undefined],
  ['/uploads/%', undefined],
  ['/Uploads/a.jpg', undefined],
])('%s asks for %s', (path, name) => {
  expect(uploadName(path)).toBe(name);
});

it.each([
  ['/uploads/a.jpg', 'a.jpg'],
  ['/uploads/a.jpg?expires=1', undefined],
  ['see /uploads/a.jpg', undefined],
  ['https://example.org/uploads/a.jpg', undefined],
])('%s in an answer names %s', (text, name) => {
  expect(nameInAddress(text)).toBe(name);
});
