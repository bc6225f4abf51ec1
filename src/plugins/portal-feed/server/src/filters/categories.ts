import type { Filter } from './filter';
import { hasOne, listOf, slug } from './lists';

/** Only what is in these categories, by their slugs; a category includes those below it. */
export const categories: Filter<readonly string[], readonly string[]> = {
  key: 'categories',
  none: [],
  schema: () => listOf(slug),
  fact: 'categories',
  factOf: ({ facts }) => facts.categories,
  matches: hasOne,
  field: async (choices) => ({ kind: 'many', options: await choices.named('categoryType') }),
};
