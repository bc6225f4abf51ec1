import fc from 'fast-check';
import { brokenTextIn } from '#src/domain/whole-characters';

describe('half a character', () => {
  it.each<[string, unknown, (string | number)[] | undefined]>([
    ['a text', 'a\ud800', []],
    ['a field', { password: '\udc00a' }, ['password']],
    ['a list', { terms: ['ab', 'c\ud83d'] }, ['terms', 1]],
    ['a name', { data: { 'a\ud800': 1 } }, ['data']],
    ['a pair the wrong way round', ['\udc00\ud800'], [0]],
    ['emoji', { name: '🥨', '🥨': ['𝒳'] }, undefined],
    ['no text', [null, 1, true, undefined, {}], undefined],
  ])('in %s', (_where, value, path) => expect(brokenTextIn(value)).toEqual(path));

  it('is found wherever it is, and only where UTF-8 cannot write what is there', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)));
    fc.assert(
      fc.property(units, (characters) => {
        const text = characters.join('');
        expect(brokenTextIn({ text }) === undefined).toBe(Buffer.from(text).toString() === text);
      }),
    );
    const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(fc.string(), half, fc.string(), (before, broken, after) => {
        expect(brokenTextIn({ a: [{ b: before + broken + after }] })).toEqual(['a', 0, 'b']);
      }),
    );
  });
});
