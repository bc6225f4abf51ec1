import { CATALOGUES } from '../languages';
import type { rules } from '../languages/de/refusals/rules';
import { fill, type Details } from '../languages/fill';
import type { Language } from '../languages/language';

/** The code that says why a rule refuses a value. */
export type Reason = keyof typeof rules;

/** The values for the placeholders of a sentence. */
export type MessageDetails = Details;

/**
 * The sentence for a reason: names the field and says what to do.
 * @param field the field's label in the same language
 */
export function messageOf(
  reason: Reason,
  language: Language,
  field: string,
  details: MessageDetails = {},
): string {
  const catalogue = CATALOGUES[language];
  return fill(catalogue.refusals[reason], { ...details, field }, catalogue);
}
