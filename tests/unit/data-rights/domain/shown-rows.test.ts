import { sizeInWords } from '#src/data-rights/domain/in-words';
import { shownRow } from '#src/data-rights/domain/shown-rows';
import { LANGUAGES } from '#src/languages/language';
import { DECISIONS, GROUND_NAMES } from '#src/plugins/moderation/server/src/intake/domain/kinds';
import { notice } from '#src/plugins/moderation/server/src/validation/notice';

it('a row is shown in the words of the reader, without what is empty', () => {
  const row = {
    email: 'anna@example.org',
    createdAt: new Date('2026-11-30T09:15:00Z'),
    deleteAfter: '2026-12-31',
    byYou: true,
    someThing: { a: 1 },
    phone: null,
    name: '',
  };
  expect(shownRow(row, 'de')).toEqual([
    { label: 'E-Mail-Adresse', value: 'anna@example.org' },
    { label: 'Angelegt', value: '30. November 2026 um 10:15' },
    { label: 'Wird gelöscht nach', value: '31. Dezember 2026' },
    { label: 'Von Ihnen', value: 'ja' },
    { label: 'some thing', value: '{\n  "a": 1\n}' },
  ]);
  expect(shownRow(row, 'en').slice(0, 3)).toEqual([
    { label: 'E-mail address', value: 'anna@example.org' },
    { label: 'Created', value: expect.stringMatching(/^30 November 2026 at 10:15/) as string },
    { label: 'Deleted after', value: '31 December 2026' },
  ]);
});

it('codes are words, where the column has some', () => {
  const row = { locale: 'en', purpose: 'notice', message: 'notice', language: 'constructor' };
  expect(shownRow(row, 'de').map(({ value }) => value)).toEqual([
    'Englisch',
    'Meldung',
    'notice',
    'constructor',
  ]);
});

it.each(LANGUAGES)('in %s, what became of a report is told in words', (language) => {
  const rows = [
    ...[...GROUND_NAMES, 'claim', 'objection'].map((kind) => ({ kind })),
    ...[...DECISIONS, 'withdrawn'].map((decision) => ({ decision })),
    ...notice.shape.kind.unwrap().options.map((said) => ({ said })),
    ...['waiting', 'confirmed', 'ended', 'undone'].map((state) => ({ state })),
  ];
  for (const row of rows)
    for (const { label, value } of shownRow(row, language)) {
      expect(label).not.toBe(Object.keys(row)[0]);
      expect(Object.values(row)).not.toContain(value);
    }
  const fields = { law: 'BGB', clause: '3', said: 'wrong', goodFaith: true, childAbuse: true };
  for (const { label } of shownRow(fields, language)) expect(Object.keys(fields)).not.toContain(label);
});

it('a long text is shown by its beginning, since all of it is in the file', () => {
  const [{ value } = { value: '' }] = shownRow({ message: 'x'.repeat(5_000) }, 'de');
  expect([value.length, value.at(-1)]).toEqual([501, '…']);
});

it.each([
  [0, '0 kB'],
  [1_440, '1,4 kB'],
  [980_000, '980 kB'],
  [1_440_000, '1,4 MB'],
  [203_000_000, '203 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes, 'de').replace(/\u00a0/g, ' ')).toBe(words);
});
