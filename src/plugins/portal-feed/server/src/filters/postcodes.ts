import { z } from 'zod';
import { coded } from '#src/platform/refusals/zod-refusal';
import type { Filter } from './filter';
import { isOne, listOf } from './lists';

const postcode = z.string().superRefine((value, context) => {
  if (!/^\d{5}$/.test(value))
    context.addIssue({ code: 'custom', ...coded('postcode-malformed', { postcode: value }) });
});

/** Only what has its address under one of these postcodes of five digits. */
export const postcodes: Filter<readonly string[], string | null> = {
  key: 'postcodes',
  none: [],
  schema: () => listOf(postcode),
  fact: 'postcode',
  factOf: ({ facts }) => facts.postcode,
  matches: isOne,
  field: async (choices) => ({
    kind: 'many',
    options: (await choices.city()).postcodes.map((value) => ({ value, label: value })),
  }),
};
