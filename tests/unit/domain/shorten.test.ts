import fc from 'fast-check';
import { shorten } from '#src/domain/shorten';
import { isWellFormed } from '#src/domain/whole-characters';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🇩🇪';
const ACCENTS = 'e\u0301\u0302\u0303';

test.each([
  ['a text that fits', 'Brot und Brötchen', 20, 'Brot und Brötchen'],
  ['lines and blanks', ' Brot\n\nund  Brötchen ', 20, 'Brot und Brötchen'],
  ['a text at a word', 'Brot und Brötchen', 12, 'Brot und …'],
  ['a text where a word ends', 'Brot und Brötchen', 10, 'Brot und …'],
  ['a word without a blank', 'x'.repeat(20), 10, `${'x'.repeat(8)}…`],
  ['a family', FAMILY.repeat(3), FAMILY.length + 5, `${FAMILY}…`],
  ['flags', FLAG.repeat(3), FLAG.length + 4, `${FLAG}…`],
  ['a letter with accents', ACCENTS.repeat(3), ACCENTS.length + 4, `${ACCENTS}…`],
  ['a character longer than the text may be', `a${'\u0301'.repeat(50)}`, 10, '…'],
  ['nothing', '', 10, ''],
])('shortens %s', (_what, text, most, expected) => {
  expect(shorten(text, most)).toBe(expected);
});

test('is never longer, and ends at the end of a character', () => {
  const characters = fc.array(fc.constantFrom('a', 'ß', ' ', '\n', FAMILY, FLAG, ACCENTS, '𝒳', 'ب', '👍🏽'));
  fc.assert(
    fc.property(characters, fc.integer({ min: 2, max: 60 }), (given, most) => {
      const text = given.join('');
      const short = shorten(text, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(isWellFormed(short)).toBe(true);
      const whole = [...new Intl.Segmenter('de').segment(text.replace(/\s+/g, ' ').trim())];
      const kept = [...new Intl.Segmenter('de').segment(short.replace(/ ?…$/, ''))];
      expect(kept.map(({ segment }) => segment)).toEqual(
        whole.slice(0, kept.length).map(({ segment }) => segment),
      );
    }),
  );
});
