import { asked, loadWhole, queriesOf } from './query-list';

// A complete city is imported under all rules.
beforeAll(() => loadWhole('lauf'), 900_000);

it.each(queriesOf('lauf'))('"$q" finds in Lauf what it should', async (query) => {
  expect(await asked(query)).toEqual(query);
});
