import { inLocales } from '../domain/in-locales';
import type { Filter } from './filter';
import { hasOne, listOf, oneOf } from './lists';

/** Only listings in one of these languages (BCP 47), and of them the texts in these only. */
export const locales: Filter<readonly string[], readonly string[]> = {
  key: 'locales',
  none: [],
  schema: (known) => listOf(oneOf(known.locales)),
  fact: 'locales',
  factOf: (listing) => [...listing.locales].sort(),
  matches: hasOne,
  shown: inLocales,
  field: async (choices) => ({ kind: 'few', options: await choices.locales() }),
};
