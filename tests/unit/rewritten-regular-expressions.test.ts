import fc from 'fast-check';
import { splitPhones } from '../../src/domain/phones';
import { splitStreet } from '../../src/import/domain/address';
import { jsonErrorLine } from '../../src/import/domain/json-error-line';
import { decideAddress } from '../../src/plugins/portal-feed/server/src/delivery/domain/networks';

// Replacements for regular expressions that were too slow for long texts; they give the same results for short ones.

const piecesOf = (alphabet: readonly string[]) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 10 }).map((parts) => parts.join(''));

const NUMBER_AT_END = /^(.*?\D)\s+(\d+\s*[a-z]?(?:\s*[-–/+]\s*\d+\s*[a-z]?)*)$/i;

it('a street and its number', () => {
  const before = (text: string) => {
    const match = NUMBER_AT_END.exec(text.trim());
    if (match) return { street: (match[1] ?? '').trim().replace(/,$/, ''), houseNumber: match[2] };
    return text.trim() ? { street: text.trim() } : {};
  };
  const alphabet = ['Straße', 'des 17.', ' ', '  ', '5', '12', 'a', 'B', '-', '–', '/', '+', ',', '\n', 'x'];
  fc.assert(
    fc.property(piecesOf(alphabet), (text) => {
      expect(splitStreet(text)).toEqual(before(text));
    }),
    { numRuns: 2_000 },
  );
});

const LIST = /\s*(?:;|,|\n|&|\|)\s*|\s+(?:od\.|o\.|oder|or|und|and|u\.)(?:\s+|(?=-))/i;

it('lists of phone numbers', () => {
  const alphabet = [
    '0231 123456',
    '0201 9876543',
    ' ',
    '  ',
    '\n',
    ';',
    ',',
    '&',
    '|',
    ' oder ',
    ' und -',
    'u.',
    'od.',
    'x',
  ];
  fc.assert(
    fc.property(piecesOf(alphabet), (text) => {
      const before = text.split(LIST).filter((piece) => piece.trim() !== '');
      const apart = before.flatMap((piece) => splitPhones(piece));
      // Where nothing is a number, the whole is refused.
      const values = (all: readonly { ok: boolean; value?: unknown }[]) =>
        all.filter(({ ok }) => ok).map(({ value }) => value);
      expect(values(splitPhones(text))).toEqual(values(apart));
    }),
    { numRuns: 500 },
  );
});

it('addresses of networks', () => {
  const shape = /^((0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;
  const alphabet = ['::', ':', '1', '0', 'fe80', 'ffff', '.', '10.0.0.1', '255', 'g', 'A'];
  fc.assert(
    fc.property(piecesOf(alphabet), (text) => {
      const decision = decideAddress(text, []);
      if (!shape.test(text)) expect(decision).toMatchObject({ ok: false, reason: 'not-an-address' });
    }),
    { numRuns: 1_000 },
  );
});

it('the line of a mistake in JSON', () => {
  const texts = [
    '{"a":1,\n"b":x}',
    '{\n\n"a": "b",, }',
    '[1,\n2',
    '{"a":1}\n}',
    `{"long":"${'y'.repeat(90)}",\n\n!}`,
  ];
  const lines = texts.map((text) => {
    try {
      JSON.parse(text);
      return 'fine';
    } catch (error) {
      return jsonErrorLine(text, (error as Error).message);
    }
  });
  expect(lines).toEqual([2, 3, 2, 2, 3]);
});

it('a street of a hundred thousand characters is handled immediately', () => {
  // Not timed: the old expression took 42 s for 116 characters, and doubled with each further one.
  expect(splitStreet(`Weg ${'1 '.repeat(50_000)}x`)).toHaveProperty('street');
  expect(splitStreet(`Weg ${'1-'.repeat(140)}x`)).toHaveProperty('street');
});
