import fc from 'fast-check';
import { wordDiff, type Piece } from '#src/plugins/moderation/admin/src/domain/word-diff';

const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

describe('wordDiff', () => {
  test.each([
    ['a changed word', 'Brot und Kuchen', 'Brot und Torten', 'Brot und [Kuchen]', 'Brot und [Torten]'],
    [
      'an added word',
      'Brot und Kuchen',
      'Brot und frischer Kuchen',
      'Brot und Kuchen',
      'Brot und [frischer ]Kuchen',
    ],
    [
      'a removed word',
      'wir liefern nicht aus',
      'wir liefern aus',
      'wir liefern [nicht ]aus',
      'wir liefern aus',
    ],
    ['a phrase as one mark', 'heute offen', 'bis auf Weiteres zu', '[heute offen]', '[bis auf Weiteres zu]'],
    ['punctuation apart from the word', 'Offen.', 'Offen!', 'Offen[.]', 'Offen[!]'],
    ['umlauts inside words', 'Müller kocht', 'Mueller kocht', '[Müller] kocht', '[Mueller] kocht'],
    ['a hyphenated word as one', 'Bio-Laden', 'Bio-Markt', '[Bio-Laden]', '[Bio-Markt]'],
    ['nothing in equal texts', 'gleich', 'gleich', 'gleich', 'gleich'],
    ['all of a text that is new', '', 'neu', '', '[neu]'],
  ])('marks %s', (_, before, after, left, right) => {
    const diff = wordDiff(before, after);
    expect(marked(diff.before)).toBe(left);
    expect(marked(diff.after)).toBe(right);
  });

  const words = fc
    .array(fc.constantFrom('Brot', 'und', 'Käse', ' ', '  ', '\n', ',', '12', '🥖'))
    .map((list) => list.join(''));

  test('the pieces of each side joined together are its text', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const diff = wordDiff(before, after);
        expect(plain(diff.before)).toBe(before);
        expect(plain(diff.after)).toBe(after);
      }),
    );
  });

  test('equal texts have no marks, and different ones do', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const diff = wordDiff(before, after);
        const anyMark = [...diff.before, ...diff.after].some(({ changed }) => changed);
        expect(anyMark).toBe(before !== after);
      }),
    );
  });

  test('texts that differ in more words than are compared are marked between their equal ends', () => {
    const long = (word: string): string =>
      `Anfang ${Array.from({ length: 9_000 }, (_, at) => `${word}${at}`).join(' ')} Ende`;
    const { before, after } = wordDiff(long('alt'), long('neu'));
    expect(before.map(({ changed }) => changed)).toEqual([false, true, false]);
    expect(after.at(-1)?.text).toContain('Ende');
  });
});
