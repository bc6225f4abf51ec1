import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { isGuessable } from '#src/extensions/passwords/domain/guessable-password';

const KNOWN = ['Stadtverbund', 'Köln', 'anna.mueller@baeckerei-muster.example', 'Anna Müller'];

test.each([
  ['on the list', 'password123'],
  ['on the list, in capitals', 'PassWord123'],
  ['on the list, in full-width letters', 'ｐａｓｓｗｏｒｄ１２３'],
  ['a common word and digits', 'dragon1234'],
  ['a common German word, digits and a sign', 'Passwort2026!'],
  ['a common word between signs', '!!sunshine!!'],
  ['one character', 'aaaaaaaaaa'],
  ['one emoji', '🥨'.repeat(10)],
  ['two characters', '1212121212'],
  ['a sequence', 'abcdefghijkl'],
  ['a sequence backwards', '9876543210'],
  ['a row of a German keyboard', 'qwertzuiop'],
  ['a row backwards, and digits', 'poiuztrewq12'],
  ['the service', 'Stadtverbund1'],
  ['the city and a year', 'Koeln2026!Köln'],
  ['the address', 'Anna.Mueller@Baeckerei-Muster.example'],
  ['the name in the address', 'annamueller1!'],
  ['the name, spelled otherwise', 'Müller-Anna-26'],
  ['all names together', 'Stadtverbund Köln Anna'],
])('%s is guessable', (_what, password) => {
  expect(isGuessable(password, KNOWN)).toBe(true);
});

test.each([
  ['several words', 'ein langes Kennwort'],
  ['a common word in a sentence', 'dragon fliegt nachts'],
  ['a name in a sentence', 'Anna mag Köln im Winter'],
  ['a small common word and many other characters', '7x-love-2914'],
  ['what is refused for its length', 'a'.repeat(73)],
  ['another’s name', 'BerndBeispiel'],
])('%s is not', (_what, password) => {
  expect(isGuessable(password, KNOWN)).toBe(false);
});

it('no random password is', () => {
  for (let times = 0; times < 2_000; times += 1)
    expect(isGuessable(randomBytes(12).toString('base64url'), KNOWN)).toBe(false);
});

it('adding symbols and a year to a name does not help, whatever its spelling', () => {
  const edge = fc.constantFrom('', '1', '!', '26', '99!', '-', '2026');
  const spelling = fc.constantFrom(
    'Erika Muster',
    'erika.muster',
    'ERIKAMUSTER',
    'erika-muster',
    'Muster_Erika',
  );
  fc.assert(
    fc.property(edge, spelling, edge, (before, name, behind) => {
      fc.pre((before + behind).replace(/\W/g, '').length < 5);
      expect(isGuessable(before + name + behind, ['erika.muster@example.org'])).toBe(true);
    }),
  );
});

it('an empty name is not found in any password', () => {
  expect(isGuessable('ein langes Kennwort', ['', '@', '..', 'e'])).toBe(false);
});
