import type { Filter } from './filter';
import { isOne, listOf, oneOf } from './lists';

/** Only listings of these types, by their singular names: `business`, `offer`, … */
export const types: Filter<readonly string[], string> = {
  key: 'types',
  none: [],
  schema: (known) => listOf(oneOf(known.types)),
  fact: 'type',
  matches: isOne,
  field: (choices) => ({ kind: 'few', options: choices.types() }),
};
