import fc from 'fast-check';
import { fileHeaders, fileTag } from '#src/files/domain/file-headers';

it('an unreviewed file is not cached, not indexed by search engines, and not revealed to other sites', () => {
  expect(fileHeaders({ title: 'a.jpg', mime: 'image/jpeg', isPublic: false })).toMatchObject({
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  });
});

it.each([
  ['image/jpeg', 'inline'],
  ['application/pdf', 'inline'],
  ['image/svg+xml', 'attachment'],
  ['text/html', 'attachment'],
])('%s is opened as %s', (mime, disposition) => {
  const headers = fileHeaders({ title: 'a', mime, isPublic: true });
  expect(headers['Content-Disposition']).toMatch(new RegExp(`^${disposition};`));
  expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none'/);
  expect(headers['X-Content-Type-Options']).toBe('nosniff');
});

it('no file name breaks out of its header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
      const value = fileHeaders({ title, mime: 'image/png', isPublic: true })['Content-Disposition'] ?? '';
      expect(value).toMatch(/^inline; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~!%-]*$/);
      expect(value.split('"')).toHaveLength(3);
    }),
  );
});

it('a different size, time or inode gives a different tag', () => {
  const file = { mtimeMs: 1_700_000_000_000.25, size: 10, ino: 3 };
  const tags = [
    file,
    { ...file, size: 11 },
    { ...file, ino: 4 },
    { ...file, mtimeMs: file.mtimeMs + 0.25 },
  ].map(fileTag);
  expect(new Set(tags).size).toBe(tags.length);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
});
