import { asked, loadWhole, queriesOf } from './query-list';

// A complete city is imported under all rules.
beforeAll(() => loadWhole('dortmund'), 900_000);

it.each(queriesOf('dortmund'))('"$q" finds in Dortmund what it should', async (query) => {
  expect(await asked(query)).toEqual(query);
});
