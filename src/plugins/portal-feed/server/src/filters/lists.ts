import { z } from 'zod';
import { coded } from '#src/platform/refusals/zod-refusal';

// Enough for every district or postcode of a large city.
const MOST_VALUES = 200;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Any number of values, each once. */
export const listOf = (value: z.ZodType<string>): z.ZodType<readonly string[]> =>
  z
    .array(value)
    .max(MOST_VALUES)
    .transform((values) => [...new Set(values)]);

/** A slug. */
export const slug = z.string().superRefine((value, context) => {
  if (!SLUG.test(value)) context.addIssue({ code: 'custom', ...coded('slug-malformed', { found: value }) });
});

/** One of these values. */
export const oneOf = (values: readonly string[]) =>
  z.string().superRefine((value, context) => {
    if (values.includes(value)) return;
    context.addIssue({
      code: 'custom',
      ...coded('value-unknown', { found: value, known: values.join(', ') }),
    });
  });

/** Whether a listing has one of the values that are wanted. */
export const hasOne = (wanted: readonly string[], has: readonly string[]): boolean =>
  has.some((value) => wanted.includes(value));

/** Whether the one value of a listing is wanted. */
export const isOne = (wanted: readonly string[], value: string | null): boolean =>
  value !== null && wanted.includes(value);
