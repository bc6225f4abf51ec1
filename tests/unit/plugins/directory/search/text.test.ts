import {
  compoundHeads,
  compoundParts,
  joinedCompounds,
} from '#src/plugins/directory/server/src/domain/compound-parts';
import { bodyOf, excerptOf, highlightsIn } from '#src/plugins/directory/server/src/domain/excerpt';
import { foldedWords, foldWord } from '#src/plugins/directory/server/src/domain/fold-text';
import { acceptedForm } from '#src/plugins/directory/server/src/domain/media-types';
import { editDistance, partings, respell } from '#src/plugins/directory/server/src/domain/spelling';

it.each([
  ['Bäckerei', 'backerei'],
  ['BAECKEREI', 'backerei'],
  ['Backerei', 'backerei'],
  ['Ba\u0308ckerei', 'backerei'],
  ['Straße', 'strasse'],
  ['Kaiserstr', 'kaiserstrasse'],
  ['neue', 'neue'],
  ['Bauer', 'bauer'],
  ['Quelle', 'quelle'],
  ["Toni's", 'tonis'],
  ['Café', 'cafe'],
])('%s is compared as %s', (written, folded) => {
  expect(foldWord(written)).toBe(folded);
});

it('folds a text into words', () => {
  const foldText = (text: string) =>
    foldedWords(text)
      .map(({ word }) => word)
      .join(' ');
  expect(foldText('Blumen-Risse.de, Kaiserstr. 7')).toBe('blumen risse de kaiserstrasse 7');
  expect(foldText('?!')).toBe('');
});

it('splits compounds at their ends, and streets in either spelling', () => {
  const heads = compoundHeads(['apotheke']);
  expect(compoundParts(['hofladen'], heads)).toEqual(['laden']);
  expect(compoundParts(['stadtapotheke'], heads)).toEqual(['apotheke']);
  expect(compoundParts(['kaiser', 'strasse'], heads)).toEqual(['kaiserstrasse']);
  expect(compoundParts(['kaiserstrasse'], heads)).toEqual(['strasse', 'kaiser']);
  expect(compoundParts(['laden', 'barbier'], heads)).toEqual([]);
});

it.each([
  ['Second-Hand-Laden', ['secondhand', 'secondhandladen', 'handladen']],
  ['Obst- und Gemüseladen', []],
  ['Kaiser-Straße', ['kaiserstrasse']],
  ['A-B-C-D-E', ['ab', 'abc', 'abcd', 'bc', 'bcd', 'bcde', 'cd', 'cde', 'de']],
  ['Hof – Laden', []],
])('joins the parts of %s', (text, joined) => {
  expect(joinedCompounds(text, foldedWords(text))).toEqual(joined);
});

it('cuts an excerpt around what was found, and marks it in UTF-16 units', () => {
  const text = `🍞 ${'Ein langer Anfang ohne Belang. '.repeat(6)}Frische Brötchen jeden Morgen. ${'Und ein langes Ende. '.repeat(9)}`;
  const { text: cut, highlights } = excerptOf(text, ['broetchen']) ?? { text: '', highlights: [] };
  expect(cut.length).toBeLessThanOrEqual(230);
  expect(highlights.map(([start, end]) => cut.slice(start, end))).toEqual(['Brötchen']);
  expect(highlightsIn('Blumen Risse', ['blume'])).toEqual([[0, 6]]);
  expect(excerptOf('  ', ['a'])).toBeNull();
});

const ADDRESS = 'Kaiserstr. 7 44135 Dortmund';

it.each([
  ['nothing is looked for', 'Brot und Kuchen.', [], 'Brot und Kuchen.', []],
  ['nothing is looked for, and there is no text', '', [], undefined, undefined],
  ['the words are in the texts', 'Brot und Kuchen.', ['kuchen'], 'Brot und Kuchen.', ['Kuchen']],
  ['the words are in both', 'Brot in Dortmund.', ['dortmund'], 'Brot in Dortmund.', ['Dortmund']],
  ['the words are in the address alone', 'Brot und Kuchen.', ['kaiserstrasse'], ADDRESS, ['Kaiserstr']],
  ['the words are in neither', 'Brot und Kuchen.', ['backerei'], 'Brot und Kuchen.', []],
])('an excerpt repeats the address only if it says why: %s', (_case, texts, words, text, marked) => {
  const excerpt = excerptOf(bodyOf(texts, ADDRESS), words);
  expect(excerpt?.text).toBe(text);
  expect(excerpt?.highlights.map(([start, end]) => excerpt.text.slice(start, end))).toEqual(marked);
});

it.each([
  ['apoteke', 'apotheke', 1],
  ['blumne', 'blumen', 1],
  ['', 'ab', 2],
  ['kitten', 'sitting', 3],
])('the distance between %s and %s is %i', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
});

it('respells: joins, corrects, splits', () => {
  const known = (...words: string[]) => words.map((word) => ({ word, shown: word }));
  const none = new Map<string, { word: string; shown: string }[]>();
  expect(respell(['hof', 'laden'], known('hofladen', 'laden'), none)?.words).toEqual(['hofladen']);
  expect(respell(['apoteke'], [], new Map([['apoteke', known('apotheke', 'abteilung')]]))?.words).toEqual([
    'apotheke',
  ]);
  expect(respell(['kranichapotheke'], known('kranich', 'apotheke'), none)?.words).toEqual([
    'kranich',
    'apotheke',
  ]);
  expect(respell(['apotheke'], known('apotheke'), none)).toBeNull();
  expect(partings('hofladen')).toContainEqual(['hof', 'laden']);
});

it.each([
  [undefined, 'json'],
  ['*/*', 'json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
  ['application/ld+json', 'jsonld'],
  ['application/json;q=0.5, application/ld+json', 'jsonld'],
  ['text/vcard', 'vcf'],
  ['text/*', 'vcf'],
  ['image/png', null],
  ['application/json;q=0', null],
])('Accept %j asks for %j', (accept, form) => {
  expect(acceptedForm(accept)).toBe(form);
});
