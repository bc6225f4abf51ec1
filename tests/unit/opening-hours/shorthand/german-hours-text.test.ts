import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { readHours } from '#src/opening-hours/domain/shorthand/read-hours';
import { openOn, someWeeks } from '#tests/support/opening-weeks';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly osm: string;
  readonly kind: string;
}

const table: Row[] = readFileSync(
  join(PROJECT_ROOT, 'tests/fixtures/opening-hours/german-hours-text.tsv'),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', text = '', osm = '', kind = ''] = line.split('\t');
    return { id, text, osm, kind };
  });

const of = (kind: string) => table.filter((row) => row.kind === kind);

test.each(of('exact'))('$text means $osm', ({ text, osm }) => {
  const answer = readHours(text, 'de');
  expect(answer).toMatchObject({ understood: 'exact', questions: [], left: [] });
  expect(openOn(answer.rule ?? '', someWeeks)).toEqual(openOn(osm, someWeeks));
});

test.each(of('partial'))('$text means $osm in part, or asks', ({ text, osm }) => {
  const answer = readHours(text, 'de');
  expect(answer.understood).toBe('partial');
  expect(openOn(answer.rule ?? '', someWeeks).open).toEqual(openOn(osm, someWeeks).open);
});

test.each(of('unclear'))('$text is asked about', ({ text }) => {
  const { understood, questions } = readHours(text, 'de');
  expect(understood).not.toBe('exact');
  expect(questions).not.toEqual([]);
});

test('the table is whole', () => {
  expect(['exact', 'partial', 'unclear'].map((kind) => of(kind).length)).toEqual([170, 9, 13]);
});
