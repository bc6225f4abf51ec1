import type { Filter } from './filter';
import { isOne, listOf, slug } from './lists';

/** Only what is in these districts, by their slugs. */
export const districts: Filter<readonly string[], string | null> = {
  key: 'districts',
  none: [],
  schema: () => listOf(slug),
  fact: 'district',
  factOf: ({ facts }) => facts.district,
  matches: isOne,
  field: async (choices) => ({ kind: 'many', options: await choices.named('districtType') }),
};
