import type { z } from 'zod';
import { bodyRefusals } from '../domain/body-refusals';
import { assertNothing } from '../refused';

/**
 * Reads a query or a body by its schema.
 * @throws Refused naming every parameter that is wrong or unknown
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    assertNothing(bodyRefusals(parsed.error, new Set()));
    throw parsed.error;
  }
  return parsed.data;
}
