import fc from 'fast-check';
import { plannedFiles, safePath } from '#src/data-rights/domain/planned-files';

const file = (path: string, bytes = 1) => ({ path, bytes });

const pathsOf = (files: readonly { path: string }[]): string[] => files.map(({ path }) => path);

it.each([
  ['bilder/Über uns.jpg', 'bilder/Über uns.jpg'],
  ['bilder/../../etc/passwd', 'bilder/x/x/etc/passwd'],
  ['bilder/a:b*c?.jpg', 'bilder/a-b-c-.jpg'],
  ['bilder/.versteckt', 'bilder/versteckt'],
  ['bilder/C:\\Windows\\x.png', 'bilder/C-Windows-x.png'],
  [`bilder/${'ö'.repeat(300)}.jpeg`, `bilder/${'ö'.repeat(95)}.jpeg`],
  ['//', 'x/x/x'],
])('%s is called %s', (path, safe) => {
  expect(safePath(path)).toBe(safe);
});

it('files of one name are told apart, also where letter case does not count', () => {
  const { files } = plannedFiles([file('b/A.jpg'), file('b/a.jpg'), file('b/a.jpg'), file('b/a-2.jpg')], 10);
  expect(pathsOf(files)).toEqual(['b/A.jpg', 'b/a-2.jpg', 'b/a-3.jpg', 'b/a-2-2.jpg']);
});

it('what does not fit is left out, and smaller files after it still fit', () => {
  const { files, leftOut } = plannedFiles([file('a', 6), file('b', 5), file('c', 4)], 10);
  expect([pathsOf(files), pathsOf(leftOut)]).toEqual([['a', 'c'], ['b']]);
});

const wanted = fc.record({ path: fc.string({ maxLength: 40, unit: 'grapheme' }), bytes: fc.nat(100) });

it('whatever files are called, their paths stay below, differ, and fit', () => {
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 30 }), fc.nat(1_000), (files, most) => {
      const planned = plannedFiles(files, most, ['konto.json']);
      const paths = pathsOf(planned.files).map((path) => path.toLowerCase());
      expect(new Set([...paths, 'konto.json']).size).toBe(paths.length + 1);
      for (const path of paths) {
        expect(path.split('/').some((part) => part === '' || /^\.|[. ]$/.test(part))).toBe(false);
        expect(path).not.toMatch(/[\u0000-\u001f<>:"|?*\\]/);
      }
      expect(planned.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(most);
      expect(planned.files.length + planned.leftOut.length).toBe(files.length);
    }),
  );
});
